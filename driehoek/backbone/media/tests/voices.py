"""A voice as if it had come along, and not made by a machine: what counts is who gets the bytes."""

from driehoek.backbone.media import attachment_files
from driehoek.backbone.media.models import Attachment
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from tests.cast import NOW


def recorded(by: Person, school: School, hat: str = "school", sound: str = "een stem") -> Attachment:
    """Nine seconds."""
    voice = Attachment.objects.create(
        kind="voice", ending="m4a", school=school, owner=by, hat=hat,
        size=9, digest=sound, seconds=9, created_at=NOW,
    )  # fmt: skip
    attachment_files.write(voice.token, voice.ending, sound.encode())
    return voice

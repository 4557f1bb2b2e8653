"""An invitation that goes home as a conversation: kind, hers to change, and it names no fact."""

from typing import Any  # what a form is given

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.fields import Area, Words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Sector
from driehoek.features.conversations.forms import TEXT, WriteForm
from driehoek.features.conversations.models import About
from driehoek.features.conversations.writing import Writer
from driehoek.features.noticing.models import Invitation

READS_ALONG = (Sector.SECONDARY, Sector.VOCATIONAL)  # with the student, not about her


class InviteForm(WriteForm):
    """A question to home, and never a worry."""

    about = None  # type: ignore[assignment]  # leaves the field out, as Django has it
    text = Words(  # only written; as many rows as the words of the letter
        label=_("Je bericht"), max_length=TEXT, widget=Area(rows=10),
        error_messages={"required": _("Schrijf eerst iets.")},
    )  # fmt: skip
    field_order = ("to", "reason", "text", "with_student")

    def clean(self) -> dict[str, Any]:
        return super().clean() | {"about": About.QUESTION}


class Inviting:
    """Who invites the guardians of one student, each in a line of her own."""

    def __init__(self, student: Person, viewer: Viewer, said: QueryDict | None, files: Any) -> None:
        self.student, self.viewer = student, viewer
        self.writer = Writer.of(viewer, student)
        self.form = self._form(self.writer, said, files) if self.writer and self.writer.guardians else None

    def _form(
        self, writer: Writer, said: QueryDict | None, files: "MultiValueDict[str, UploadedFile]"
    ) -> InviteForm:
        attached = Attached(self.viewer, writer.school, said, files)
        usual = {
            "to": list(writer.names), "text": self.words, "with_student": writer.school.sector in READS_ALONG
        }  # fmt: skip
        return InviteForm(said, guardians=writer.names, attached=attached, initial=usual)

    @property
    def words(self) -> str:
        """As a kind mentor would begin."""
        names = {"child": self.student.given_name, "me": self.viewer.person.full_name}
        said = [
            gettext("Hallo,"),
            gettext("Ik praat graag een keer met jullie over hoe het met %(child)s gaat.") % names,
            gettext("%(child)s hoort daar ook bij. Samen weten wij het meest.") % names,
            gettext("Wanneer komt het uit? Op school of aan de telefoon, wat jullie prettig vinden."),
            gettext("Groet, %(me)s") % names,
        ]
        return "\n\n".join([said[0], " ".join(said[1:3]), *said[3:]])

    @transaction.atomic
    def send(self) -> None:
        """The same words sent twice are one message; other words on the same day, or to another, go too."""
        me, writer = self.viewer, self.writer
        if writer and self.form:
            Invitation.note(self.student, writer.school, by=me.person, day=me.today, at=me.now)
            writer.write(self.form)

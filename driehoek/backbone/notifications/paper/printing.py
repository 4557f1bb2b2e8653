"""A print run: everything that is collected for a group becomes letters, each item in one of them."""

from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.sending import leave_out
from driehoek.backbone.notifications.models import PaperLetter
from driehoek.backbone.notifications.paper.envelopes import Envelope, envelopes
from driehoek.backbone.notifications.paper.sifting import PaperSieve
from driehoek.facts.schools.models import Group


def print_run(group: Group, viewer: Viewer) -> int:
    """How many letters there are more. Twice finds nothing the second time."""
    press = DigestPress(viewer.now)
    return sum(_letter(envelope, group, viewer, press) for envelope in envelopes(group, viewer))


@transaction.atomic
def _letter(envelope: Envelope, group: Group, viewer: Viewer, press: DigestPress) -> bool:
    """Each item is asked again, for her who will read it. Nothing left: no letter."""
    letter = PaperLetter.make(
        envelope.guardian, envelope.student, group, envelope.items, by=viewer.person, at=viewer.now
    )
    if letter is None:
        return False
    sieve = PaperSieve(letter, press, viewer.now)
    sieve.run()
    leave_out(sieve, viewer.now)
    if not sieve.kept:
        letter.digest.delete()
    return bool(sieve.kept)

"""The page on which home puts a question: to the right people, about the right child."""

from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from driehoek.backbone.access.closed import Closed, without_news
from driehoek.backbone.access.corners import Corner, corner_of
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.slowing import slow_down
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.conversations.addresses import Address, addresses
from driehoek.features.conversations.forms import AskForm
from driehoek.features.conversations.speaking import ASKED, why_not_now

Files = MultiValueDict[str, UploadedFile]


class Asking:
    """What one may choose from, and what is filled in already."""

    def __init__(
        self, viewer: Viewer, wanted: QueryDict, said: QueryDict | None, files: Files | None, begun: str = ""
    ) -> None:
        self.viewer, self.wanted = viewer, wanted
        self.form = AskForm(
            said,
            addresses=self.addresses,
            attached=self.attached(said, files),
            initial={"about": self.likely, "text": begun or self.usual},
        )
        if said is not None and self.form.is_valid() and (why := why_not_now(viewer, ASKED)):
            slow_down(self.form, why, "text")

    def attached(self, said: QueryDict | None, files: Files | None) -> Attached:
        """For the school that was chosen; while nothing is, for the first there is."""
        chosen = said.get("about", "") if said else ""
        schools = [address.school for address in self.addresses if address.key == chosen]
        schools += [address.school for address in self.addresses[:1]]
        return Attached(self.viewer, schools[0] if schools else School(), said, files if schools else None)

    @cached_property
    def addresses(self) -> list[Address]:
        return addresses(self.viewer)

    @cached_property
    def closed(self) -> list[Closed]:
        """Of whose children nothing that school says comes to her, and why she finds nobody to ask here."""
        wards = rows(Person, self.viewer, may="see").filter(pk__in=self.viewer.wards()).order_by("pk")
        return [one for one in without_news(wards, self.viewer) if not one.by_school]

    @property
    def to_call(self) -> list[School]:
        """Where nobody can be asked here: the schools she has to do with, that have a number."""
        schools = {seat.school for seat in self.viewer.seats if seat.school and seat.school.phone}
        return sorted(schools, key=lambda school: school.name)

    @property
    def likely(self) -> str:
        """The child from whose page she came, at the school of the colleague she chose; or the only one."""
        kind, school = self.wanted.get("kind", ""), self.wanted.get("school", "")
        about = [a for a in self.addresses if [str(child.pk) for child in a.children] == [kind]]
        if "help" in self.wanted:
            about = [address for address in self.addresses if not address.children]
        about = [address for address in about if school in ("", str(address.school.pk))]
        alone = [address for address in self.addresses if address.children]
        chosen = about or (alone if len(alone) == 1 else [])
        return chosen[0].key if chosen else ""

    @property
    def may_ask_student_in(self) -> bool:
        """A student who asks herself is in it already."""
        whole = any(a.children and not a.is_by_law for a in self.addresses)
        return corner_of(self.viewer) == Corner.HOME and whole

    @property
    def has_by_law(self) -> bool:
        """Of somebody she may ask only how she is doing, and that one reads along."""
        return any(address.is_by_law for address in self.addresses)

    @property
    def usual(self) -> str:
        """The question that the law has in mind, to begin with."""
        asked = next((one for one in self.addresses if one.is_by_law and one.key == self.likely), None)
        return _("Hoe gaat het met %(name)s?") % {"name": asked.label} if asked else ""

    @property
    def confirmation(self) -> str:
        return _("Verstuurd naar %(names)s.") % {"names": self.form.address.readers_in_words}

"""Who sees a piece of work today, by name, for the student herself and for who teaches her."""

from functools import cached_property

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.forms import guardians_of
from driehoek.features.portfolio.models import ForWhom, Work


class SeenBy:
    """Never by name for another guardian: two homes may share a child and nothing else."""

    def __init__(self, work: Work, viewer: Viewer) -> None:
        self.work, self.viewer = work, viewer
        self.is_hers = work.student_id == viewer.person.pk

    @property
    def whom(self) -> str:
        """As the student chose it."""
        chosen = ForWhom(self.work.whom)
        return str(chosen.label) if self.is_hers else chosen.said_at_school

    @property
    def is_over(self) -> bool:
        """Whether the last day on which others see it was before today."""
        return self.work.until_on is not None and self.work.until_on < self.viewer.today

    @cached_property
    def names(self) -> str:
        """ "Naima, Karim en je juf, meester of mentor"; nothing for who may not read them."""
        if not self.is_hers and self.viewer.hat != "school":
            return ""
        home = [one.given_name if self.is_hers else one.name for one in self._at_home]
        if self.is_hers:
            room = [_("je klas")] if self._is_for_class else []
            return listed([*home, *room, _("je juf, meester of mentor")])
        room = [_("de klas")] if self._is_for_class else []
        return listed([self.work.student.name, *home, *room, _("wie lesgeeft")])

    @property
    def _at_home(self) -> list[Person]:
        """As the policy says it of each guardian at this moment: three questions, however many they are."""
        them = Viewer.at_home(guardians_of(self.work.student, self.viewer), self.viewer.now)
        this = Work.objects.filter(pk=self.work.pk)
        asked = [Exists(Work.objects.visible_to(him).filter(pk=OuterRef("pk"))) for him in them]
        said = this.values_list(*asked).get() if asked else ()
        return [him.person for him, sees in zip(them, said, strict=True) if sees]

    @property
    def _is_for_class(self) -> bool:
        shown = Work.objects.filter(pk=self.work.pk, look__for_class=True, student__protection=None)
        return self.work.whom == ForWhom.CLASS and not self.is_over and shown.exists()

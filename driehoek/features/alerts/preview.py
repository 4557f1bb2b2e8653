"""What an urgent notice says and whom it reaches, to look at before it goes."""

from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.people.naming import named
from driehoek.facts.schools.models import Enrolment, School
from driehoek.features.alerts.forms import AlertForm
from driehoek.features.alerts.models import What
from driehoek.features.alerts.reach import Reach, reach_of


class Preview:
    """One filled-in form."""

    def __init__(self, school: School, form: AlertForm, viewer: Viewer) -> None:
        self.school, self.form, self.viewer = school, form, viewer

    @property
    def headline(self) -> str:
        said = self.form.said
        return said.title if said.what == What.OTHER else str(said.what.label)

    @cached_property
    def reach(self) -> Reach:
        person, day = self.viewer.person, self.viewer.today
        return reach_of(self.school, self.form.chosen, besides=person, day=day)

    @cached_property
    def names(self) -> list[str]:
        """Given names of pupils that stand in the words, of those whom the writer may know."""
        here = Enrolment.objects.on(self.viewer.today).filter(group__school=self.school)
        pupils = rows(Person, self.viewer, may="see").filter(pk__in=here.values("student"))
        said = self.form.said
        found = named(pupils.only("given_name"), f"{said.title} {said.text}")
        return sorted({person.given_name for person in found})

"""What a child does at the kitchen table herself: ask to be asked something, and look back on her week."""

from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from driehoek.backbone.access.models import Role
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.facts.schools.models.school import Sector
from driehoek.features.kitchen.bands import Band, band_of
from driehoek.features.kitchen.bank import Ready
from driehoek.features.kitchen.choosing import monday_of, three_of, to_look_back
from driehoek.features.kitchen.models import Reflection, Wish


class OwnCorner:
    """Of the child who is looking."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    @cached_property
    def child(self) -> Person | None:
        """Herself; nobody for who is no student."""
        return rows(Person, self.viewer, may="ask_at_table").filter(pk=self.viewer.person.pk).first()

    @cached_property
    def schools(self) -> list[School]:
        """Where she learns, before where she is looked after."""
        seats = [seat for seat in self.viewer.seats if seat.role == Role.STUDENT]
        schools = {seat.school.pk: seat.school for seat in seats if seat.school}
        return sorted(schools.values(), key=lambda school: (school.sector == Sector.CHILDCARE, school.pk))

    @property
    def school(self) -> School:
        return self.schools[0]

    @cached_property
    def band(self) -> Band:
        sectors = {school.sector for school in self.schools}
        return band_of(self.viewer.person.birth_date, sectors, self.viewer.today)

    @cached_property
    def choices(self) -> list[Ready]:
        return three_of(self.viewer.person.pk, self.band, self.viewer.today)

    @cached_property
    def wish(self) -> Wish | None:
        """What she asked for this week."""
        mine = Wish.objects.visible_to(self.viewer).filter(student=self.viewer.person)
        return mine.filter(week=monday_of(self.viewer.today)).first()

    @cached_property
    def looks_back_on(self) -> Ready:
        return to_look_back(self.band, self.viewer.today)

    @cached_property
    def reflection(self) -> Reflection | None:
        mine = Reflection.objects.visible_to(self.viewer).filter(student=self.viewer.person)
        return mine.filter(week=monday_of(self.viewer.today)).first()

    def attached(
        self, data: QueryDict | None = None, files: "MultiValueDict[str, UploadedFile] | None" = None
    ) -> Attached:
        """What she speaks."""
        return Attached(self.viewer, self.school, data, files)

"""How results read on a page: by subject, the latest first, with a line where a line says more."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from driehoek.backbone.access.closed import Closed, shut_to
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.clock import moment_in_words
from driehoek.base.shell.trend import Trend
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.results.models import Item, ReleaseTerms, Result, ToldAtHome
from driehoek.features.results.planning import AT_ONCE_IN
from driehoek.features.results.trend import trend_of

AT_MOST = 400  # results on one page: a busy year has a third of that
RESULTS = InformationKind.RESULTS
AHEAD, MOST_HOMEWORK = dt.timedelta(days=28), 30


@dataclass(frozen=True)
class Subject:
    """One subject of one student."""

    name: str
    results: list[Result]
    now: dt.datetime

    @property
    def latest(self) -> Result:
        return self.results[0]

    @cached_property
    def trend(self) -> Trend | None:
        return trend_of(self.results)

    @property
    def sources(self) -> list[str]:
        """ "Uit Magister, van dinsdag": of each system the last time it wrote something here."""
        last: dict[str, dt.datetime] = {}
        for result in self.results:
            last[result.source.name] = max(last.get(result.source.name, result.stamped_at), result.stamped_at)
        said = _("Uit {source}, van {when}")
        return [said.format(source=apart(name), when=stamped(at, self.now)) for name, at in last.items()]


def apart(name: str) -> str:
    """Keeps its own direction inside a sentence (Unicode TR 9, isolates)."""
    return f"\u2068{name}\u2069"


def stamped(moment: dt.datetime, now: dt.datetime) -> str:
    """ "dinsdag 14:02": the day and the time, however long ago."""
    day = moment_in_words(moment, now=now)
    time = moment_in_words(moment, now=moment)
    return day if day == time else f"{day} {time}"


class Results:
    """What this viewer sees of the results of one student. The gate has already let her in."""

    def __init__(self, student: Person, viewer: Viewer) -> None:
        self.student, self.viewer = student, viewer

    @property
    def student_key(self) -> str:
        return str(self.student.pk)

    @cached_property
    def all(self) -> list[Result]:
        seen = Result.objects.visible_to(self.viewer).whole().filter(student=self.student)
        found = list(seen.order_by("-scored_on", "-stamped_at", "-pk")[:AT_MOST])
        put_in_words([*found, *(result.item for result in found)], now=self.viewer.now)
        return found

    @cached_property
    def subjects(self) -> list[Subject]:
        """By name."""
        found: dict[str, list[Result]] = {}
        for result in self.all:
            found.setdefault(result.item.subject, []).append(result)
        return [Subject(name, rows, self.viewer.now) for name, rows in sorted(found.items())]

    @cached_property
    def fresh(self) -> list[Result]:
        """Seen by the student and not at home: hers to tell."""
        return [result for result in self.all if self._is_hers_alone(result)]

    def _is_hers_alone(self, result: Result) -> bool:
        telling: ToldAtHome | None = getattr(result, "telling", None)
        is_waiting = result.moment.opens_at <= self.viewer.now < result.moment.home_at
        return is_waiting and not (telling and telling.is_shown)

    @property
    def missing(self) -> list[Result]:
        return [result for result in self.all if result.is_missing]

    @property
    def has_corrected(self) -> bool:
        """Of what was out: that comes to both at once."""
        return any(result.corrected_at for result in self.all)

    @cached_property
    def homework(self) -> list[Item]:
        """For the coming weeks, as the source says it."""
        given = Item.objects.visible_to(self.viewer).filter(is_homework=True)
        hers = given.filter(
            due_on__gte=self.viewer.today,
            due_on__lte=self.viewer.today + AHEAD,
            group__enrolments__student=self.student,
        )
        found = list(hers.order_by("due_on", "subject", "pk").distinct()[:MOST_HOMEWORK])
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def closed(self) -> Closed | None:
        """Why none of them come to her, if so."""
        return shut_to(self.student, self.viewer).get(RESULTS.value)

    @cached_property
    def are_first_hers(self) -> bool:
        """Unless a school of hers lets both see it at once."""
        hers = Enrolment.objects.on(self.viewer.today).filter(student=self.student)
        young = hers.filter(group__school__sector__in=AT_ONCE_IN)
        at_once = ReleaseTerms.objects.filter(head_start=0, school__in=young.values("group__school"))
        return not at_once.exists()

    @cached_property
    def has_readers(self) -> bool:
        """Whether anybody at home looks along with her at all."""
        seats = Seat.objects.on(self.viewer.today).filter(student=self.student, sees_child=True)
        return seats.filter(role=Role.GUARDIAN).exists()

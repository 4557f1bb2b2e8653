"""Who at school reads the line of one person under a post: the rule that opens it, asked the other way."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.rules.posts import not_of_a_kept_family
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_in_words
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Enrolment
from driehoek.features.feed.models import Post

FEW = 3  # so many are all named; of more the first, and that they are colleagues

of_another_family = not_of_a_kept_family("pk")  # on the person whose line it is


class Hearers:
    """Of the lines of these people under one post. Two queries, however many lines; one, for whoever asked
    already who works there."""

    def __init__(
        self, post: Post, viewer: Viewer, lines: Collection[int], seats: Sequence[Seat] | None = None
    ) -> None:
        self.post, self.viewer = post, viewer
        self._by_line = _hearers(post, viewer, lines, seats) if lines else {}

    def of(self, line_of: Person) -> list[Person]:
        """Who at school reads the line of this person; the author of the post first."""
        return [person for person in self._by_line.get(line_of.pk, []) if person != line_of]

    def names(self, line_of: Person) -> str:
        """Of everybody at school who reads it: "Juf Anouk en Juf Meryem", as the viewer calls them."""
        return listed(self._named(line_of))

    def all_names(self, line_of: Person) -> str:
        """With the person whose line it is: "jij, Juf Anouk en Juf Meryem"."""
        return listed([self._name(line_of), *self._named(line_of)])

    def _named(self, line_of: Person) -> list[str]:
        found = self.of(line_of)
        if len(found) <= FEW:
            return [self._name(person) for person in found] or [_("de school")]
        return [self._name(found[0]), self._colleagues]

    def _name(self, person: Person) -> str:
        return _("jij") if person == self.viewer.person else person.name

    @property
    def _colleagues(self) -> str:
        place = self.post.place
        said = _("collega's rond %(place)s") if place.student else _("collega's van %(place)s")
        return said % {"place": place.student.given_name if place.student else place.name}


def who_works_there(post: Post, day: dt.date) -> Asking[list[Seat]]:
    """The seats of everybody to whom the rule might open a line under it."""
    return asked(_seats, day, post.author_id, post.group_id or 0, post.student_id or 0)


def in_words(day: dt.date | None, viewer: Viewer) -> str:
    """When they read it: "morgen", "maandag 30 november"; empty for no day."""
    return day_in_words(day, today=viewer.today) if day else ""


def _hearers(
    post: Post, viewer: Viewer, lines: Collection[int], seats: Sequence[Seat] | None
) -> dict[int, list[Person]]:
    if seats is None:
        seats = read(who_works_there(post, viewer.today))
    colleagues = Viewer.at_work(_author_first(seats, post.author_id), viewer.now)
    answers = prepared(_answers, tuple(colleagues), post.pk, padded(lines)) if colleagues else ()
    return {
        line: [one.person for one, hears in zip(colleagues, heard, strict=True) if hears]
        for line, *heard in answers
    }


def _author_first(seats: Iterable[Seat], author: int) -> list[Seat]:
    return sorted(seats, key=lambda seat: (seat.person_id != author, seat.person.family_name, seat.person_id))


def _seats(day: dt.date, author: int, group: int, student: int) -> QuerySet[Seat]:
    """Of everybody to whom the rule might open a line: who wrote the post, and who works with its place."""
    sits = Enrolment.objects.on(day).filter(student=student).values("group")
    there = Q(group=group) | Q(group__in=sits)
    staff = Appointment.objects.on(day).filter(there, function__in=GROUP_FUNCTIONS).values("person")
    seats = Seat.objects.on(day).filter(Q(person=author) | Q(person__in=staff), role=Role.STAFF)
    return seats.select_related("person")


def _answers(colleagues: tuple[Viewer, ...], post: int, lines: tuple[int, ...]) -> QuerySet[Person]:
    """For each line of each colleague whether she hears it."""
    hears = {f"hears_{number}": _hears(one, post) for number, one in enumerate(colleagues)}
    return Person.objects.filter(pk__in=lines).annotate(**hears).values_list("pk", *hears)


def _hears(colleague: Viewer, post: int) -> Exists:
    """On the person whose line it is, as the policy has it."""
    heard = Post.objects.where(colleague, may="hear").filter(pk=post)
    open_to_her = Person.objects.filter(of_another_family.rows_for(colleague), pk=OuterRef("pk"))
    return Exists(open_to_her.filter(Exists(heard)))

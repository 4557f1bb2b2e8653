"""What stands beside a private line about its readers, and the rule that opens it: the same people."""

from collections.abc import Callable

import pytest

from driehoek.facts.people.models import Person, ProtectionReader, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, Function
from driehoek.features.feed.hearing import Hearers
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR, shared
from driehoek.features.feed.tests.test_reading import queries
from driehoek.features.feed.tests.test_rooms import in_his_room, protect, somebody_of_the_other_board
from tests.cast import Cast


def of_the_school(cast: Cast) -> Post:
    place = Place(cast.vlieger)
    post = Post.begin(place, by=cast.joris, at=cast.now - HOUR)
    post.write({"title": "Vrij op vrijdag"}, place=place, with_students=True)
    post.share(by=cast.joris, at=cast.now - HOUR, due_at=cast.now - HOUR)
    return post


def kept_from_yusuf(cast: Cast) -> Post:
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.meryem, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    return shared(cast, with_students=True)


def of_a_protected_child(cast: Cast) -> Post:
    """One of her two teachers was named."""
    protect(cast)
    ProtectionReader.objects.create(protection=cast.yusuf.protection, person=cast.anouk)
    return in_his_room(cast)


def at_two_schools(cast: Cast) -> Post:
    somebody_of_the_other_board(cast)
    return in_his_room(cast)


def whose_author_left(cast: Cast) -> Post:
    post = shared(cast, with_students=True)
    Appointment.objects.filter(person=cast.anouk).update(ends_on=cast.today - 24 * HOUR)
    return post


def with_a_teacher_who_left(cast: Cast) -> Post:
    cast.meryem.is_active = False
    cast.meryem.save()
    return shared(cast, with_students=True)


KINDS = [
    lambda cast: shared(cast, with_students=True),
    in_his_room,
    of_the_school,
    kept_from_yusuf,
    of_a_protected_child,
    at_two_schools,
    whose_author_left,
    with_a_teacher_who_left,
]


@pytest.mark.parametrize("made", KINDS)
def test_the_words_name_exactly_those_to_whom_the_rule_opens_the_line(
    cast: Cast, made: Callable[[Cast], Post]
) -> None:
    post = made(cast)
    speakers = [(cast.naima, "home"), *([(cast.yusuf, "child")] if post.is_for_students else [])]
    for person, corner in speakers:
        said = post.comment("Stil", by=person, corner=corner, at=cast.now, in_line_of=person)
        names = Hearers(post, cast.viewer(person, "home"), {person.pk}).of(person)
        assert {one.pk for one in names} == to_whom_it_opens(said, cast), corner


def to_whom_it_opens(said: Comment, cast: Cast) -> set[int]:
    """At work; at home it opens for whoever said it, and nobody else."""
    family = (cast.naima, cast.rachid, cast.yusuf, cast.elif_, cast.anouk)
    assert [one for one in family if _opens(said, cast, one, "home")] == [said.author]
    staff = [cast.anouk, cast.meryem, cast.daan, cast.joris, cast.marja, cast.wendy]
    hers = Enrolment.objects.filter(student=cast.yusuf).values("group")  # of the after-school care too
    staff += Person.objects.filter(appointments__group__in=hers).distinct()
    return {one.pk for one in staff if _opens(said, cast, one, "school")}


def _opens(said: Comment, cast: Cast, person: Person, hat: str) -> bool:
    found = Comment.objects.visible_to(cast.viewer(person, hat))  # type: ignore[arg-type]
    return found.filter(pk=said.pk).exists()


def test_a_parent_reads_on_the_page_who_reads_along_and_so_does_the_school(cast: Cast) -> None:
    post = shared(cast)
    post.comment("Stil", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    naima, meryem = (cast.sign_in(who).get(post.get_absolute_url()).text for who in (cast.naima, cast.meryem))
    assert "Alleen jij, Juf Anouk en Juf Meryem" in naima
    assert "Alleen Juf Anouk en Juf Meryem" in naima and "Alleen Juf Anouk<" not in naima
    assert f"Alleen {cast.naima.name}, Juf Anouk en jij" in meryem


def test_whoever_is_kept_from_the_family_is_not_named(cast: Cast) -> None:
    post = kept_from_yusuf(cast)
    page = cast.sign_in(cast.naima).get(post.get_absolute_url()).text
    assert "Alleen Juf Anouk<" in page and "Juf Meryem" not in page
    assert "Juf Anouk en Juf Meryem" in cast.sign_in(cast.bas).get(post.get_absolute_url()).text


def more_teachers(cast: Cast, number: int) -> None:
    for key in range(number):
        person = Person.objects.create(given_name=f"Juf {key}")
        Appointment.objects.create(
            person=person, board=cast.vlieger.board, school=cast.vlieger, group=cast.groep_5,
            function=Function.TEACHER, starts_on=cast.today,
        )  # fmt: skip


def test_of_many_the_author_is_named_and_that_they_are_colleagues(cast: Cast) -> None:
    post, room = shared(cast), in_his_room(cast)
    more_teachers(cast, 2)
    naima = cast.viewer(cast.naima, "home")
    assert Hearers(post, naima, {cast.naima.pk}).names(cast.naima) == "Juf Anouk en collega's van groep 5"
    assert Hearers(room, naima, {cast.naima.pk}).names(cast.naima) == "Juf Anouk en collega's rond Yusuf"


def test_more_lines_and_more_colleagues_take_no_more_queries(cast: Cast) -> None:
    post = shared(cast)
    for parent in (cast.naima, cast.elif_, cast.bas):
        post.comment("Stil", by=parent, corner="home", at=cast.now, in_line_of=parent)
    of_school, of_home = cast.sign_in(cast.anouk), cast.sign_in(cast.naima)
    first = [queries(client, post.get_absolute_url()) for client in (of_school, of_home)]
    more_teachers(cast, 4)
    for parent in (cast.rachid, cast.murat):
        post.comment("Stil", by=parent, corner="home", at=cast.now, in_line_of=parent)
    assert [queries(client, post.get_absolute_url()) for client in (of_school, of_home)] == first
    assert max(first) <= 12

"""What stands above the text field about the readers, and the rule that opens it: the same people."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils.html import escape

from driehoek.backbone.access.viewer import Hat
from driehoek.facts.people.models import Person, ProtectionReader, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, Function, Leave
from driehoek.features.conversations.hearing import Hearers
from driehoek.features.conversations.models import Conversation
from driehoek.features.conversations.notices import readers_at_school
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.conversations.tests.test_figures import MOST, queries
from tests.cast import Cast


def by_the_head(cast: Cast) -> Conversation:
    return asked(cast, by=cast.joris, line_of=cast.naima, corner="school", about="good")


def by_a_head_who_left(cast: Cast) -> Conversation:
    talk = by_the_head(cast)
    yesterday = cast.today - dt.timedelta(days=1)
    Appointment.objects.filter(person=cast.joris).update(ends_on=yesterday)
    return talk


def with_a_deputy(cast: Cast) -> Conversation:
    tomorrow = cast.today + dt.timedelta(days=1)
    Leave.take(cast.anouk, starts_on=cast.today, ends_on=tomorrow, deputy=cast.imane)
    return asked(cast)


def answered_by_the_deputy(cast: Cast) -> Conversation:
    talk = with_a_deputy(cast)
    talk.say("Ja", by=cast.imane, corner="school", at=cast.now, told_at=cast.now)
    return talk


def done_with_a_deputy(cast: Cast) -> Conversation:
    talk = with_a_deputy(cast)
    talk.finish(by=cast.meryem, at=cast.now)
    return talk


def of_a_protected_child(cast: Cast) -> Conversation:
    """Her teacher was named as one who may know; the others of the group were not."""
    ProtectionReader.objects.exclude(person=cast.anouk).delete()
    return asked(cast, by=cast.karin, children=[cast.lotte])


def kept_from_one_of_the_team(cast: Cast) -> Conversation:
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.meryem, kind="no_access", starts_on=cast.today, entered_by=cast.marja
    )
    return asked(cast)


def for_help(cast: Cast) -> Conversation:
    Appointment.objects.create(
        person=cast.samira, board=cast.drie_hoeken, school=cast.vlieger, function=Function.KEY_USER,
        starts_on=cast.today,
    )  # fmt: skip
    return asked(cast, children=[], team="help")


def with_a_colleague_who_is_no_longer_active(cast: Cast) -> Conversation:
    cast.meryem.is_active = False
    cast.meryem.save()
    return asked(cast)


def for_a_mentor(cast: Cast) -> Conversation:
    return asked(cast, team="mentor")


KINDS = [
    asked,
    by_the_head,
    by_a_head_who_left,
    with_a_deputy,
    answered_by_the_deputy,
    done_with_a_deputy,
    of_a_protected_child,
    kept_from_one_of_the_team,
    for_help,
    with_a_colleague_who_is_no_longer_active,
    for_a_mentor,
    lambda cast: asked(cast, children=[cast.yusuf, cast.lina]),
    lambda cast: asked(cast, with_student=True),
]


@pytest.mark.parametrize("made", KINDS)
def test_the_words_name_exactly_those_to_whom_the_rule_opens_it(
    cast: Cast, made: Callable[[Cast], Conversation]
) -> None:
    talk = made(cast)
    children = [row.student for row in talk.children.select_related("student")]
    named = Hearers(talk, children, cast.viewer(talk.line_of, "home")).at_school
    everybody = Person.objects.all()
    assert set(named) == {one for one in everybody if opens(cast, talk, one, "school")}
    assert len(named) == len(set(named))
    at_home = {talk.line_of, *(children if talk.with_student else [])}
    assert {one for one in everybody if opens(cast, talk, one, "home")} == at_home


def opens(cast: Cast, talk: Conversation, person: Person, hat: Hat) -> bool:
    return Conversation.objects.visible_to(cast.viewer(person, hat)).filter(pk=talk.pk).exists()


def readers_line(cast: Cast, talk: Conversation, reader: Person) -> str:
    page = cast.sign_in(reader).get(talk.get_absolute_url()).text
    return page.partition("Dit lezen alleen ")[2].partition("<")[0]


def test_the_head_who_began_it_is_named_to_everybody_else_in_it(cast: Cast) -> None:
    talk = by_the_head(cast)
    head = escape(cast.joris.name)
    for reader in (cast.naima, cast.anouk):
        assert head in readers_line(cast, talk, reader)
    assert head not in readers_line(cast, talk, cast.joris)
    page = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).text
    assert head in page.partition("Wie dit leest: ")[2].partition("<")[0]


def test_who_stands_in_is_named_before_and_after_she_answers_and_not_when_it_is_done(cast: Cast) -> None:
    talk, deputy = with_a_deputy(cast), escape(cast.imane.name)
    assert deputy in readers_line(cast, talk, cast.naima)
    talk.say("Ja", by=cast.imane, corner="school", at=cast.now, told_at=cast.now)
    assert deputy in readers_line(cast, talk, cast.naima)
    talk.finish(by=cast.meryem, at=cast.now)
    assert deputy not in readers_line(cast, talk, cast.naima)


def test_a_colleague_who_is_kept_from_the_child_is_not_named(cast: Cast) -> None:
    line = readers_line(cast, kept_from_one_of_the_team(cast), cast.naima)
    assert "Juf Anouk" in line and "Juf Meryem" not in line


def test_the_head_who_began_it_hears_of_an_answer_until_a_colleague_takes_it_on(cast: Cast) -> None:
    talk = by_the_head(cast)
    assert cast.joris in readers_at_school(talk, cast.today)
    assert cast.joris not in readers_at_school(asked(cast), cast.today)
    talk.assign(to=cast.anouk, by=cast.joris, at=cast.now, told_at=cast.now)
    taken_on = Conversation.objects.visible_to(cast.viewer(cast.anouk)).get(pk=talk.pk)
    assert set(readers_at_school(taken_on, cast.today)) == {cast.anouk}


@pytest.mark.parametrize("who", ["naima", "anouk"])
def test_more_colleagues_take_no_more_queries(cast: Cast, who: str) -> None:
    talk = by_the_head(cast)
    client = cast.sign_in(getattr(cast, who))
    few = queries(client, talk.get_absolute_url())
    group = Enrolment.objects.filter(student=cast.yusuf, group=cast.groep_5).get().group
    for number in range(4):
        person = Person.objects.create(given_name=f"Juf {number}")
        Appointment.objects.create(
            person=person, board=group.school.board, school=group.school, group=group,
            function=Function.TEACHER, starts_on=cast.today,
        )  # fmt: skip
    assert queries(client, talk.get_absolute_url()) == few <= MOST

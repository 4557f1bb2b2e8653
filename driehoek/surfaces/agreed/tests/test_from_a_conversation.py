"""From a conversation to the table: a day that is agreed there becomes a talk about the child."""

import datetime as dt

import pytest

from driehoek.backbone.access.corners import Corner
from driehoek.features.conversations.models import Conversation, Proposal, TalkRequest
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.talks.models import Point, Talk
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
THEN = NOW + dt.timedelta(days=5)


def agree(cast: Cast, conversation: Conversation, moment: dt.datetime = THEN, where: str = "phone") -> None:
    """Asked by home, proposed by school, agreed by home: twice, as a phone may send it."""
    told = {"at": NOW, "told_at": NOW}
    request = TalkRequest.ask(conversation, where=where, moments=[], interpreter=False, by=cast.naima, **told)
    request.propose(moment=moment, place="Lokaal 5", by=cast.anouk, **told)
    proposal = Proposal.objects.get(request=request)
    for _time in range(2):
        request.agree(proposal, by=cast.naima, **told)


def test_a_day_that_was_agreed_becomes_one_talk_of_who_were_in_it(cast: Cast) -> None:
    agree(cast, asked(cast))
    talk = Talk.objects.get()
    assert (talk.student, talk.moment, talk.place) == (cast.yusuf, THEN, "Lokaal 5")
    sides = {(side.person, side.corner) for side in talk.sides.all()}
    assert sides == {(cast.naima, Corner.HOME), (cast.anouk, Corner.SCHOOL)}
    assert {row.person for row in talk.left_out.all()} == {cast.rachid, cast.yusuf}
    assert cast.sign_in(cast.naima).get(talk.get_absolute_url()).status_code == 200
    assert cast.sign_in(cast.rachid).get(talk.get_absolute_url()).status_code == 404


def test_the_child_who_read_along_is_at_the_talk(cast: Cast) -> None:
    agree(cast, asked(cast, with_student=True))
    assert Talk.objects.get().sides.get(corner=Corner.CHILD).person == cast.yusuf


def test_another_day_for_the_same_request_is_the_same_talk(cast: Cast) -> None:
    conversation = asked(cast)
    agree(cast, conversation)
    agree(cast, conversation, THEN + dt.timedelta(days=1), where="school")
    assert Talk.objects.get().moment == THEN + dt.timedelta(days=1)


def test_a_talk_that_was_held_stays_where_it_was(cast: Cast) -> None:
    conversation = asked(cast)
    agree(cast, conversation)
    held = NOW - dt.timedelta(days=60)
    Talk.objects.update(moment=held)
    agree(cast, conversation, where="school")
    assert set(Talk.objects.values_list("moment", flat=True)) == {held, THEN}


def test_a_talk_for_which_home_needs_its_days_is_not_pulled_forward(cast: Cast) -> None:
    conversation, soon = asked(cast), NOW + dt.timedelta(days=1)
    agree(cast, conversation)
    side = Talk.objects.get().sides.get(person=cast.anouk)
    Point.add(side, "learning", "Blijven zitten", note="Dit.", is_serious=True, by=cast.anouk, at=NOW)
    agree(cast, conversation, soon, where="school")
    assert set(Talk.objects.values_list("moment", flat=True)) == {soon, THEN}


def test_a_proposal_alone_is_no_talk(cast: Cast) -> None:
    told = {"at": NOW, "told_at": NOW}
    request = TalkRequest.ask(
        asked(cast), where="phone", moments=[], interpreter=False, by=cast.naima, **told
    )
    request.propose(moment=THEN, place="Lokaal 5", by=cast.anouk, **told)
    assert not Talk.objects.exists()

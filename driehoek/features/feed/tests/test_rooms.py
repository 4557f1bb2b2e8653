"""The room of one child: who comes in at work, who does not, and how little of it a mail tells."""

import pytest

from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person, Protection, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, Function, Group
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.naming import is_about_one_child, names_a_child
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR, shared
from tests.cast import Cast
from tests.servers.smtp import Postman

SECRET = "Hij werd vandaag gepest."


def in_his_room(cast: Cast) -> Post:
    place = Place(cast.vlieger, student=cast.yusuf)
    post = Post.begin(place, by=cast.anouk, at=cast.now - HOUR)
    post.write({"title": "Even over Yusuf", "text": SECRET}, place=place)
    post.share(by=cast.anouk, at=cast.now - HOUR, due_at=cast.now - HOUR / 2)
    return post


def said_at_home(post: Post, cast: Cast) -> Comment:
    return post.comment("Dank", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)


def somebody_of_the_other_board(cast: Cast) -> Person:
    """She teaches Yusuf too, at another school of another board."""
    group = Group.objects.filter(school=cast.brug).first()
    person = Person.objects.create(given_name="Wilma")
    Enrolment.objects.create(student=cast.yusuf, group=group, starts_on=cast.today)
    Appointment.objects.create(
        person=person, board=cast.brug.board, school=cast.brug, group=group, function=Function.TEACHER,
        starts_on=cast.today,
    )  # fmt: skip
    return person


def protect(cast: Cast) -> None:
    Protection.objects.create(student=cast.yusuf, basis="test", entered_by=cast.marja, entered_at=cast.now)


def test_what_is_said_in_a_room_is_not_heard_at_the_other_school(cast: Cast) -> None:
    post = in_his_room(cast)
    line = said_at_home(post, cast)
    elsewhere = cast.viewer(somebody_of_the_other_board(cast), "school")
    assert cast.yusuf.pk in set(Post.objects.values_list("student", flat=True))
    for thing in (post, line):
        assert thing.allows(cast.viewer(cast.anouk), "see")
        assert not thing.allows(elsewhere, "see")
    assert not post.allows(elsewhere, "hear")


def test_who_may_no_longer_know_the_child_does_not_hear_the_room_she_opened(cast: Cast) -> None:
    post = in_his_room(cast)
    line = said_at_home(post, cast)
    protect(cast)  # and Anouk is not among the readers
    for thing in (post, line):
        assert not thing.allows(cast.viewer(cast.anouk), "see")
        assert thing.allows(cast.viewer(cast.naima), "see")


@pytest.mark.parametrize("is_shared", [True, False], ids=["shared", "hers alone"])
def test_a_mail_about_one_child_tells_all_in_a_mailbox_of_her_own_and_else_only_that_there_is_something(
    cast: Cast, postman: Postman, is_shared: bool
) -> None:
    if is_shared:
        Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.naima.email)
    in_his_room(cast)
    bring(cast.now)
    (sent,) = [mail for mail in postman.messages if mail["To"] == cast.naima.email]
    assert "Yusuf" not in str(sent["Subject"])
    for part in sent.iter_parts():
        assert ("gepest" in part.get_content()) != is_shared


def test_a_remark_in_a_room_is_told_to_its_author_and_to_nobody_elsewhere(
    cast: Cast, postman: Postman
) -> None:
    Appointment.objects.create(
        person=cast.esther, board=cast.brug.board, school=cast.brug, function=Function.TEACHER,
        starts_on=cast.today,
    )  # fmt: skip
    said_at_home(in_his_room(cast), cast)
    bring(cast.now)
    told = Notification.objects.filter(entry__verb="feed.comment.said")
    assert {row.person for row in told} == {cast.anouk}


def test_a_mailbox_that_a_blocked_parent_shares_gets_no_news(cast: Cast, postman: Postman) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email.upper())
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=cast.today, basis="test",
        entered_by=cast.marja,
    )  # fmt: skip
    shared(cast)
    bring(cast.now)
    receivers = {address for one in postman.recipients for address in one}
    assert receivers and cast.naima.email.lower() not in {address.lower() for address in receivers}


def test_trying_a_name_does_not_tell_that_a_protected_child_is_here(cast: Cast) -> None:
    post = shared(cast)
    assert is_about_one_child("Is Yusuf er?", post, cast.today)
    protect(cast)
    assert not is_about_one_child("Is Yusuf er?", post, cast.today)
    assert names_a_child("Yusuf bouwt", post, cast.today)  # and still no subject of a mail names him

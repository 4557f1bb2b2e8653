"""Agreements with a quiet meter, the week in one mail, and compliments in one tap."""

import datetime as dt

import time_machine
from django.core import mail

from driehoek.backbone.journal.good_news import good_news_since
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.backbone.notifications.tests.test_mail import body
from driehoek.base.core.clock import AMSTERDAM
from driehoek.facts.people.models import Person
from driehoek.features.feed.meter import Meter, wants_week
from driehoek.features.feed.models import GroupAgreement, Kind, NewsWeek, Post, Publication
from driehoek.features.feed.tests.posts import draft, shared
from driehoek.features.feed.tests.test_kinds import tell
from tests.cast import Cast
from tests.servers.smtp import Postman

TERMS = {
    "rhythm": "day",
    "a_week": "2",
    "kinds": ["update", "homework"],
    "answers_within": "2",
    "remarks": "",
}
FRIDAY = dt.datetime(2026, 11, 20, 15, 30, tzinfo=AMSTERDAM)


def agree(cast: Cast, **more: object) -> GroupAgreement:
    client = cast.sign_in(cast.anouk)
    client.post(f"/groep/{cast.groep_5.pk}/afspraken/maken/", TERMS | more)
    return GroupAgreement.objects.get()


def praise(cast: Cast, child: Person, by: Person, number: str = "1") -> int:
    return cast.sign_in(by).post(f"/leerlingen/{child.pk}/compliment/", {"sentence": number}).status_code


def test_an_agreement_is_published_for_guardians_students_and_staff(cast: Cast) -> None:
    agree(cast, remarks="Bel bij haast.")
    for person in (cast.naima, cast.yusuf, cast.meryem, cast.joris):
        page = cast.sign_in(person).get(f"/groep/{cast.groep_5.pk}/afspraken/").content.decode()
        assert "2 berichten per week" in page and "2 schooldagen" in page and "Bel bij haast." in page
    for person in (cast.jeroen, cast.tom, cast.wouter, cast.daan):
        assert cast.sign_in(person).get(f"/groep/{cast.groep_5.pk}/afspraken/").status_code == 404
    assert cast.sign_in(cast.naima).get(f"/groep/{cast.groep_5.pk}/afspraken/maken/").status_code == 404


def test_publishing_the_same_twice_changes_nothing_and_nonsense_is_refused(cast: Cast) -> None:
    first = agree(cast)
    assert agree(cast).at == first.at
    client = cast.sign_in(cast.anouk)
    answer = client.post(f"/groep/{cast.groep_5.pk}/afspraken/maken/", TERMS | {"a_week": "50"})
    assert answer.status_code == 422 and GroupAgreement.objects.get().a_week == 2


def test_the_meter_counts_the_weeks_and_the_answers_and_is_silent_about_few(cast: Cast) -> None:
    agree(cast)
    post = shared(cast)
    asked = cast.now - dt.timedelta(days=9)
    people = [cast.naima, cast.rachid, cast.esther, cast.bas]
    for person in people:
        post.comment("Vraag", by=person, corner="home", at=asked, in_line_of=person)
    meter = Meter(cast.groep_5, cast.viewer(cast.naima))
    assert meter.weeks[-1].posts == 1 and meter.questions == 0
    post.comment("Vraag", by=cast.cheryl, corner="home", at=asked, in_line_of=cast.cheryl)
    answered = asked + dt.timedelta(days=1)
    post.comment("Ja", by=cast.anouk, corner="school", at=answered, in_line_of=cast.naima)
    meter = Meter(cast.groep_5, cast.viewer(cast.naima))
    assert (meter.questions, meter.in_time) == (5, 1)


def test_the_kinds_that_were_promised_stand_beside_those_that_came(cast: Cast) -> None:
    agree(cast, kinds=["update", "homework"])
    shared(cast)
    lesson = shared(cast, "Tien minuten")
    Post.objects.filter(pk=lesson.pk).update(kind=Kind.LESSON)
    meter = Meter(cast.groep_5, cast.viewer(cast.naima))
    assert meter.kinds == [(Kind.UPDATE, 1), (Kind.HOMEWORK, 0), (Kind.LESSON, 1)]
    page = cast.sign_in(cast.naima).get(f"/groep/{cast.groep_5.pk}/afspraken/").text
    assert f"{Kind.UPDATE.label} 1, {Kind.HOMEWORK.label} 0, {Kind.LESSON.label} 1" in page


def test_the_leader_sees_which_groups_agreed_nothing_yet(cast: Cast) -> None:
    agree(cast)
    page = cast.sign_in(cast.joris).get("/afspraken/").content.decode()
    without, with_one = page.split("Met afspraken", 1)
    assert "Groep 5" not in without.rpartition("<h2")[2] and "Groep 5" in with_one and "Groep 6" in without
    for person in (cast.naima, cast.anouk, cast.yusuf):
        assert cast.sign_in(person).get("/afspraken/").status_code == 403


def test_the_question_of_a_week_is_as_old_as_the_news_it_came_with(cast: Cast) -> None:
    agree(cast, rhythm="week")
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(ask_at_home="Hoe sterk is papier?")
    tell(cast)
    cast.now = FRIDAY
    found = notice_of(Entry.objects.get(verb="feed.newsweek.begun"))
    assert found and found.ask and found.asked_at == post.publication.due_at


def test_in_a_group_with_a_week_report_parents_get_one_mail_on_friday(cast: Cast) -> None:
    agree(cast, rhythm="week")
    for title in ("Bruggen", "Breuken"):
        shared(cast, title)
    tell(cast)
    assert mail.outbox == [] and NewsWeek.objects.count() == 1
    cast.now = FRIDAY
    tell(cast)
    mine = [message for message in mail.outbox if message.to == [cast.naima.email]]
    assert len(mine) == 1 and "Bruggen" in mine[0].body and "Breuken" in mine[0].body
    assert mine[0].body.count("De sterkste brug droeg 14 boeken.") == 2  # each in full: nothing else comes
    assert not [message for message in mail.outbox if message.to == [cast.jeroen.email]]


def test_the_mail_of_a_week_holds_nothing_that_was_taken_back_or_is_for_colleagues(cast: Cast) -> None:
    agree(cast, rhythm="week")
    shared(cast, "Bruggen"), shared(cast, "Breuken").withdraw(by=cast.anouk, at=cast.now)
    shared(cast, "Roosters").audience.lines.update(role="staff")
    cast.now = FRIDAY
    tell(cast)
    (mine,) = [message.body for message in mail.outbox if message.to == [cast.naima.email]]
    assert "Bruggen" in mine and "Breuken" not in mine and "Roosters" not in mine


def test_the_mail_of_a_week_leads_to_the_posts_of_that_week(cast: Cast) -> None:
    agree(cast, rhythm="week")
    shared(cast, "Bruggen")
    week = NewsWeek.objects.get()
    later = shared(cast, "Breuken")
    Publication.objects.filter(post=later).update(due_at=week.ends_at + dt.timedelta(hours=1))
    cast.now = FRIDAY
    tell(cast)
    address = week.get_absolute_url()
    assert all(address in message.body for message in mail.outbox if message.to == [cast.naima.email])
    with time_machine.travel(FRIDAY + dt.timedelta(days=3), tick=False):
        page = cast.sign_in(cast.naima).get(address).text
        assert "De week van" in page and "Bruggen" in page and "Breuken" not in page
        assert cast.sign_in(cast.anouk).get(address).status_code == 200
        for who in (cast.jeroen, cast.tom, cast.wouter):
            assert cast.sign_in(who).get(address).status_code == 404


def test_homework_does_not_wait_for_friday(cast: Cast) -> None:
    agree(cast, rhythm="week")
    post = draft(cast)
    Post.objects.filter(pk=post.pk).update(kind=Kind.HOMEWORK, due_on=cast.today)
    post.refresh_from_db()
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now)
    tell(cast)
    assert cast.naima.email in {message.to[0] for message in mail.outbox}


def test_on_friday_the_group_page_asks_what_was_learned_until_it_is_told(cast: Cast) -> None:
    friday = cast.viewer(cast.anouk, now=FRIDAY)
    assert wants_week(cast.groep_5, friday) and not wants_week(cast.groep_5, cast.viewer(cast.anouk))
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(kind=Kind.WEEK)
    assert not wants_week(cast.groep_5, friday)


def test_one_tap_gives_a_compliment_to_the_child_and_both_homes(cast: Cast) -> None:
    for _time in range(2):
        assert praise(cast, cast.yusuf, cast.anouk) == 302
    post = Post.objects.get()
    assert post.kind == Kind.COMPLIMENT and post.student == cast.yusuf
    after = cast.now + dt.timedelta(hours=1)
    for person in (cast.naima, cast.rachid, cast.yusuf):
        assert post.allows(cast.viewer(person, now=after), "see")
    assert not post.allows(cast.viewer(cast.esther, now=after), "see")


def test_of_a_compliment_the_words_stand_in_a_mailbox_of_ones_own(cast: Cast, postman: Postman) -> None:
    praise(cast, cast.yusuf, cast.anouk)
    bring(cast.now + dt.timedelta(days=1))
    (hers,) = [one for one in postman.messages if one["To"] == cast.naima.email]
    assert Post.objects.get().title in body(hers, "plain") and "Yusuf" not in hers["Subject"]


def test_beside_an_answer_about_one_child_stands_that_who_sees_it_reads_along(cast: Cast) -> None:
    praise(cast, cast.yusuf, cast.anouk)
    post = Post.objects.get()
    Publication.objects.update(due_at=cast.now)
    naima = cast.sign_in(cast.naima)
    page = naima.get(post.get_absolute_url()).text
    assert "Wie dit bericht ziet, leest dit ook." in page
    assert "Alle ouders" not in page and "Iedereen in Yusuf" not in page
    said = naima.post(f"{post.get_absolute_url()}reacties/", {"text": "Fijn!", "to": "all"}, follow=True).text
    assert "Verstuurd. Wie dit bericht ziet, leest dit ook." in said


def test_only_who_teaches_a_child_praises_it(cast: Cast) -> None:
    for person in (cast.naima, cast.daan, cast.joris, cast.yusuf):
        assert praise(cast, cast.yusuf, person) in (403, 404)
    assert praise(cast, cast.yusuf, cast.anouk, "99") == 422
    assert not Post.objects.exists()


def test_good_news_is_known_to_the_journal_as_long_as_it_stands(cast: Cast) -> None:
    since = cast.now - dt.timedelta(days=42)
    praise(cast, cast.yusuf, cast.anouk)
    children = [cast.yusuf.pk, cast.noor.pk]
    assert good_news_since(children, since) == {cast.yusuf.pk: cast.now}
    Post.objects.get().undo(by=cast.anouk, at=cast.now)
    assert good_news_since(children, since) == {}

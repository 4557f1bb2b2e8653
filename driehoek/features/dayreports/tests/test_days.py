"""The day of a child at the childcare: written for a group at once, read by the child's own family alone."""

import datetime as dt
import re

from django.core import mail
from django.test import Client

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person, Protection
from driehoek.features.dayreports.models import DayReport
from tests.cast import Cast

EVERYONE = {"all-eaten": "well", "all-mood": "happy"}


def write(cast: Cast, *there: Person, **more: str) -> Client:
    client = cast.sign_in(cast.samira)
    sent = EVERYONE | {f"c{child.pk}-there": "on" for child in there} | more
    client.answer = client.post(f"/groep/{cast.bso.pk}/dag/", sent)
    return client


def days(cast: Cast, person: Person, child: Person, hat: str | None = None) -> str:
    return cast.sign_in(person, hat).get(f"/kind/{child.pk}/dagen/").content.decode()


def test_a_whole_group_is_written_at_once_with_what_was_different_for_one(cast: Cast) -> None:
    answer = write(cast, cast.yusuf, cast.jayden, **{f"c{cast.jayden.pk}-mood": "tired"}).answer
    assert answer.status_code == 302
    found = {row.student_id: (row.eaten, row.slept, row.mood) for row in DayReport.objects.all()}
    assert found == {cast.yusuf.pk: ("well", "", "happy"), cast.jayden.pk: ("well", "", "tired")}


def test_each_family_reads_of_its_own_child_alone(cast: Cast) -> None:
    words = {f"c{cast.jayden.pk}-words": "Jayden bouwde een hut."}
    write(cast, cast.yusuf, cast.jayden, **words)
    assert "Vrolijk" in days(cast, cast.naima, cast.yusuf)
    assert "Vrolijk" in days(cast, cast.rachid, cast.yusuf)
    assert "bouwde een hut" in days(cast, cast.cheryl, cast.jayden)
    assert cast.sign_in(cast.naima).get(f"/kind/{cast.jayden.pk}/dagen/").status_code == 404
    assert "bouwde een hut" not in cast.sign_in(cast.naima).get("/").content.decode()
    assert not DayReport.objects.visible_to(cast.viewer(cast.naima)).filter(student=cast.jayden).exists()


def test_a_teacher_of_another_group_does_not_read_how_the_day_was(cast: Cast) -> None:
    write(cast, cast.yusuf)
    assert "Vrolijk" not in days(cast, cast.anouk, cast.yusuf)
    assert DayReport.objects.visible_to(cast.viewer(cast.samira)).exists()
    assert not DayReport.objects.visible_to(cast.viewer(cast.samira, "home")).exists()


def test_only_who_cares_for_a_care_group_writes(cast: Cast) -> None:
    for person in (cast.anouk, cast.naima, cast.joris):
        assert cast.sign_in(person).get(f"/groep/{cast.bso.pk}/dag/").status_code == 404
    assert cast.sign_in(cast.anouk).get(f"/groep/{cast.groep_5.pk}/dag/").status_code == 404


def test_sent_twice_it_is_one_report_and_a_correction_changes_it(cast: Cast) -> None:
    for mood in ("happy", "happy", "sad"):
        write(cast, cast.yusuf, **{f"c{cast.yusuf.pk}-mood": mood})
    assert DayReport.objects.get().mood == "sad"
    write(cast, cast.jayden)
    assert DayReport.objects.get().student == cast.jayden


def test_what_cannot_be_is_said_and_nothing_is_lost(cast: Cast) -> None:
    answer = write(cast, cast.yusuf, **{f"c{cast.yusuf.pk}-words": "x" * 301}).answer
    assert answer.status_code == 422 and "x" * 301 in answer.content.decode()
    assert not DayReport.objects.exists()


def test_home_hears_once_that_there_is_one_and_what_is_in_it_in_a_mailbox_of_her_own(cast: Cast) -> None:
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.rachid.email)
    for mood in ("happy", "sad"):
        write(cast, cast.yusuf, **{f"c{cast.yusuf.pk}-mood": mood, f"c{cast.yusuf.pk}-words": "Geheim"})
    moment = cast.now + dt.timedelta(hours=1)
    while tell_due(moment):
        pass
    while deliver_due("email", clock=lambda: moment):
        pass
    assert sorted(message.to[0] for message in mail.outbox) == sorted([cast.naima.email, cast.rachid.email])
    assert {one.to[0] for one in mail.outbox if "Geheim" in one.body} == {cast.naima.email}
    assert {one.to[0] for one in mail.outbox if "Verdrietig" in one.body} == {cast.naima.email}
    assert not any("Yusuf" in one.body or "Verdrietig" in one.subject for one in mail.outbox)


def test_the_mail_says_what_was_seen_and_nothing_of_what_was_not_looked_at(cast: Cast) -> None:
    write(cast, cast.yusuf, **{f"c{cast.yusuf.pk}-eaten": "some", f"c{cast.yusuf.pk}-mood": "calm"})
    bring(cast.now + dt.timedelta(hours=1))
    (hers,) = [one.body for one in mail.outbox if one.to == [cast.naima.email]]
    assert "Een beetje gegeten · Rustig" in hers and "geslapen" not in hers


def test_it_stands_on_the_first_page_and_on_that_of_the_child(cast: Cast) -> None:
    write(cast, cast.yusuf)
    naima = cast.sign_in(cast.naima)
    for page in ("/", f"/kind/{cast.yusuf.pk}/"):
        assert "Goed gegeten" in naima.get(page).content.decode()
    assert "Goed gegeten" not in naima.get(f"/kind/{cast.lina.pk}/").content.decode()


def test_a_day_that_was_taken_back_is_not_taken_back_again(cast: Cast) -> None:
    said = {"eaten": "well", "slept": "", "mood": "", "words": ""}
    report = DayReport.write(cast.jayden, cast.bso, said, by=cast.samira, at=cast.now, day=cast.today)
    for _time in range(2):
        report.take_back(by=cast.samira, at=cast.now)
    assert Entry.objects.filter(verb="dayreports.report.taken_back").count() == 1


def test_of_several_days_in_a_week_one_line_leads_to_all_of_them(cast: Cast) -> None:
    write(cast, cast.yusuf)
    first = DayReport.objects.get()
    day = first.day - dt.timedelta(days=1)
    before = DayReport.objects.create(
        student=cast.yusuf, group=first.group, day=day, mood="happy", by=cast.samira, at=cast.now
    )
    while tell_due(cast.now + dt.timedelta(hours=5)):
        pass
    naima = cast.sign_in(cast.naima)
    assert "dagverslagen" not in naima.get("/deze-week/").text
    told = Entry.objects.get(verb="dayreports.report.written")
    record("dayreports.report.written", before, by=cast.samira, at=told.at)
    while tell_due(cast.now + dt.timedelta(hours=5)):
        pass
    page = naima.get("/deze-week/").text
    assert page.count("2 dagverslagen") == page.count(f'href="/kind/{cast.yusuf.pk}/dagen/"') == 1


def mailed(cast: Cast) -> str:
    mail.outbox.clear()
    bring(cast.now + dt.timedelta(hours=1))
    return next(str(one.body) for one in mail.outbox if one.to == [cast.naima.email])


def test_who_reads_of_the_day_in_a_mail_can_ask_school_something_of_her_own(cast: Cast) -> None:
    write(cast, cast.yusuf)
    text = mailed(cast)
    link = re.search(r"Zelf iets vragen aan school\?\s+https?://[^/]+(/\S+)", text)
    assert link and "Antwoord niet op deze mail" in text and "Yusuf" in Client().get(link[1]).text


def test_no_such_link_goes_to_who_has_a_protected_child(cast: Cast) -> None:
    Protection.objects.create(student=cast.adam, basis="-", entered_by=cast.marja, entered_at=cast.now)
    write(cast, cast.yusuf)
    assert "Zelf iets vragen" not in mailed(cast)

"""No surprises before the talk, shared notes while it lasts, and a record that never changes."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Restriction
from driehoek.features.talks.coming import first_talks
from driehoek.features.talks.held import held_with
from driehoek.features.talks.models import Point, StaffNote, Talk, TalkNotes, TalkRecord
from driehoek.features.talks.models.point import TooLate
from driehoek.features.talks.models.record import NeverChanged
from driehoek.features.talks.models.talk import AlreadyHeld, TooSoon
from driehoek.features.talks.tests.table import WORDS, agreed, planned
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def path(name: str, talk: Talk) -> str:
    return reverse(f"talks:{name}", args=[talk.pk])


def today(cast: Cast) -> Talk:
    """A talk that began a quarter of an hour ago."""
    talk = planned(cast)
    Talk.objects.update(moment=NOW - dt.timedelta(minutes=15))
    return Talk.objects.get(pk=talk.pk)


def test_everybody_adds_points_and_a_parent_only_reads_her_own_and_schools(cast: Cast) -> None:
    talk = planned(cast)
    for person, words in ((cast.naima, "Het slapen"), (cast.yusuf, "De pauze"), (cast.anouk, "De tafels")):
        said = {"subject": "well", "words": words}
        browser = cast.sign_in(person)
        assert [browser.post(path("points", talk), said).status_code for _time in range(2)] == [302, 302]
    assert Point.objects.count() == 3
    his = cast.sign_in(cast.rachid).get(path("talk", talk)).content.decode()
    assert "De pauze" in his and "De tafels" in his and "Het slapen" not in his
    assert "Het slapen" in cast.sign_in(cast.anouk).get(path("talk", talk)).content.decode()
    hers = Point.objects.get(words="Het slapen")
    away = reverse("talks:point_removal", args=[hers.pk])
    assert cast.sign_in(cast.anouk).post(away).status_code == 403
    assert cast.sign_in(cast.rachid).post(away).status_code == 404
    assert cast.sign_in(cast.naima).post(away).status_code == 302 and Point.objects.count() == 2


def test_something_serious_is_told_at_home_days_before_or_not_at_this_talk(cast: Cast) -> None:
    talk = planned(cast)
    said = {"subject": "learning", "words": "Blijven zitten", "is_serious": "on"}
    browser = cast.sign_in(cast.anouk)
    without = browser.post(path("points", talk), said)
    assert without.status_code == 422 and "wat thuis hier alvast over leest" in without.content.decode()
    note = {"note": "Wij denken na over groep 5 nog een keer."}
    assert browser.post(path("points", talk), said | note).status_code == 302
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    told = {letter.to[0] for letter in mail.outbox if "lees dit voor het gesprek" in letter.subject}
    assert told == {cast.naima.email, cast.rachid.email}
    assert "groep 5 nog een keer" in cast.sign_in(cast.naima).get(path("talk", talk)).content.decode()
    stays = reverse("talks:point_removal", args=[Point.objects.get().pk])
    assert browser.post(stays).status_code == 403


def test_two_days_before_it_is_too_late_for_that(cast: Cast) -> None:
    talk = planned(cast)
    Talk.objects.update(moment=NOW + dt.timedelta(days=2))
    said = {"subject": "learning", "words": "Blijven zitten", "is_serious": "on", "note": "Dit dus."}
    late = cast.sign_in(cast.anouk).post(path("points", talk), said)
    assert late.status_code == 422 and "minstens drie dagen ervoor" in late.content.decode()
    assert "Blijven zitten" in late.content.decode() and not Point.objects.exists()
    side = Talk.objects.get(pk=talk.pk).sides.get(person=cast.anouk)
    with pytest.raises(TooLate):
        Point.add(side, "learning", "X", note="Y", is_serious=True, by=cast.anouk, at=NOW)


def test_what_is_serious_is_for_nobody_when_all_who_were_asked_are_shut_out(cast: Cast) -> None:
    talk, browser = planned(cast, guardians=[cast.rachid.pk]), cast.sign_in(cast.anouk)
    said = {"subject": "learning", "words": "Blijven zitten", "is_serious": "on", "note": "Dit dus."}
    block = Restriction.objects.create(
        adult=cast.rachid, student=cast.yusuf, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    refused = browser.post(path("points", talk), said)
    assert refused.status_code == 422 and "Niemand thuis kan dit nu lezen." in refused.text
    assert "Dit dus." in refused.text and not Point.objects.exists()
    block.delete()
    assert browser.post(path("points", talk), said).status_code == 302


def test_what_was_added_before_can_still_be_told_at_home(cast: Cast) -> None:
    talk = planned(cast)
    browser, said = cast.sign_in(cast.anouk), {"subject": "learning", "words": "Blijven zitten"}
    browser.post(path("points", talk), said)
    serious = said | {"is_serious": "on", "note": "Wij denken na over groep 5."}
    assert [browser.post(path("points", talk), serious).status_code for _time in range(2)] == [302, 302]
    assert Point.objects.get(is_serious=True).note == serious["note"] and Point.objects.count() == 2


def test_a_talk_comes_no_sooner_than_home_has_its_days_with_what_is_serious(cast: Cast) -> None:
    talk = planned(cast)
    side = talk.sides.get(person=cast.anouk)
    Point.add(side, "learning", "Blijven zitten", note="Dit.", is_serious=True, by=cast.anouk, at=NOW)
    there, when = {"minutes": "20", "place": "Aula"}, NOW + dt.timedelta(days=2)
    browser = cast.sign_in(cast.anouk)
    soon = browser.post(path("moving", talk), there | {"moment": f"{when:%Y-%m-%dT%H:%M}"})
    assert soon.status_code == 422 and "Geef daar drie dagen voor" in soon.content.decode()
    later = there | {"moment": f"{when + dt.timedelta(days=2):%Y-%m-%dT%H:%M}"}
    assert browser.post(path("moving", talk), later).status_code == 302
    moved = Talk.objects.get()
    with pytest.raises(TooSoon):
        moved.move(moment=when, minutes=20, place="Aula", by=cast.anouk, at=NOW)
    assert Talk.objects.get().moment == moved.moment == when + dt.timedelta(days=2)


def test_without_home_at_the_table_nothing_is_told_at_home(cast: Cast) -> None:
    talk = planned(cast, guardians=[], reason="Hij wilde eerst alleen.")
    page = cast.sign_in(cast.anouk).get(path("talk", talk)).content.decode()
    assert "Wat wil je bespreken?" in page and "Wat lees je thuis alvast?" not in page


def test_a_parent_marks_nothing_as_serious(cast: Cast) -> None:
    talk = planned(cast)
    said = {"subject": "well", "words": "Zorgen", "is_serious": "on", "note": "Ja"}
    cast.sign_in(cast.naima).post(path("points", talk), said)
    assert not Point.objects.get().is_serious


def test_notes_are_read_along_by_all_and_written_by_school(cast: Cast) -> None:
    talk = today(cast)
    said = {"words": "Yusuf leest graag voor.", "seen": ""}
    for person, status in ((cast.naima, 403), (cast.meryem, 403), (cast.elif_, 404)):
        assert cast.sign_in(person).post(path("notes", talk), said).status_code == status
    assert cast.sign_in(cast.anouk).post(path("notes", talk), said).status_code == 302
    for person in (cast.naima, cast.rachid, cast.yusuf):
        assert "leest graag voor" in cast.sign_in(person).get(path("run", talk)).content.decode()
    assert cast.sign_in(cast.joris).get(path("run", talk)).status_code == 403
    late = cast.sign_in(cast.anouk).post(path("notes", talk), {"words": "Iets anders", "seen": ""})
    assert late.status_code == 422 and "Een collega schreef intussen iets" in late.content.decode()
    assert "Iets anders" in late.content.decode() and TalkNotes.objects.get().words == said["words"]


def test_nothing_is_closed_before_the_day(cast: Cast) -> None:
    talk = planned(cast)
    said = {"words": "Klaar", "seen": "", "close": "1"}
    assert cast.sign_in(cast.anouk).post(path("notes", talk), said).status_code == 403


def test_closing_gives_a_record_that_never_changes_and_more_is_another_version(cast: Cast) -> None:
    talk = today(cast)
    agreed(cast, talk, cast.naima)
    said = {"words": "Het gaat goed.", "seen": "", "close": "1"}
    browser = cast.sign_in(cast.anouk)
    assert [browser.post(path("notes", talk), said).status_code for _time in range(2)] == [302, 302]
    made = TalkRecord.objects.get()
    assert made.version == 1 and made.agreed[0]["words"] == WORDS
    for person in (cast.naima, cast.rachid, cast.yusuf):
        page = cast.sign_in(person).get(path("talk", talk)).content.decode()
        assert "Het gaat goed." in page and "Versie 1" in page
    assert "Het gaat goed." not in cast.sign_in(cast.joris).get(path("talk", talk)).content.decode()
    made.words = "Het gaat slecht."
    with pytest.raises(NeverChanged):
        made.save()
    browser.post(
        path("notes", talk), {"words": "Het gaat heel goed.", "seen": "Het gaat goed.", "close": "1"}
    )
    assert list(TalkRecord.objects.values_list("version", "words")) == [
        (2, "Het gaat heel goed."), (1, "Het gaat goed."),
    ]  # fmt: skip


def test_a_talk_with_a_record_is_over_before_its_planned_time(cast: Cast) -> None:
    talk = planned(cast)
    Talk.objects.update(moment=NOW + dt.timedelta(hours=2))  # today, and it was held sooner
    browser, naima = cast.sign_in(cast.anouk), cast.sign_in(cast.naima)
    off, moving, own = path("cancelling", talk), path("moving", talk), path("own", talk)
    fills = ("Vul jouw kant in", "Vraag 1 van 3")  # on the invitation the first question itself
    for open_ in (True, False):
        assert [browser.get(url).status_code for url in (off, moving)] == [200 if open_ else 403] * 2
        assert naima.get(own).status_code == (200 if open_ else 403)
        assert ("Lees mee aan tafel" in naima.get(path("talk", talk)).text) == open_
        pages = [naima.get(url).text for url in (path("talk", talk), "/", f"/kind/{cast.yusuf.pk}/")]
        assert all(any(fill in page for fill in fills) == open_ for page in pages)
        assert ("Verplaats" in browser.get(path("talk", talk)).text) == open_
        browser.post(path("notes", talk), {"words": "Het gaat goed.", "seen": "", "close": "1"})
    assert browser.post(off, {"reason": "Toch niet."}).status_code == 403
    words = {"moment": "2026-11-27T17:00", "minutes": "30", "place": "Aula"}
    assert browser.post(moving, words).status_code == 403
    with pytest.raises(AlreadyHeld):
        Talk.objects.get().cancel("Toch niet.", by=cast.anouk, at=NOW)
    Talk.objects.get().move(moment=NOW, minutes=30, place="Aula", by=cast.anouk, at=NOW)
    kept = Talk.objects.get()
    assert not kept.is_off and kept.place == "Lokaal 5"
    page = naima.get(path("talk", talk)).text
    assert "Het gaat goed." in page and "Dit gesprek gaat niet door" not in page
    viewer = Viewer(cast.naima, "home", NOW)
    assert [one.talk for one in held_with(cast.yusuf, viewer)] == [talk] and not first_talks(viewer)


def test_a_note_for_colleagues_is_nothing_for_the_table(cast: Cast) -> None:
    talk = planned(cast)
    said = {"words": "Overleg met de intern begeleider"}
    assert cast.sign_in(cast.naima).post(path("staff_note", talk), said).status_code == 403
    browser = cast.sign_in(cast.anouk)
    assert browser.post(path("staff_note", talk), {"words": ""}).status_code == 422
    assert [browser.post(path("staff_note", talk), said).status_code for _time in range(2)] == [302, 302]
    note = StaffNote.objects.get()
    assert said["words"] in browser.get(path("talk", talk)).content.decode()
    for person in (cast.naima, cast.yusuf, cast.rachid):
        for name in ("talk", "run"):
            assert said["words"] not in cast.sign_in(person).get(path(name, talk)).content.decode()
    away = reverse("talks:staff_note_removal", args=[note.pk])
    for person, status in ((cast.naima, 404), (cast.joris, 404), (cast.meryem, 403), (cast.anouk, 302)):
        assert cast.sign_in(person).post(away).status_code == status

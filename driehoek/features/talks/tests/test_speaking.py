"""What is brought to a talk, and what school writes down of it, can be spoken: heard by whoever reads it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from driehoek.backbone.media import loose
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.people.models import Person
from driehoek.features.feed.tests.test_attaching import fetched_by, spoken
from driehoek.features.talks.forgetting import KEPT, forget
from driehoek.features.talks.models import (
    Aloud,
    NotesVoice,
    Point,
    PointVoice,
    RecordVoice,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.talks.models.record import NotWritten
from driehoek.features.talks.tests.table import planned
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
PEOPLE = ("naima", "rachid", "yusuf", "anouk", "meryem", "joris", "elif_", "daan", "wouter")


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def voice(seconds: float = 2) -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")


def add(cast: Cast, talk: Talk, by: Person, **more: object) -> HttpResponse:
    said = {"subject": "well", "words": "", **more}
    return cast.sign_in(by).post(reverse("talks:points", args=[talk.pk]), said)  # type: ignore[return-value]


def page(cast: Cast, talk: Talk, by: Person, name: str = "talk") -> str:
    return cast.sign_in(by).get(reverse(f"talks:{name}", args=[talk.pk])).content.decode()


def brought(cast: Cast, talk: Talk, by: Person, **more: object) -> Attachment:
    assert add(cast, talk, by, voice=voice(), **more).status_code == 302
    return PointVoice.objects.latest("pk").attachment


def today(cast: Cast) -> Talk:
    talk = planned(cast)
    Talk.objects.update(moment=NOW - dt.timedelta(minutes=15))
    return Talk.objects.get(pk=talk.pk)


def write(
    cast: Cast, talk: Talk, words: str = "", *, by: Person | None = None, **more: object
) -> HttpResponse:
    """With what stands there now as what was seen."""
    notes = TalkNotes.objects.filter(talk=talk).first()
    heard = notes.spoken.token if notes and notes.spoken else ""
    said = {"words": words, "seen": notes.words if notes else "", "heard": heard, **more}
    path = reverse("talks:notes", args=[talk.pk])
    return cast.sign_in(by or cast.anouk).post(path, said)  # type: ignore[return-value]


# Before the talk -------------------------------------------------------------------------------------


def test_a_voice_is_a_point_and_whoever_would_read_it_hears_it(cast: Cast) -> None:
    talk = planned(cast)
    hers, his = brought(cast, talk, cast.naima), brought(cast, talk, cast.yusuf)
    assert fetched_by(cast, hers, *PEOPLE) == {"naima", "yusuf", "anouk"}  # nothing of one home for the other
    assert fetched_by(cast, his, *PEOPLE) == {"naima", "rachid", "yusuf", "anouk"}
    for name in ("talk", "run"):
        seen = page(cast, talk, cast.rachid, name)
        assert f'src="{his.url}"' in seen and hers.url not in seen and "<b>Hoe het gaat</b>" in seen


def test_without_words_and_without_a_voice_there_is_no_point(cast: Cast) -> None:
    talk = planned(cast)
    empty = add(cast, talk, cast.naima)
    assert empty.status_code == 422 and "of spreek het in" in empty.content.decode()
    assert not Point.objects.exists()
    assert add(cast, talk, cast.joris, voice=voice()).status_code == 403
    assert not Attachment.objects.exists()


def test_said_twice_it_is_one_point_and_another_recording_is_another(cast: Cast) -> None:
    talk = planned(cast)
    for words in ("", "Het slapen"):
        before = Point.objects.count()
        assert [add(cast, talk, cast.naima, words=words, voice=voice()).status_code for _ in range(2)] == [
            302
        ] * 2
        assert Point.objects.count() == PointVoice.objects.count() == before + 1
    add(cast, talk, cast.naima, voice=voice(3))
    assert Point.objects.count() == 3
    add(cast, talk, cast.naima, words="Het slapen")  # nothing else was said
    assert Point.objects.count() == 3


def test_what_was_spoken_is_kept_when_the_form_comes_back_and_a_tick_takes_it_off(cast: Cast) -> None:
    talk = planned(cast)
    back = add(cast, talk, cast.naima, subject="", voice=voice())
    kept = Attachment.objects.get()
    assert back.status_code == 422 and f'value="{kept.token}" checked' in back.content.decode()
    assert add(cast, talk, cast.rachid, kept=kept.token).status_code == 422  # it is not his
    without = add(cast, talk, cast.naima)
    assert without.status_code == 422 and not Point.objects.exists()
    assert add(cast, talk, cast.naima, kept=kept.token).status_code == 302
    assert PointVoice.objects.get().attachment == kept


def test_a_picture_is_no_recording(cast: Cast) -> None:
    picture = SimpleUploadedFile("foto.jpg", encoded(corners()), content_type="image/jpeg")
    assert add(cast, planned(cast), cast.naima, words="Kijk", voice=picture).status_code == 422
    assert not Point.objects.exists()


def test_a_point_that_is_taken_back_takes_its_recording_along(cast: Cast) -> None:
    talk = planned(cast)
    hers = brought(cast, talk, cast.naima)
    away = reverse("talks:point_removal", args=[Point.objects.get().pk])
    assert cast.sign_in(cast.anouk).post(away).status_code == 403 and PointVoice.objects.exists()
    assert cast.sign_in(cast.naima).post(away).status_code == 302
    assert not Attachment.objects.filter(pk=hers.pk).exists()


def test_what_is_serious_is_told_at_home_in_writing_and_its_recording_stays(cast: Cast) -> None:
    talk, serious = planned(cast), {"subject": "learning", "is_serious": "on"}
    spoken_alone = add(cast, talk, cast.anouk, voice=voice(), **serious)
    assert spoken_alone.status_code == 422
    assert "wat thuis hier alvast over leest" in spoken_alone.content.decode()
    said = brought(cast, talk, cast.anouk, note="Wij denken na over groep 5.", **serious)
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    told = [letter for letter in mail.outbox if "lees dit voor het gesprek" in letter.subject]
    assert len(told) == 2 and all("groep 5" in str(letter.body) for letter in told)
    assert not any(said.url in str(letter.message()) for letter in told)
    Point.objects.get().remove(by=cast.anouk, at=NOW)
    assert fetched_by(cast, said, "naima", "rachid", "elif_") == {"naima", "rachid"}


def test_who_lays_something_beside_a_spoken_point_hears_which(cast: Cast) -> None:
    talk = planned(cast)
    hers = brought(cast, talk, cast.naima)
    laying = reverse("discussed:laying", args=[Point.objects.get().pk])
    assert hers.url in cast.sign_in(cast.naima).get(laying).content.decode()


def test_with_more_that_is_spoken_the_page_asks_no_more(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    talk = planned(cast)
    brought(cast, talk, cast.naima)
    browser, path = cast.sign_in(cast.anouk), reverse("talks:talk", args=[talk.pk])
    browser.get(path)
    with CaptureQueriesContext(connection) as one:
        browser.get(path)
    for n in range(4):
        Point.add(
            talk.sides.get(person=cast.yusuf), "well", "", by=cast.yusuf, at=NOW,
            voice=recorded(cast.yusuf, cast.vlieger, "home", f"punt {n}"),
        )  # fmt: skip
    with django_assert_max_num_queries(len(one)):
        assert browser.get(path).content.count(b"<audio controls preload") == 5


# At the table ----------------------------------------------------------------------------------------


def test_school_sums_up_aloud_and_all_at_the_table_hear_it(cast: Cast) -> None:
    talk = today(cast)
    assert write(cast, talk, by=cast.naima, voice=voice()).status_code == 403
    assert [write(cast, talk, voice=voice()).status_code for _ in range(2)] == [302, 302]
    said = NotesVoice.objects.get().attachment
    assert fetched_by(cast, said, *PEOPLE) == {"naima", "rachid", "yusuf", "anouk"}
    assert f'src="{said.url}"' in page(cast, talk, cast.rachid, "run")
    assert f'src="{said.url}"' in page(cast, talk, cast.anouk, "run")


def test_beside_the_notes_there_is_one_recording_and_a_tick_takes_it_away(cast: Cast) -> None:
    talk = today(cast)
    write(cast, talk, "Hij leest.", voice=voice())
    first = NotesVoice.objects.get().attachment
    assert write(cast, talk, "Hij leest graag.").status_code == 302
    assert NotesVoice.objects.get().attachment == first  # who only writes, takes nothing away
    write(cast, talk, "Hij leest graag.", voice=voice(3))
    assert (
        NotesVoice.objects.get().attachment != first and not Attachment.objects.filter(pk=first.pk).exists()
    )
    assert [write(cast, talk, "Hij leest graag.", unspoken="on").status_code for _ in range(2)] == [302, 302]
    assert not NotesVoice.objects.exists() and TalkNotes.objects.get().words == "Hij leest graag."


@pytest.mark.parametrize("more", [{"voice": 3}, {"unspoken": "on"}])
def test_what_a_colleague_spoke_meanwhile_is_not_lost(cast: Cast, more: dict[str, object]) -> None:
    talk = today(cast)
    write(cast, talk, voice=voice())
    hers = NotesVoice.objects.get().attachment
    given = {name: voice(3) if name == "voice" else value for name, value in more.items()}
    late = write(cast, talk, "Ook dit", heard="", **given)
    seen = late.content.decode()
    assert late.status_code == 422 and "of sprak het in" in seen and f'src="{hers.url}"' in seen
    assert f'name="heard" value="{hers.token}"' in seen
    assert NotesVoice.objects.get().attachment == hers and TalkNotes.objects.get().words == ""
    assert write(cast, talk, "Ook dit", heard="").status_code == 302  # who only writes, overtakes nobody


def test_a_record_keeps_what_was_spoken_as_it_was(cast: Cast) -> None:
    talk = today(cast)
    for _ in range(2):
        assert write(cast, talk, "Het gaat goed.", voice=voice(), close="1").status_code == 302
    first = RecordVoice.objects.get()
    assert first.made.version == 1 and first.attachment != NotesVoice.objects.get().attachment
    assert fetched_by(cast, first.attachment, *PEOPLE) == {"naima", "rachid", "yusuf", "anouk"}
    assert f'src="{first.attachment.url}"' in page(cast, talk, cast.naima)
    write(cast, talk, "Het gaat goed.", voice=voice(3), close="1")
    second = RecordVoice.objects.exclude(pk=first.pk).get()
    assert second.made.version == 2 and second.attachment.seconds == 3
    write(cast, talk, "Het gaat goed.", unspoken="on", close="1")
    assert TalkRecord.objects.count() == 3 and RecordVoice.objects.count() == 2
    assert cast.sign_in(cast.naima).get(first.attachment.url).status_code == 200


def test_a_record_says_something_in_writing_too(cast: Cast) -> None:
    talk = today(cast)
    alone = write(cast, talk, voice=voice(), close="1")
    assert alone.status_code == 422 and "Een verslag moet iedereen kunnen lezen" in alone.content.decode()
    kept = Attachment.objects.get()
    assert not TalkNotes.objects.exists() and kept.token in alone.content.decode()
    TalkNotes.write(talk, "", seen="", aloud=Aloud(kept), by=cast.anouk, at=NOW)
    with pytest.raises(NotWritten):
        TalkRecord.close(talk, "", by=cast.anouk, at=NOW)
    assert write(cast, talk, "Het gaat goed.", close="1").status_code == 302
    assert RecordVoice.objects.count() == 1


def test_what_was_spoken_goes_with_the_talk(cast: Cast) -> None:
    talk = today(cast)
    Talk.objects.update(moment=NOW + dt.timedelta(days=7))
    brought(cast, talk, cast.naima)
    Talk.objects.update(moment=NOW - dt.timedelta(minutes=15))
    write(cast, talk, "Het gaat goed.", voice=voice(), close="1")
    assert Attachment.objects.count() == 3
    forget(NOW + KEPT - dt.timedelta(days=1))
    assert Attachment.objects.count() == 3
    assert [forget(NOW + KEPT) for _ in range(2)] == [1, 0]
    assert not Attachment.objects.exists()


def test_what_nobody_sent_is_swept_away_and_what_was_brought_stays(cast: Cast) -> None:
    talk = planned(cast)
    add(cast, talk, cast.naima, subject="", voice=voice(3))
    hers = brought(cast, talk, cast.naima)
    loose.forget(before=NOW + dt.timedelta(days=8))
    assert list(Attachment.objects.all()) == [hers]

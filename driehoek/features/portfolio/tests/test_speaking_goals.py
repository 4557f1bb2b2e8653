"""A goal can be spoken: heard by whoever reads it, and a version keeps its own recording."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from driehoek.backbone.index.models import Findable
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.tests.test_attaching import fetched_by, spoken
from driehoek.features.portfolio.forgetting import KEPT, forget
from driehoek.features.portfolio.models import Bundle, Goal, GoalVersion, GoalVersionVoice, GoalVoice
from driehoek.features.portfolio.packing import sheets_of
from driehoek.features.portfolio.tests.test_taking_along import bundle_of, content, packed
from driehoek.features.portfolio.tests.works import chosen
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NEW = "/werk/doel/"
PEOPLE = ("naima", "rachid", "yusuf", "elif_", "anouk", "joris", "daan", "wouter")


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def voice(seconds: float = 2) -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")


def say(cast: Cast, address: str = NEW, by: Person | None = None, **more: object) -> int:
    said = {"text": "", "help": "", "whom": "home", **more}
    return cast.sign_in(by or cast.yusuf).post(address, said).status_code


def sounds(cupboard: Path) -> list[Path]:
    """What lies on disk of recordings."""
    return [one for one in (cupboard / "attachments").rglob("*") if one.is_file()]


def change(cast: Cast, **more: object) -> int:
    return say(cast, f"{Goal.objects.get().get_absolute_url()}veranderen/", **more)


def test_a_spoken_goal_is_heard_by_whoever_reads_it(cast: Cast) -> None:
    assert [say(cast, voice=voice()), say(cast, voice=voice())] == [302, 302]
    one, goal = GoalVoice.objects.get().attachment, Goal.objects.get()
    assert fetched_by(cast, one, *PEOPLE) == {"naima", "rachid", "yusuf", "anouk"}
    for address in (goal.get_absolute_url(), f"/kind/{cast.yusuf.pk}/"):
        page = cast.sign_in(cast.naima).get(address).text
        assert "Een ingesproken doel" in page and f'src="{one.url}"' in page


def test_a_goal_that_is_kept_from_home_is_not_heard_there(cast: Cast) -> None:
    say(cast, voice=voice(), text="Rekenen", whom="teacher")
    assert fetched_by(cast, GoalVoice.objects.get().attachment, *PEOPLE) == {"yusuf", "anouk"}


def test_her_teacher_records_what_a_young_child_says_and_nobody_else_does(cast: Cast) -> None:
    address = f"/kind/{cast.yusuf.pk}/doel/"
    for person in (cast.naima, cast.joris):
        assert say(cast, address, person, voice=voice()) in (403, 404)
    assert not Attachment.objects.exists()
    assert say(cast, address, cast.anouk, voice=voice()) == 302 and GoalVoice.objects.exists()


def test_a_version_keeps_its_own_recording(cast: Cast) -> None:
    say(cast, voice=voice())
    first = GoalVoice.objects.get().attachment
    for _time in range(2):
        assert change(cast, voice=voice(3)) == 302
    kept = GoalVersionVoice.objects.get().attachment
    assert kept.digest == first.digest and Goal.objects.get().version == 2
    assert GoalVoice.objects.get().attachment.seconds == 3
    assert fetched_by(cast, kept, *PEOPLE) == {"yusuf", "anouk"}  # as the words of before
    assert kept.url in cast.sign_in(cast.anouk).get(Goal.objects.get().get_absolute_url()).text


def test_other_words_leave_the_recording_and_a_tick_takes_it_away(cast: Cast) -> None:
    say(cast, voice=voice())
    assert change(cast, unspoken="on") == 422 and GoalVoice.objects.exists()  # nothing would be left
    assert change(cast, text="Ik wil duiken") == 302 and GoalVoice.objects.exists()
    assert change(cast, text="Ik wil duiken", unspoken="on") == 302 and not GoalVoice.objects.exists()
    assert GoalVersion.objects.count() == GoalVersionVoice.objects.count() == 2


@pytest.mark.parametrize("gone", ["removed", "forgotten"])
def test_with_the_goal_every_recording_of_it_goes_from_disk(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, gone: str
) -> None:
    say(cast, voice=voice())
    with django_capture_on_commit_callbacks(execute=True):
        change(cast, voice=voice(3))
    assert len(sounds(cupboard)) == 2  # as it is, and as it was
    with django_capture_on_commit_callbacks(execute=True):
        if gone == "removed":
            Goal.objects.get().remove(by=cast.yusuf, at=cast.now)
        else:
            Enrolment.objects.filter(student=cast.yusuf).update(ends_on=cast.today)
            forget(cast.now + KEPT + dt.timedelta(days=1))
    assert not Attachment.objects.exists() and not sounds(cupboard)


def test_the_mail_names_what_her_teacher_spoke_and_not_what_she_did(cast: Cast) -> None:
    say(cast, f"/kind/{cast.yusuf.pk}/doel/", cast.anouk, voice=voice())
    bring(cast.now + dt.timedelta(hours=1))
    [told] = [str(one.body) for one in mail.outbox if one.to == [cast.naima.email]]
    assert "Met een ingesproken bericht van 0:02. Luister in Driehoek." in told
    change(cast, voice=voice(3))  # by Yusuf: his words now
    notice = notice_of(Entry.objects.get(verb="portfolio.goal.chosen"))
    assert notice is not None and notice.private == ()


def test_a_form_that_comes_back_keeps_what_was_spoken(cast: Cast) -> None:
    back = cast.sign_in(cast.yusuf).post(NEW, {"text": "", "help": "", "whom": "?", "voice": voice()})
    kept = Attachment.objects.get()
    assert back.status_code == 422 and f'value="{kept.token}" checked' in back.text
    assert say(cast) == 422 and say(cast, kept=kept.token) == 302


def test_a_parcel_takes_it_along(cast: Cast) -> None:
    say(cast, voice=voice())
    yusuf = cast.sign_in(cast.yusuf)
    bundle_of(yusuf, cast, make="1", **{f"pick-goal-{Goal.objects.get().pk}": "on"})
    assert packed().is_ready
    with zipfile.ZipFile(io.BytesIO(content(yusuf, "zip"))) as pages:
        page = pages.read("index.html").decode()
        [sound] = [name for name in pages.namelist() if name.startswith("media/")]
    assert "Een ingesproken doel" in page and f'<audio src="{sound}"' in page
    [sheet] = sheets_of(Bundle.objects.get(), cast.viewer(cast.yusuf))
    assert sheet.in_place_of_words == "Een ingesproken doel"  # on paper


def test_a_voice_asks_no_question_more_of_a_page(cast: Cast) -> None:
    def asked() -> list[int]:
        counts = []
        for address in (f"/kind/{cast.yusuf.pk}/", f"/kind/{cast.yusuf.pk}/werk/", goal.get_absolute_url()):
            with CaptureQueriesContext(connection) as queries:
                assert cast.sign_in(cast.naima).get(address).status_code == 200
            counts.append(len(queries))
        return counts

    goal = chosen(cast)
    asked()
    before = asked()
    GoalVoice.carry(goal.pk, recorded(cast.yusuf, cast.vlieger, "home", "qx"))
    assert asked() == before


def test_what_was_only_spoken_is_not_found_and_what_is_written_with_it_is(cast: Cast) -> None:
    say(cast, voice=voice())
    kept = Findable.objects.filter(kind=ContentType.objects.get_for_model(Goal))
    assert not kept.exists()
    change(cast, help="Neem mij mee naar het zwembad")
    assert "zwembad" in kept.get().words

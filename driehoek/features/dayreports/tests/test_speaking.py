"""The day of a child may be spoken: one recording a day, heard by its own family and by who cares for it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django.fixtures import Settings

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person
from driehoek.features.dayreports.forgetting import forget
from driehoek.features.dayreports.models import DayReport, DayVoice
from driehoek.features.feed.tests.test_attaching import fetched_by, spoken
from tests.cast import Cast

PEOPLE = ("naima", "rachid", "yusuf", "cheryl", "anouk", "samira", "joris")


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def voice(seconds: float = 1) -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")


def write(cast: Cast, child: Person, **more: object) -> HttpResponse:
    """The sheet, with what is filled in about one child."""
    said = {f"c{child.pk}-{name}": value for name, value in {"there": "on", **more}.items()}
    return cast.sign_in(cast.samira).post(f"/groep/{cast.bso.pk}/dag/", said)


def heard() -> Attachment:
    return DayVoice.objects.get().attachment


def test_spoken_is_enough_and_each_family_hears_of_its_own_child_alone(cast: Cast) -> None:
    assert write(cast, cast.yusuf, voice=voice()).status_code == 302
    assert fetched_by(cast, heard(), *PEOPLE) == {"naima", "rachid", "yusuf", "samira", "joris"}
    for page in ("/", f"/kind/{cast.yusuf.pk}/", f"/kind/{cast.yusuf.pk}/dagen/"):
        assert f'src="{heard().url}"' in cast.sign_in(cast.naima).get(page).text
    assert heard().token not in cast.sign_in(cast.cheryl).get("/").text
    assert f'src="{heard().url}"' in cast.sign_in(cast.samira).get(f"/groep/{cast.bso.pk}/dag/").text


def test_the_recording_stays_until_another_takes_its_place_or_it_is_taken_away(cast: Cast) -> None:
    write(cast, cast.yusuf, voice=voice())
    first = heard().token
    for more in ({"words": "Een hut gebouwd."}, {"voice": voice()}):
        write(cast, cast.yusuf, **more)
        assert heard().token == first
    write(cast, cast.yusuf, voice=voice(2))
    assert heard().length == "0:02" and Entry.objects.filter(verb="dayreports.report.corrected").count() == 3
    for _time in range(2):
        write(cast, cast.yusuf, silent="on")
    assert not DayVoice.objects.exists() and DayReport.objects.exists()


def test_who_speaks_about_a_child_says_that_it_was_there(cast: Cast) -> None:
    page = write(cast, cast.yusuf, there="", voice=voice())
    kept = Attachment.objects.get().token
    assert page.status_code == 422 and "Zet ook een vinkje dat dit kind er was." in page.content.decode()
    assert f'name="c{cast.yusuf.pk}-kept" value="{kept}" checked' in page.content.decode()
    write(cast, cast.jayden, kept=kept)  # of another row
    assert heard().token == kept and DayReport.objects.get().student == cast.jayden
    assert fetched_by(cast, heard(), "naima", "cheryl") == {"cheryl"}


def test_a_child_that_was_not_there_after_all_is_heard_of_no_more(cast: Cast) -> None:
    write(cast, cast.yusuf, voice=voice())
    write(cast, cast.yusuf, there="")
    assert not Attachment.objects.exists() and not DayReport.objects.exists()


def test_it_goes_with_the_report(cast: Cast) -> None:
    write(cast, cast.yusuf, voice=voice())
    forget(cast.now + dt.timedelta(days=800))
    assert not Attachment.objects.exists()


def test_the_mail_names_it_in_a_mailbox_of_her_own_alone(cast: Cast) -> None:
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.rachid.email)
    write(cast, cast.yusuf, voice=voice())
    bring(cast.now + dt.timedelta(hours=1))
    told = {one.to[0]: str(one.body) for one in mail.outbox}
    assert "Met een ingesproken bericht van 0:01. Luister in Driehoek." in told[cast.naima.email]
    assert "ingesproken" not in told[cast.rachid.email] and "dagverslag" in told[cast.rachid.email]

"""The teacher's repair list: what is hidden, for whom to repair, and each of the four ways."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.urls import reverse
from PIL import Image
from pytest_django.fixtures import Settings

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media import files
from driehoek.backbone.media.checking import answer_check, place
from driehoek.backbone.media.holding import answer_about_photos
from driehoek.backbone.media.models import Photo, PhotoHold, PhotoLimit, PhotoRemoval
from driehoek.backbone.media.tests.studio import a_photo, everyone_says_yes
from driehoek.backbone.notifications.notices import notice_of
from driehoek.base.core.tests.pictures import encoded
from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person, Protection
from driehoek.features.consents.handing_over import hand_over
from driehoek.features.consents.models import Handover
from driehoek.features.consents.repairs import AT_ONCE
from tests.cast import NOW, TODAY, Cast

LIST = "/fotos/herstel/"
PINK = (255, 0, 255)


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


@pytest.fixture
def hidden(cast: Cast) -> Cast:
    """Three photos of groep 5 went out; then Finn's mother said no."""
    everyone_says_yes(cast.groep_5)
    photos = [upload(cast), a_photo(cast), a_photo(cast)]
    place(photos, [cast.groep_5], taken_on=TODAY)
    answer_check(photos, {}, by=cast.anouk, at=NOW)
    answer_about_photos(cast.finn, Purpose.CLASS_APP, shown=False, by=cast.marieke, at=NOW)
    return cast


def upload(cast: Cast) -> Photo:
    """A grey class with one pink face, right of the middle."""
    picture = Image.new("RGB", (800, 600), (128, 128, 128))
    picture.paste(PINK, (580, 280, 620, 320))
    file = io.BytesIO(encoded(picture, "PNG"))
    return Photo.take(file, school=cast.vlieger, by=cast.anouk, at=NOW, alt="Foto van groep 5")


def holds() -> list[PhotoHold]:
    return list(PhotoHold.objects.open().order_by("pk"))


def repair(cast: Cast, chosen: list[PhotoHold], action: str, person: Person | None = None) -> HttpResponse:
    address = reverse("consents:repaired", args=[cast.finn.pk])
    body = {"holds": [hold.pk for hold in chosen], "action": action}
    return cast.sign_in(person or cast.anouk).post(address, body)


def shown(cast: Cast, person: Person) -> int:
    return Photo.objects.where(cast.viewer(person, "home"), may="show").count()


def test_the_teacher_sees_what_is_hidden_and_because_of_whom(hidden: Cast) -> None:
    html = hidden.sign_in(hidden.anouk).get(LIST).content.decode()
    assert "Finn" in html
    assert html.count('name="holds"') == 3
    assert shown(hidden, hidden.naima) == 0


def test_a_teacher_of_another_group_and_a_parent_see_an_empty_list(hidden: Cast) -> None:
    for person, hat in ((hidden.naima, "home"), (hidden.marieke, "home"), (hidden.anouk, "home")):
        html = hidden.sign_in(person, hat).get(LIST).content.decode()
        assert "Alles is in orde" in html and "Finn" not in html


def test_she_is_not_on_these_shows_exactly_these(hidden: Cast) -> None:
    chosen = holds()[:2]
    for _time in range(2):
        assert repair(hidden, chosen, "absent").url == LIST
    assert shown(hidden, hidden.naima) == 2
    assert len(holds()) == 1


def test_only_for_her_parents(hidden: Cast) -> None:
    repair(hidden, holds(), "limit")
    assert PhotoLimit.objects.count() == 3
    assert shown(hidden, hidden.marieke) == 3
    assert shown(hidden, hidden.naima) == 0


def test_taking_away(hidden: Cast, cupboard: Path, django_capture_on_commit_callbacks: object) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        repair(hidden, holds()[:1], "remove")
    assert PhotoRemoval.objects.count() == 1
    assert not list(cupboard.rglob("*.webp"))
    assert len(holds()) == 2


def test_choosing_nothing_or_nonsense_changes_nothing(hidden: Cast) -> None:
    repair(hidden, [], "absent")
    repair(hidden, holds(), "publish")
    assert len(holds()) == 3


@pytest.mark.parametrize("who", ["naima", "marieke", "elif_", "daan"])
def test_a_parent_or_a_teacher_of_another_class_cannot_repair(hidden: Cast, who: str) -> None:
    assert repair(hidden, holds(), "absent", getattr(hidden, who)).status_code == 404
    assert len(holds()) == 3
    page = hidden.sign_in(getattr(hidden, who)).get(reverse("consents:cover", args=[holds()[0].pk]))
    assert page.status_code == 404


def tap(cast: Cast, hold: PhotoHold, x: int, y: int, size: str = "0.09") -> HttpResponse:
    address = reverse("consents:cover", args=[hold.pk])
    return cast.sign_in(cast.anouk).post(address, {"place.x": x, "place.y": y, "size": size})


def test_a_kite_comes_where_she_tapped_without_any_script(
    hidden: Cast, django_capture_on_commit_callbacks: object
) -> None:
    hold = holds()[0]
    old = hold.photo.token
    html = hidden.sign_in(hidden.anouk).get(reverse("consents:cover", args=[hold.pk])).content.decode()
    assert 'type="image"' in html and 'width="288" height="216"' in html
    with django_capture_on_commit_callbacks(execute=True):
        assert tap(hidden, hold, 216, 108).status_code == 302
    photo = Photo.objects.get(pk=hold.photo_id)
    picture = Image.open(files.path(photo.token, 1600)).convert("RGB")
    assert not any(abs(r - 255) < 60 and g < 60 for _n, (r, g, _b) in picture.getcolors(10**6) if _b > 200)
    assert picture.getpixel((100, 100)) == pytest.approx((128, 128, 128), abs=6)
    assert not files.path(old, 1600).exists()


def test_it_stays_hidden_until_she_looked_and_says_it_is_done(hidden: Cast) -> None:
    hold = holds()[0]
    tap(hidden, hold, 10, 10)  # beside the face
    assert len(holds()) == 3
    done = hidden.sign_in(hidden.anouk).post(reverse("consents:covered", args=[hold.pk]))
    assert done.url == LIST
    assert len(holds()) == 2


@pytest.mark.parametrize(("x", "y", "size"), [(0, 0, "0.09"), (999, 5, "0.09"), (5, -1, "0.09"), (5, 5, "9")])
def test_a_tap_beside_the_picture_covers_nothing(hidden: Cast, x: int, y: int, size: str) -> None:
    """Nor does the key Enter, which sends the corner (0, 0)."""
    assert tap(hidden, holds()[0], x, y, size).status_code == 422
    assert Photo.objects.get(pk=holds()[0].photo_id).token == holds()[0].photo.token


def test_a_long_list_comes_a_handful_at_a_time(hidden: Cast) -> None:
    photo = holds()[0].photo
    for _number in range(AT_ONCE + 5):
        copy = Photo.objects.create(
            school=photo.school, uploaded_by=hidden.anouk, width=4, height=3, colour="#000000", created_at=NOW
        )
        PhotoHold.objects.create(photo=copy, student=hidden.finn, since=NOW)
    html = hidden.sign_in(hidden.anouk).get(LIST).content.decode()
    assert html.count('name="holds"') == AT_ONCE
    assert "nog 8 foto" in html


def test_the_colleagues_of_the_group_are_told_without_her_name(hidden: Cast) -> None:
    entry = Entry.objects.get(verb="media.photo.held")
    notice = notice_of(entry)
    assert hidden.anouk in notice.people(TODAY)
    assert not {hidden.naima, hidden.marieke} & set(notice.people(TODAY))
    assert "Finn" not in " ".join(map(str, (notice.subject, *notice.paragraphs)))
    assert notice.path == LIST


def test_at_sixteen_the_student_is_told_once(cast: Cast) -> None:
    adam = cast.adam
    answer(adam, Purpose.CLASS_APP, shown=True, by=cast.naima, at=NOW)
    birthday = TODAY + dt.timedelta(days=1)
    Person.objects.filter(pk=adam.pk).update(birth_date=birthday.replace(year=birthday.year - 16))
    before = hand_over(NOW)
    assert not Handover.objects.filter(student=adam).exists()
    assert hand_over(NOW + dt.timedelta(days=1)) == before + 1
    assert hand_over(NOW + dt.timedelta(days=2)) == 0
    notice = notice_of(Entry.objects.get(verb="consents.student.moved", subject_id=adam.pk))
    assert list(notice.people(TODAY)) == [adam]
    assert notice.path == f"/kind/{adam.pk}/fotos/"


def test_a_protected_child_is_named_to_her_readers_alone(hidden: Cast) -> None:
    Protection.objects.create(student=hidden.finn, basis="test", entered_by=hidden.marja, entered_at=NOW)
    client, hold = hidden.sign_in(hidden.anouk), holds()[0]
    html = client.get(LIST).content.decode()
    assert "Finn" not in html and "Er zijn nog 3 foto&#x27;s verborgen" in html.replace("'", "&#x27;")
    assert client.get(reverse("consents:cover", args=[hold.pk])).status_code == 404
    repair(hidden, holds(), "absent")
    assert len(holds()) == 3
    Protection.objects.get(student=hidden.finn).readers.create(person=hidden.anouk)
    assert "Finn" in client.get(LIST).content.decode()
    repair(hidden, holds(), "absent")
    assert not holds()

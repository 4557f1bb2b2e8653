"""A photo from the camera of a teacher to the screen of a parent, and who never gets it."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.media import files
from driehoek.backbone.media.checking import answer_check, limit_to_parents, place, say_absent, take_away
from driehoek.backbone.media.holding import answer_about_photos, hold_photos
from driehoek.backbone.media.models import Photo
from driehoek.backbone.media.tests.studio import everyone_says_yes
from driehoek.base.core.tests.pictures import CANARY, corners, encoded, exif
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, Person
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.places import Place
from tests.cast import NOW, TODAY, Cast

HOUR, MINUTE, DAY = dt.timedelta(hours=1), dt.timedelta(minutes=1), dt.timedelta(days=1)
UNKNOWN = "/foto/AAAAAAAAAAAAAAAAAAAAAA/800/"


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


class Class(Cast):
    """The cast, and one photo in a post for the guardians of groep 5."""

    def __init__(self) -> None:
        super().__init__()
        everyone_says_yes(self.groep_5)
        here = Place(self.vlieger, group=self.groep_5)
        self.post = Post.begin(here, by=self.anouk, at=NOW - HOUR)
        picture = encoded(corners(1600, 1200), exif=exif())
        self.photo = Photo.take(
            io.BytesIO(picture), school=self.vlieger, by=self.anouk, at=NOW, alt="Bruggen"
        )
        PostPhoto.objects.create(post=self.post, photo=self.photo)
        place([self.photo], [self.groep_5], taken_on=TODAY)

    def share(self) -> "Class":
        answer_check([self.photo], {}, by=self.anouk, at=NOW - HOUR)
        self.post.share(by=self.anouk, at=NOW - HOUR, due_at=NOW - HOUR)
        return self

    def get(self, person: Person | None, size: int = 800, **headers: str) -> HttpResponse:
        client = Client() if person is None else self.sign_in(person)
        return client.get(Photo.objects.get(pk=self.photo.pk).url(size), headers=headers)

    def listed(self, person: Person) -> bool:
        rows = PostPhoto.objects.visible_to(self.viewer(person, "home")).shown_to(self.viewer(person, "home"))
        return rows.filter(photo=self.photo).exists()

    def withdraw(self, child: Person, by: Person) -> None:
        answer_about_photos(child, Purpose.CLASS_APP, shown=False, by=by, at=NOW)


@pytest.fixture
def desk(cast: Cast) -> Class:
    """Nothing was shared yet."""
    return Class()


@pytest.fixture
def group(desk: Class) -> Class:
    return desk.share()


def body(response: HttpResponse) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_parent_of_the_group_gets_the_photo_in_every_size(group: Class) -> None:
    for size in (400, 800, 1600):
        response = group.get(group.naima, size)
        assert response.status_code == 200
        assert response["Content-Type"] == "image/webp"
        data = body(response)
        assert data == files.path(group.photo.token, size).read_bytes()
        assert CANARY not in data and b"EXIF" not in data
    assert group.listed(group.naima)


def test_it_is_served_so_that_nobody_in_between_keeps_or_misreads_it(group: Class) -> None:
    response = group.get(group.naima)
    assert response["Cache-Control"] == "private, max-age=30"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Content-Disposition"] == 'inline; filename="foto.webp"'
    assert "Cookie" in response["Vary"]


def test_asking_again_costs_no_bytes_but_asks_the_rules(group: Class) -> None:
    etag = group.get(group.naima)["ETag"]
    assert group.get(group.naima, **{"If-None-Match": etag}).status_code == 304
    group.withdraw(group.finn, group.marieke)
    assert group.get(group.naima, **{"If-None-Match": etag}).status_code == 404


def test_the_web_server_in_front_may_send_the_bytes(group: Class, settings: Settings) -> None:
    settings.ACCEL = True
    response = group.get(group.naima)
    token = group.photo.token
    assert response["X-Accel-Redirect"] == f"/protected/photos/{token[:2]}/{token}-800.webp"
    assert body(response) == b""
    refused = group.get(group.annelies)
    assert refused.status_code == 404 and "X-Accel-Redirect" not in refused


def test_a_visitor_cannot_tell_it_from_a_photo_that_never_was(group: Class) -> None:
    refused, unknown = group.get(None), Client().get(UNKNOWN)
    assert refused.status_code == unknown.status_code == 404
    assert body(refused).replace(group.photo.token.encode(), b"") == body(unknown)
    assert refused.headers == unknown.headers


OUTSIDERS = ["annelies", "sri", "wouter", "dennis", "tom", "dewi", "abel"]


@pytest.mark.parametrize("who", OUTSIDERS)
def test_parents_and_teachers_of_elsewhere_and_parents_without_custody_do_not_get_it(
    group: Class, who: str
) -> None:
    refused = group.get(getattr(group, who))
    assert refused.status_code == 404
    assert "ETag" not in refused and refused["Content-Type"] != "image/webp"


def test_after_signing_out_it_is_gone(group: Class) -> None:
    client = group.sign_in(group.naima)
    address = group.photo.url(800)
    assert client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code == 404


def test_after_the_guardianship_ended_it_is_gone(group: Class) -> None:
    client = group.sign_in(group.naima)
    Guardianship.objects.filter(guardian=group.naima, student=group.yusuf).update(ends_on=TODAY - DAY)
    assert client.get(group.photo.url(800)).status_code == 404


def test_before_it_is_shared_only_the_school_sees_it(desk: Class) -> None:
    answer_check([desk.photo], {}, by=desk.anouk, at=NOW)
    assert desk.get(desk.anouk).status_code == 200
    assert desk.get(desk.naima).status_code == 404


def test_a_post_that_went_out_without_the_photo_check_shows_no_photo(desk: Class) -> None:
    desk.post.share(by=desk.anouk, at=NOW - HOUR, due_at=NOW - HOUR)
    assert desk.get(desk.naima).status_code == 404
    assert not desk.listed(desk.naima)


def test_withdrawing_consent_ends_every_size_at_once(group: Class) -> None:
    group.withdraw(group.finn, group.marieke)
    assert {group.get(group.naima, size).status_code for size in (400, 800, 1600)} == {404}
    assert not group.listed(group.naima)
    assert group.get(group.anouk).status_code == 200  # she has to repair it


def test_the_view_does_not_wait_for_the_sweep(group: Class) -> None:
    """Custody of Finn's only yes ended last night; the list follows within a minute, the bytes at once."""
    Guardianship.objects.filter(student=group.finn).update(ends_on=TODAY - DAY)
    assert group.get(group.naima).status_code == 404
    hold_photos(NOW + MINUTE)
    assert not group.listed(group.naima)


def test_a_child_who_is_not_on_it_gives_it_back(group: Class) -> None:
    group.withdraw(group.finn, group.marieke)
    say_absent(group.photo, group.finn, by=group.anouk, at=NOW)
    assert group.get(group.naima).status_code == 200
    assert group.listed(group.naima)


def test_only_for_her_parents_means_only_for_them(group: Class) -> None:
    group.withdraw(group.finn, group.marieke)
    limit_to_parents(group.photo, group.finn, by=group.anouk, at=NOW)
    assert group.get(group.marieke).status_code == 200
    assert group.get(group.naima).status_code == 404


def test_taken_away_is_gone_for_everybody(group: Class, django_capture_on_commit_callbacks: object) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        take_away(group.photo, by=group.anouk, at=NOW)
    assert {group.get(who).status_code for who in (group.naima, group.anouk, None)} == {404}


def test_at_home_a_teacher_sees_what_a_parent_sees(group: Class) -> None:
    client = group.sign_in(group.anouk, "home")
    assert client.get(group.photo.url(800)).status_code == 404


def test_only_the_sizes_there_are(group: Class) -> None:
    client = group.sign_in(group.naima)
    for size in (0, 1, 801, 99999):
        assert client.get(f"/foto/{group.photo.token}/{size}/").status_code == 404
    assert client.post(group.photo.url(800)).status_code == 405


@pytest.mark.parametrize("token", ["..%2F..%2Fdriehoek", "%2e%2e", "a" * 22, "AAAA/BBBB", "x'--", "%00"])
def test_no_address_leads_to_another_file(group: Class, token: str) -> None:
    assert group.sign_in(group.naima).get(f"/foto/{token}/800/").status_code == 404


def test_a_photo_takes_few_queries(group: Class, django_assert_max_num_queries: object) -> None:
    client = group.sign_in(group.naima)
    client.get(group.photo.url(800))
    with time_machine.travel(NOW, tick=False), django_assert_max_num_queries(8):
        client.get(group.photo.url(800))

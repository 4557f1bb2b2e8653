"""Names with the photos of a post, and the photos with one child on them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.media.checking import limit_to_parents
from driehoek.backbone.media.models import Photo, PhotoTag
from driehoek.backbone.media.tests.studio import a_checked_photo, a_photo, everyone_says_yes
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.tests.posts import draft, shared
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def with_photos(cast: Cast, number: int = 1, title: str = "Wij bouwden bruggen") -> tuple[Post, list[Photo]]:
    """Of groep 5, where everybody but Finn may be shown."""
    everyone_says_yes(cast.groep_5, but=(cast.finn,))
    post, photos = shared(cast, title, with_students=True), [a_checked_photo(cast) for _n in range(number)]
    for position, photo in enumerate(photos):
        PostPhoto.objects.create(post=post, photo=photo, position=position)
    return post, photos


def address(post: Post, photo: Photo) -> str:
    return reverse("feed:names", args=[post.pk, photo.pk])


def album_of(client: Client, child: Person) -> str:
    return client.get(reverse("feed:with_child", args=[child.pk])).text


def tag(cast: Cast, photo: Photo, *children: Person) -> None:
    for child in children:
        PhotoTag.objects.create(photo=photo, student=child, by=cast.anouk, at=cast.now)


def test_a_teacher_taps_names_photo_after_photo(cast: Cast) -> None:
    post, (first, second) = with_photos(cast, 2)
    anouk = cast.sign_in(cast.anouk)
    assert address(post, first) in anouk.get(post.get_absolute_url()).text
    page = anouk.get(address(post, first)).text
    assert f'value="{cast.yusuf.pk}"' in page and " checked" not in page
    assert f'value="{cast.finn.pk}"' not in page  # who may not be shown is not named either
    said = {"students": [cast.yusuf.pk, cast.defne.pk], "next": "1"}
    assert anouk.post(address(post, first), said).url == address(post, second)
    album = reverse("feed:photos", args=[post.pk])
    assert anouk.post(address(post, second), {"students": [cast.yusuf.pk], "next": "1"}).url == album
    assert f'value="{cast.yusuf.pk}" checked' in anouk.get(address(post, first)).text
    anouk.post(address(post, first), {"students": [cast.defne.pk]})
    assert set(PhotoTag.objects.values_list("photo", "student")) == {
        (first.pk, cast.defne.pk), (second.pk, cast.yusuf.pk)
    }  # fmt: skip


def test_who_keeps_no_photos_names_nobody(cast: Cast) -> None:
    post, (photo,) = with_photos(cast)
    for key, hat in (("naima", "home"), ("yusuf", "home"), ("anouk", "home"), ("petra", "school")):
        client = cast.sign_in(getattr(cast, key), hat)  # type: ignore[arg-type]
        assert client.get(address(post, photo)).status_code in (403, 404), key
        said = {"students": [cast.yusuf.pk]}
        assert client.post(address(post, photo), said).status_code in (403, 404), key
    assert not PhotoTag.objects.exists()
    assert address(post, photo) not in cast.sign_in(cast.naima).get(post.get_absolute_url()).text


def test_a_child_who_may_not_be_named_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    post, (photo,) = with_photos(cast)
    anouk = cast.sign_in(cast.anouk)
    for wrong in (cast.finn.pk, cast.lina.pk, "x", 10**30):
        answer = anouk.post(address(post, photo), {"students": [cast.yusuf.pk, wrong]})
        assert answer.status_code == 422 and "Dit kind kun je hier niet kiezen" in answer.text
    assert not PhotoTag.objects.exists()


def test_a_photo_is_named_at_its_own_post_and_only_when_it_is_out(cast: Cast) -> None:
    post, (photo,) = with_photos(cast)
    other, unchecked = draft(cast, "Nog niet"), a_photo(cast)
    PostPhoto.objects.create(post=other, photo=unchecked)
    anouk = cast.sign_in(cast.anouk)
    assert anouk.get(address(other, photo)).status_code == 404
    assert anouk.get(address(other, unchecked)).status_code == 404
    assert anouk.get(address(post, photo)).status_code == 200


def test_a_family_reads_the_name_of_its_own_child_and_of_no_other(cast: Cast) -> None:
    post, (photo,) = with_photos(cast)
    tag(cast, photo, cast.yusuf, cast.defne)
    album = reverse("feed:photos", args=[post.pk])
    hers, others = cast.sign_in(cast.naima).get(album).text, cast.sign_in(cast.elif_).get(album).text
    assert "<bdi>Yusuf</bdi>" in hers and "Defne" not in hers
    assert "<bdi>Defne</bdi>" in others and "Yusuf" not in others
    school = cast.sign_in(cast.anouk).get(album).text
    assert "<bdi>Yusuf</bdi>" in school and "<bdi>Defne</bdi>" in school and address(post, photo) in school
    assert address(post, photo) not in hers


def test_a_mother_finds_the_photos_of_her_own_child_and_keeps_them(cast: Cast) -> None:
    _post, (first, second) = with_photos(cast, 2)
    tag(cast, first, cast.yusuf, cast.defne)
    naima = cast.sign_in(cast.naima)
    page = album_of(naima, cast.yusuf)
    assert first.url(1600) in page and second.url(1600) not in page
    assert "month-grid" in page and "download=" in page
    assert reverse("feed:with_child", args=[cast.yusuf.pk]) in naima.get(f"/kind/{cast.yusuf.pk}/").text
    of_group = naima.get(reverse("feed:album", args=[cast.groep_5.pk])).text
    assert reverse("feed:with_child", args=[cast.yusuf.pk]) in of_group
    assert reverse("feed:with_child", args=[cast.defne.pk]) not in of_group
    himself = cast.sign_in(cast.yusuf)
    assert "Foto's met mij" in himself.get(reverse("feed:album", args=[cast.groep_5.pk])).text
    assert first.url(1600) in album_of(himself, cast.yusuf)


def test_of_the_child_of_another_she_finds_nothing(cast: Cast) -> None:
    _post, (photo,) = with_photos(cast)
    tag(cast, photo, cast.yusuf)
    page = reverse("feed:with_child", args=[cast.yusuf.pk])
    for key in ("elif_", "marieke", "wouter", "jeroen"):
        assert cast.sign_in(getattr(cast, key)).get(page).status_code in (403, 404), key
    assert cast.sign_in(cast.anouk).get(page).status_code == 403  # school looks nobody up
    assert "month-grid" not in album_of(cast.sign_in(cast.elif_), cast.defne)


def test_a_photo_that_is_for_other_parents_stays_away_with_her_name_on_it(cast: Cast) -> None:
    _post, (photo,) = with_photos(cast)
    tag(cast, photo, cast.yusuf)
    limit_to_parents(photo, cast.finn, by=cast.anouk, at=cast.now)
    assert photo.url(1600) not in album_of(cast.sign_in(cast.naima), cast.yusuf)


def test_what_was_taken_back_is_gone_from_the_photos_with_her(cast: Cast) -> None:
    post, (photo,) = with_photos(cast)
    tag(cast, photo, cast.yusuf)
    naima = cast.sign_in(cast.naima)
    assert photo.url(1600) in album_of(naima, cast.yusuf)
    post.withdraw(by=cast.anouk, at=cast.now)
    assert photo.url(1600) not in album_of(naima, cast.yusuf)


@pytest.mark.parametrize("number", [1, 9])
def test_each_page_asks_as_much_whatever_there_is(cast: Cast, number: int) -> None:
    post, photos = with_photos(cast, number)
    for photo in photos:
        tag(cast, photo, cast.yusuf, cast.defne)
    naima, anouk = cast.sign_in(cast.naima), cast.sign_in(cast.anouk)
    pages = [
        (naima, reverse("feed:with_child", args=[cast.yusuf.pk]), 12),
        (naima, reverse("feed:photos", args=[post.pk]), 11),
        (anouk, reverse("feed:photos", args=[post.pk]), 12),
        (anouk, address(post, photos[0]), 12),
    ]
    for client, page, most in pages:
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
        assert len(asked) <= most, (page, len(asked))

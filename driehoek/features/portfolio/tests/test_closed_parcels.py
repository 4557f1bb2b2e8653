"""A parcel is a copy that lies ready: it opens only as long as everything in it may be seen."""

from collections.abc import Callable

import pytest
from django.test import Client

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.media.checking import say
from driehoek.backbone.media.models import PhotoHold
from driehoek.base.core import clock
from driehoek.facts.people.models import Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.portfolio.adding import finish
from driehoek.features.portfolio.models import Echo, Parcel, Work
from driehoek.features.portfolio.packing import pack_next
from driehoek.features.portfolio.tests.works import photo
from tests.cast import Cast


@pytest.fixture
def work(cast: Cast) -> Work:
    """With a photo of himself, and what Rachid said about it."""
    cast.sign_in(cast.yusuf).post("/werk/nieuw/", {"whom": "home", "title": "Brug", "files": photo()})
    made = Work.objects.get()
    others = (
        Enrolment.objects.filter(group=cast.groep_5)
        .exclude(student=cast.yusuf)
        .values_list("student", flat=True)
    )
    say(((made.photos()[0].pk, key, False) for key in others), by=cast.anouk, at=cast.now)
    finish(made, cast.viewer(cast.anouk))
    Echo.say(made, "Wat sterk!", by=cast.rachid, corner=Corner.HOME, at=cast.now)
    return made


def taken_along(client: Client, work: Work) -> tuple[str, dict[str, str]]:
    """The address of the bundle, and what was posted to it."""
    begun = client.post(f"/kind/{work.student_id}/meenemen/", {"title": "Mijn jaar"})
    fields = {"title": "Mijn jaar", f"pick-work-{work.pk}": "on", "make": "1"}
    address = str(begun["Location"]).partition("?")[0]
    assert client.post(address, fields).status_code == 302
    while pack_next(clock=clock.now):
        pass
    return address, fields


def opens(client: Client) -> bool:
    parcel = Parcel.objects.get()
    return {client.get(f"/werk/pakket/{parcel.token}/{form}/").status_code for form in ("zip", "pdf")} == {
        200
    }


def kept_to_the_teacher(cast: Cast, work: Work) -> None:
    Work.objects.filter(pk=work.pk).update(whom="teacher")


def deleted(cast: Cast, work: Work) -> None:
    work.delete()


def photo_held(cast: Cast, work: Work) -> None:
    PhotoHold.objects.create(photo=work.photos()[0], student=cast.finn, since=cast.now)


def photo_removed(cast: Cast, work: Work) -> None:
    work.photos()[0].remove(by=cast.anouk, at=cast.now)


def its_speaker_banned(cast: Cast, work: Work) -> None:
    Restriction.objects.create(
        adult=cast.rachid, student=cast.yusuf, kind=Restriction.Kind.NO_ACCESS, starts_on=cast.today,
        basis="Gezien.", entered_by=cast.marja,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "closes"),
    [
        ("naima", kept_to_the_teacher),
        ("naima", deleted),
        ("naima", photo_held),
        ("anouk", photo_held),
        ("anouk", photo_removed),
        ("yusuf", its_speaker_banned),
        ("anouk", its_speaker_banned),
    ],
)
def test_it_closes_when_something_in_it_may_no_longer_be_seen(
    cast: Cast, work: Work, who: str, closes: Callable[[Cast, Work], None]
) -> None:
    client = cast.sign_in(getattr(cast, who))
    address, _fields = taken_along(client, work)
    assert opens(client)
    closes(cast, work)
    assert not opens(client)
    assert "werk/pakket" not in client.get(address).content.decode()


def test_what_was_not_in_it_closes_nothing(cast: Cast, work: Work) -> None:
    """Rachid said it to the child: it never was in what Naima took along."""
    naima = cast.sign_in(cast.naima)
    taken_along(naima, work)
    its_speaker_banned(cast, work)
    assert opens(naima)


def test_a_held_photo_does_not_go_along_with_who_must_set_it_right(cast: Cast, work: Work) -> None:
    photo_held(cast, work)
    anouk = cast.sign_in(cast.anouk)
    taken_along(anouk, work)
    assert opens(anouk)
    page = anouk.get(f"/werk/pakket/{Parcel.objects.get().token}/zip/")
    assert b"media/foto" not in b"".join(page.streaming_content)  # type: ignore[attr-defined]


def test_filled_anew_it_is_another_parcel_and_filled_the_same_it_stays(cast: Cast, work: Work) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    address, fields = taken_along(yusuf, work)
    yusuf.post(address, {name: value for name, value in fields.items() if name != "make"})
    assert opens(yusuf)
    yusuf.post(address, fields | {f"words-work-{work.pk}": "Van karton."})
    first, still_made = Parcel.objects.get(), not Parcel.objects.get().is_ready
    assert still_made  # the old one is gone; this one waits to be made
    yusuf.post(address, fields | {f"words-work-{work.pk}": "Van hout."})
    assert Parcel.objects.get() != first  # what is being made would hold the words from before

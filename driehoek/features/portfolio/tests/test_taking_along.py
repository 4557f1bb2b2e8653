"""Taking along: what one chose, in one's own order, as a PDF and as pages that need no server."""

import io
import re
import uuid
import zipfile
from copy import copy
from pathlib import Path

import pytest
from django.test import Client

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.journal.reading import OPENED
from driehoek.base.core import clock
from driehoek.features.portfolio import packing
from driehoek.features.portfolio.forgetting import forget_parcels
from driehoek.features.portfolio.models import KEPT_PARCELS, Bundle, Packing, Parcel, Work
from driehoek.features.portfolio.packing import pack_next
from driehoek.features.portfolio.tests.works import chosen, made, photo
from tests.cast import Cast


def bundle_of(client: Client, cast: Cast, **fields: object) -> str:
    """The address of a bundle that was filled."""
    begun = client.post(f"/kind/{cast.yusuf.pk}/meenemen/", {"title": "Mijn jaar"})
    assert begun.status_code == 302, begun.content.decode()
    address = str(begun["Location"]).partition("?")[0]
    answer = client.post(address, {"title": "Mijn jaar", **fields})
    assert answer.status_code == 302, answer.content.decode()
    return address


def packed() -> Parcel:
    while pack_next(clock=clock.now):
        pass
    return Parcel.objects.get()


def content(client: Client, form: str) -> bytes:
    answer = client.get(f"/werk/pakket/{Parcel.objects.get().token}/{form}/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_a_child_takes_work_and_a_goal_along_in_his_own_order(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    shown = int(
        yusuf.post("/werk/nieuw/", {"whom": "home", "title": "Brug", "files": photo()})["Location"]
        .rstrip("/").rsplit("/", 1)[1]
    )  # fmt: skip
    first, goal = made(cast), chosen(cast)
    bundle_of(
        yusuf, cast, make="1",
        **{
            f"pick-work-{first.pk}": "on", f"place-work-{first.pk}": "3",
            f"pick-goal-{goal.pk}": "on", f"place-goal-{goal.pk}": "1", f"words-goal-{goal.pk}": "Gelukt!",
            f"pick-work-{shown}": "on", f"place-work-{shown}": "2",
        },
    )  # fmt: skip
    parcel = packed()
    assert parcel.is_ready and parcel.done == parcel.total == 3
    with zipfile.ZipFile(io.BytesIO(content(yusuf, "zip"))) as pages:
        page = pages.read("index.html").decode()
        media = [name for name in pages.namelist() if name.startswith("media/")]
        assert len(media) == 1 and f'src="{media[0]}"' in page
    places = [page.index(words) for words in ("tafel van 7", "Brug", "Mijn vulkaan")]
    assert places == sorted(places) and "Gelukt!" in page
    assert "http" not in re.sub("http-equiv", "", page) and "<script" not in page
    assert content(yusuf, "pdf").startswith(b"%PDF-") and content(yusuf, "pdf").count(b"/Type/Page/") == 4


def test_a_parcel_is_only_for_who_asked(cast: Cast) -> None:
    work = made(cast)
    bundle_of(cast.sign_in(cast.naima), cast, make="1", **{f"pick-work-{work.pk}": "on"})
    parcel = packed()
    address = f"/werk/pakket/{parcel.token}/zip/"
    assert cast.sign_in(cast.naima).get(address).status_code == 200
    assert [look.actor for look in Entry.objects.filter(verb=OPENED)] == [cast.naima]  # and it is known
    for person in (cast.rachid, cast.yusuf, cast.anouk, cast.elif_):
        assert cast.sign_in(person).get(address).status_code == 404
        assert cast.sign_in(person).get(parcel.bundle.get_absolute_url()).status_code == 404


def test_what_one_may_no_longer_see_does_not_go_along(cast: Cast) -> None:
    work, other = made(cast), made(cast, title="Brug")
    naima = cast.sign_in(cast.naima)
    bundle_of(naima, cast, make="1", **{f"pick-work-{one.pk}": "on" for one in (work, other)})
    Work.objects.filter(pk=work.pk).update(whom="teacher")
    packed()
    with zipfile.ZipFile(io.BytesIO(content(naima, "zip"))) as pages:
        assert "vulkaan" not in pages.read("index.html").decode()


def test_a_photo_that_was_taken_away_keeps_nothing_from_being_made(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    cast.sign_in(cast.yusuf).post("/werk/nieuw/", {"whom": "home", "title": "Brug", "files": photo()})
    work, anouk = Work.objects.get(), cast.sign_in(cast.anouk)
    bundle_of(anouk, cast, make="1", **{f"pick-work-{work.pk}": "on"})
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        work.photos()[0].remove(by=cast.anouk, at=cast.now)
    assert packed().is_ready
    with zipfile.ZipFile(io.BytesIO(content(anouk, "zip"))) as pages:
        page = pages.read("index.html").decode()
        assert pages.namelist() == ["index.html", "style.css"] and "Brug" in page and "<img" not in page


def test_what_is_thrown_away_while_it_is_made_leaves_no_file(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = made(cast)
    bundle_of(cast.sign_in(cast.naima), cast, make="1", **{f"pick-work-{work.pk}": "on"})
    parcel, lay_down = Parcel.objects.get(), packing._lay_down

    def thrown_away(made: Path, target: Path) -> None:
        lay_down(made, target)
        Bundle.objects.all().delete()

    monkeypatch.setattr(packing, "_lay_down", thrown_away)
    assert pack_next(clock=clock.now)
    assert not parcel.path("zip").exists() and not parcel.path("pdf").exists()


def test_who_was_thought_dead_lays_nothing_over_what_another_worker_made(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, write = made(cast), packing._write_pages
    bundle_of(cast.sign_in(cast.naima), cast, make="1", **{f"pick-work-{work.pk}": "on"})
    parcel = Parcel.objects.get()

    def slow(*given: object) -> None:
        write(*given)  # type: ignore[arg-type]  # as it was called
        Packing.objects.update(lease_token=uuid.uuid4())
        parcel.path("zip").parent.mkdir(parents=True, exist_ok=True)
        for form in ("zip", "pdf"):
            parcel.path(form).write_bytes(b"of the other")

    monkeypatch.setattr(packing, "_write_pages", slow)
    assert pack_next(clock=clock.now)
    assert parcel.path("zip").read_bytes() == parcel.path("pdf").read_bytes() == b"of the other"
    assert not Parcel.objects.get().is_ready


def test_of_another_childs_work_nothing_can_be_chosen(cast: Cast) -> None:
    theirs = made(cast, "teacher")
    naima = cast.sign_in(cast.naima)
    begun = naima.post(f"/kind/{cast.yusuf.pk}/meenemen/", {"title": "Alles"})["Location"].partition("?")[0]
    answer = naima.post(begun, {"title": "Alles", f"pick-work-{theirs.pk}": "on"})
    assert answer.status_code == 422 and Bundle.objects.get().items.count() == 0
    assert cast.sign_in(cast.elif_).get(f"/kind/{cast.yusuf.pk}/meenemen/").status_code in (403, 404)


@pytest.mark.parametrize("field", ["words", "title"])
@pytest.mark.parametrize("typed", ["a\x00b", "x" * 301])
def test_what_cannot_be_kept_is_said_and_still_stands_there(cast: Cast, field: str, typed: str) -> None:
    work, yusuf = made(cast), cast.sign_in(cast.yusuf)
    address = bundle_of(yusuf, cast, **{f"pick-work-{work.pk}": "on"})
    name = field if field == "title" else f"words-work-{work.pk}"
    answer = yusuf.post(address, {"title": "Mijn jaar", f"pick-work-{work.pk}": "on", name: typed})
    assert answer.status_code == 422 and 'class="err"' in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode() and Bundle.objects.get().title == "Mijn jaar"


def test_of_a_whole_school_time_all_that_is_offered_can_be_chosen(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    chosen(cast)
    work = made(cast)
    work.pk = None
    Work.objects.bulk_create([copy(work) for _ in range(360)])
    begun = yusuf.post(f"/kind/{cast.yusuf.pk}/meenemen/", {"title": "Mijn jaren"})["Location"]
    names = re.findall(r'name="((?:pick|place|words)-[a-z]+-[0-9]+)"', yusuf.get(begun).content.decode())
    assert len(names) > 900 and any("goal" in name for name in names)
    answer = yusuf.post(begun.partition("?")[0], dict.fromkeys(names, "1") | {"title": "Mijn jaren"})
    assert answer.status_code == 302


def test_asked_twice_it_is_made_once_and_after_days_it_is_gone(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    work, naima = made(cast), cast.sign_in(cast.naima)
    address = bundle_of(naima, cast, make="1", **{f"pick-work-{work.pk}": "on"})
    naima.post(address, {"title": "Mijn jaar", f"pick-work-{work.pk}": "on", "make": "1"})
    parcel = packed()
    assert parcel.path("zip").exists() and parcel.path("pdf").exists()
    forget_parcels(cast.now + KEPT_PARCELS / 2)
    assert Parcel.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        forget_parcels(cast.now + KEPT_PARCELS * 2)
    assert not Parcel.objects.exists()
    assert not parcel.path("zip").exists() and not parcel.path("pdf").exists()

"""Making a parcel: pages that open in a browser without a server, with all their media, and a PDF."""

import datetime as dt
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media import attachment_files, files
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.drawn_pages import GREY, HEIGHT, WIDTH, Page
from driehoek.base.core.models import LeaseLost
from driehoek.base.core.pdf import Pdf
from driehoek.features.portfolio.models import (
    Bundle,
    Echo,
    Goal,
    GoalVoice,
    Packing,
    Parcel,
    Work,
    WorkAttachment,
    WorkPhoto,
)
from driehoek.features.portfolio.reading import echoes_on

Clock = Callable[[], dt.datetime]
LARGE, MIDDLE = 1600, 800  # pixels of a photo: in a browser, and on paper
EVERY = 10  # things between two signs of life


@dataclass(frozen=True)
class Sheet:
    """One thing in the parcel, as both its pages show it."""

    thing: Work | Goal
    words: str  # the sentence of whoever chose it
    photos: list[Photo]
    carried: list[Attachment]
    echoes: list[Echo]

    @property
    def is_goal(self) -> bool:
        return isinstance(self.thing, Goal)

    @property
    def parts(self) -> list[Model]:
        """What one must be allowed to see to have it: the thing, its photos, and what is said under it."""
        return [self.thing, *self.photos, *(echo for echo in self.echoes if echo.text)]

    @cached_property
    def media(self) -> "list[Medium]":
        """What is there: of a photo that was taken away the pixels are gone."""
        every = [*map(_of_photo, self.photos), *map(_of_attachment, self.carried)]
        return [one for one in every if one.source.exists()]

    @property
    def in_place_of_words(self) -> str:
        """Of a goal that was only spoken: paper has no sound."""
        return _("Een ingesproken doel") if self.is_goal else ""

    @property
    def drawing(self) -> Path | None:
        """What is drawn on paper: the first photo that is there."""
        every = (files.path(photo.token, MIDDLE) for photo in self.photos)
        return next((one for one in every if one.exists()), None)


@dataclass(frozen=True)
class Medium:
    """One file that goes along, by the name it has in the parcel."""

    source: Path
    name: str
    kind: str  # "photo", "voice", "film", "file"
    alt: str = ""


def _of_photo(photo: Photo) -> Medium:
    if photo.film and photo.film.is_ready:
        film = photo.film
        return Medium(
            attachment_files.path(film.token, film.ending), f"film-{film.pk}.mp4", "film", photo.alt
        )
    return Medium(files.path(photo.token, LARGE), f"foto-{photo.pk}.webp", "photo", photo.alt)


def _of_attachment(one: Attachment) -> Medium:
    name = get_valid_filename(f"{one.pk}-{one.filename}")
    return Medium(attachment_files.path(one.token, one.ending), name, one.kind, one.alt)


def pack_next(*, clock: Clock) -> bool:
    """Make one parcel that is due; whether there was one."""
    Packing.objects.free_stale(clock())
    claimed: list[Packing] = Packing.objects.select_related("parcel__bundle__student").claim(clock(), limit=1)
    for packing in claimed:
        try:
            _pack(packing, clock)
        except LeaseLost:  # we were thought dead and another worker makes it; or it was thrown away meanwhile
            if not Parcel.objects.filter(pk=packing.parcel_id).exists():
                packing.parcel.remove_files()
        except Exception as error:  # one parcel must not keep the next one waiting
            packing.stumble(type(error).__name__, clock())
    return bool(claimed)


def _pack(packing: Packing, clock: Clock) -> None:
    parcel = packing.parcel
    viewer = Viewer(parcel.asked_by, parcel.bundle.worn, clock())
    with translation.override(parcel.asked_by.language), TemporaryDirectory() as folder:
        sheets = sheets_of(parcel.bundle, viewer)
        Parcel.objects.filter(pk=parcel.pk).update(total=len(sheets), done=0)
        made = Path(folder)
        _write_pages(made / "zip", parcel.bundle, sheets)
        with Pdf(made / "pdf", parcel.bundle.title) as book:
            _draw_cover(book, parcel.bundle)
            for number, sheet in enumerate(sheets, 1):
                _draw(book, sheet)
                if number % EVERY == 0:
                    packing.renew(clock())
                    Parcel.objects.filter(pk=parcel.pk).update(done=number)
        packing.renew(clock())  # so nothing is laid over what another worker made meanwhile
        size = (made / "zip").stat().st_size
        for form in ("zip", "pdf"):
            _lay_down(made / form, parcel.path(form))
    with transaction.atomic():
        packing.finish(Packing.State.DONE)
        parcel.hold((part for sheet in sheets for part in sheet.parts), size=size, number=len(sheets))


def _lay_down(made: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    beside = target.with_suffix(".part")
    shutil.copyfile(made, beside)
    os.replace(beside, target)


def sheets_of(bundle: Bundle, viewer: Viewer) -> list[Sheet]:
    """What of it this viewer may see now, in its order: what was taken away since goes not along."""
    items = list(bundle.items.order_by("position", "pk"))
    works = Work.objects.visible_to(viewer).in_bulk([item.work_id for item in items if item.work_id])
    goals = Goal.objects.visible_to(viewer).in_bulk([item.goal_id for item in items if item.goal_id])
    photos, carried = WorkPhoto.objects.taken_along(viewer, works), WorkAttachment.of(works)
    heard = GoalVoice.of(goals)
    echoes, on_goals = echoes_on(viewer, works=works), echoes_on(viewer, goals=goals)
    said = [echo for some in (*echoes.values(), *on_goals.values()) for echo in some]
    put_in_words([*works.values(), *goals.values(), *said], now=viewer.now)
    sheets = []
    for item in items:
        if work := works.get(item.work_id or 0):
            sheets.append(Sheet(work, item.words, photos[work.pk], carried[work.pk], echoes[work.pk]))
        elif goal := goals.get(item.goal_id or 0):
            sheets.append(Sheet(goal, item.words, [], heard.get(goal.pk, []), on_goals[goal.pk]))
    return sheets


# A browser ----------------------------------------------------------------------------------------


def _write_pages(target: Path, bundle: Bundle, sheets: list[Sheet]) -> None:
    """Nothing in it comes from elsewhere: no script, no font, no address."""
    context = {"bundle": bundle, "sheets": sheets, "backwards": translation.get_language_bidi()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as parcel:
        page = render_to_string("portfolio/parcel/index.html", context)
        parcel.writestr("index.html", page, zipfile.ZIP_DEFLATED)
        parcel.writestr("style.css", render_to_string("portfolio/parcel/style.css"))
        for medium in _media_of(sheets):
            parcel.write(medium.source, f"media/{medium.name}")


def _media_of(sheets: list[Sheet]) -> Iterator[Medium]:
    for sheet in sheets:
        yield from sheet.media


# Paper --------------------------------------------------------------------------------------------


def _draw_cover(book: Pdf, bundle: Bundle) -> None:
    page = Page()
    page.space(HEIGHT // 4)
    page.write(bundle.title, 72, weight=700)
    page.space(24)
    page.write(bundle.student.name, 44, colour=GREY)
    book.add(page.jpeg(), WIDTH, HEIGHT)


def _draw(book: Pdf, sheet: Sheet) -> None:
    page, said = Page(), sheet.thing.told
    page.write(said["title"].words if "title" in said else "", 48, weight=700, most=3)
    if sheet.drawing:
        page.space(20)
        page.show(sheet.drawing, HEIGHT // 2)
    page.space(24)
    page.write(said["text"].words if "text" in said else sheet.in_place_of_words, 32, most=14)
    if "help" in said:
        page.write(said["help"].words, 28, colour=GREY, most=4)
    if sheet.words:
        page.space(16)
        page.write(sheet.words, 30, weight=600, most=4)
    for echo in sheet.echoes:
        if echo.text:
            page.space(12)
            page.write(f"{echo.author.name}: {echo.told['text'].words}", 26, colour=GREY, most=4)
    book.add(page.jpeg(), WIDTH, HEIGHT)

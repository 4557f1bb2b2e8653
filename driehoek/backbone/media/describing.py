"""What is on a photo in words, for who does not see it: asked of who brings it, and never demanded."""

from collections.abc import Iterable, Sequence

from django.http import QueryDict
from django.utils.translation import gettext as _

from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.translation.languages import language_of

LONGEST = 300


def describe(photos: Iterable[Photo], data: QueryDict | None) -> list[str]:
    """Keep what was typed about each as `alt-<key>`, and say what was wrong. What is too long is not kept but
    stays on the page, so that nothing is lost."""
    wrong = []
    for number, photo in enumerate(photos, 1):
        said = data.get(f"alt-{photo.pk}") if data else None
        words = in_one_line(said or "")
        if said is None or words == photo.alt:
            continue
        photo.alt = words
        if len(words) > LONGEST:
            wrong.append(_too_long(number))
        else:
            photo.save(update_fields=["alt"])
    return wrong


def describe_attached(rows: Sequence[Attachment], data: QueryDict | None, language: str) -> list[str]:
    """The same for what goes with something said: of those that were kept before as `alt-<token>`, and of
    what is new in one field, `alt`, with a line for each."""
    data = data or QueryDict()
    seen = [row for row in rows if row.is_seen]
    typed = {row.token: data.get(f"alt-{row.token}", "") for row in seen if f"alt-{row.token}" in data}
    new = [row.token for row in seen if row.token not in typed]
    lines = [line for line in data.get("alt", "").splitlines() if in_one_line(line)]
    if lines and not new:
        return [_("Je zegt wat er te zien is. Maar er is geen foto bij.")]
    if lines:
        last = len(new) - 1
        typed |= dict(
            zip(new, [*lines[:last], " ".join(lines[last:])], strict=False)
        )  # more lines than photos
    return [
        _too_long(number)
        for number, row in enumerate(seen, 1)
        if row.token in typed and not _keep(row, in_one_line(typed[row.token]), language)
    ]


def _keep(row: Attachment, words: str, language: str) -> bool:
    """False when it is too long: then it only stays on the page."""
    row.alt, row.language = words, language_of(words, language)
    if len(words) > LONGEST:
        return False
    row.save(update_fields=["alt", "language"])
    return True


def in_one_line(words: str) -> str:
    return " ".join(words.replace("\0", "").split())


def _too_long(number: int) -> str:
    return _("Foto {number}: zeg het in één of twee zinnen.").format(number=number)

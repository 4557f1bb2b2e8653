"""What is on a photo in words, for who does not see it: asked of who brings it, and never demanded."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from driehoek.backbone.media.models import Photo

LONGEST = 300


def describe(photos: Iterable[Photo], data: QueryDict | None) -> list[str]:
    """Keep what was typed about each as `alt-<key>`, and say what was wrong. What is too long is not kept but
    stays on the page, so that nothing is lost."""
    wrong = []
    for number, photo in enumerate(photos, 1):
        said = data.get(f"alt-{photo.pk}") if data else None
        words = " ".join((said or "").split())
        if said is None or words == photo.alt:
            continue
        photo.alt = words
        if len(words) > LONGEST:
            wrong.append(_("Foto {number}: zeg het in één of twee zinnen.").format(number=number))
        else:
            photo.save(update_fields=["alt"])
    return wrong

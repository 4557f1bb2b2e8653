"""The page on which somebody chooses what goes along, in what order, with which words."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.shell.fields import Remark
from driehoek.features.portfolio.forms import TitleForm
from driehoek.features.portfolio.models import Bundle, Chosen, Goal, Parcel, Work
from driehoek.features.portfolio.reading import goals_of

MOST = 320  # things that one page offers: three fields each, and of a thousand Django takes no form at all
LAST = 9999
A_SENTENCE = Remark(max_length=300, required=False)


@dataclass
class Offer:
    """One thing that may go along."""

    thing: Work | Goal
    is_chosen: bool
    place: str
    words: str
    error: str = ""

    @property
    def name(self) -> str:
        """Of its fields."""
        return f"{self.thing._meta.model_name}-{self.thing.pk}"

    @property
    def is_goal(self) -> bool:
        return isinstance(self.thing, Goal)


class Bundling:
    """Everything of this student that the viewer may see; what was chosen comes first, in its order."""

    def __init__(
        self, bundle: Bundle, viewer: Viewer, data: QueryDict | None = None, *, everything: bool = False
    ) -> None:
        self.bundle, self.viewer, self.data, self.everything = bundle, viewer, data, everything
        self.errors: list[str] = []

    @property
    def title(self) -> str:
        return self.data.get("title", "").strip() if self.data is not None else self.bundle.title

    @cached_property
    def things(self) -> list[Work | Goal]:
        works = Work.objects.visible_to(self.viewer).filter(student=self.bundle.student).newest()
        goals = goals_of(self.bundle.student_id, self.viewer)
        found: list[Work | Goal] = [*goals[:MOST]]
        found = [*works[: MOST - len(found)], *found]
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def offers(self) -> list[Offer]:
        offer = self._kept if self.data is None else self._posted
        offers = [offer(thing) for thing in self.things]
        return sorted(offers, key=lambda offer: (not offer.is_chosen, _place(offer.place)))

    def _posted(self, thing: Work | Goal) -> Offer:
        assert self.data is not None
        name = f"{thing._meta.model_name}-{thing.pk}"
        words = " ".join(self.data.get(f"words-{name}", "").split())
        chosen, place = f"pick-{name}" in self.data, self.data.get(f"place-{name}", "")
        return Offer(thing, chosen, place, words, _why_not(words))

    def _kept(self, thing: Work | Goal) -> Offer:
        key = (thing._meta.model_name, thing.pk)
        if key in self._items:
            place, words = self._items[key]
            return Offer(thing, True, str(place + 1), words)
        return Offer(thing, self.everything, "", "")

    @cached_property
    def _items(self) -> dict[tuple[str | None, int], tuple[int, str]]:
        return {
            ("work", item.work_id) if item.work_id else ("goal", item.goal_id or 0): (
                item.position, item.words
            )
            for item in self.bundle.items.all()
        }  # fmt: skip

    @property
    def chosen(self) -> list[Chosen]:
        return [Chosen(offer.thing, offer.words) for offer in self.offers if offer.is_chosen]

    def save(self) -> bool:
        """False when something is wrong; then everything that was typed still stands there."""
        self.errors.extend(str(wrong) for wrong in TitleForm(self.data).errors.get("title", []))
        if not self.chosen:
            self.errors.append(_("Kies eerst wat er mee gaat."))
        if self.errors or any(offer.error for offer in self.offers):
            return False
        self.bundle.fill(self.title, self.chosen)
        return True

    @cached_property
    def parcel(self) -> Parcel | None:
        """The newest that was made of it."""
        seen = Parcel.objects.visible_to(self.viewer).filter(bundle=self.bundle)
        return seen.select_related("packing").order_by("-at", "-pk").first()


def _why_not(words: str) -> str:
    """What is wrong with a sentence, if anything."""
    try:
        A_SENTENCE.clean(words)
    except ValidationError as wrong:
        return str(wrong.messages[0])
    return ""


def _place(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else LAST

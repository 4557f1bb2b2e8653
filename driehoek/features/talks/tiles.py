"""The pictures one can choose as an answer: six for each question, and "I do not know" where one must."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Tile:
    key: str
    label: str | Promise
    icon: str


UNKNOWN = Tile("unknown", _("Weet ik niet"), "question-bold")
TILES: dict[str, tuple[Tile, ...]] = {
    "proud": (
        Tile("reading", _("Lezen"), "book-open-duotone"),
        Tile("sums", _("Rekenen"), "plus-minus-duotone"),
        Tile("friends", _("Vrienden maken"), "handshake-duotone"),
        Tile("making", _("Iets maken"), "paint-brush-duotone"),
        Tile("moving", _("Bewegen"), "soccer-ball-duotone"),
        Tile("helping", _("Anderen helpen"), "hand-heart-duotone"),
    ),
    "hard": (
        Tile("reading", _("Lezen en taal"), "book-open-duotone"),
        Tile("sums", _("Rekenen"), "plus-minus-duotone"),
        Tile("attention", _("Opletten"), "target-bold"),
        Tile("planning", _("Op tijd af hebben"), "clock-duotone"),
        Tile("together", _("Samen met anderen"), "users-three-bold"),
        Tile("feeling", _("Hoe ik mij voel"), "heart-bold"),
    ),
    "help": (
        Tile("practice", _("Meer oefenen"), "pencil-simple-bold"),
        Tile("time", _("Meer tijd"), "clock-duotone"),
        Tile("plan", _("Samen een plan"), "calendar-blank-duotone"),
        Tile("quiet", _("Een rustige plek"), "house-line-bold"),
        Tile("buddy", _("Een maatje"), "users-bold"),
        Tile("talking", _("Vaker praten"), "chat-circle-text-duotone"),
    ),
    # of what only a start talk asks; nothing of it says how well somebody learns
    "ambition": (
        Tile("people", _("Met mensen werken"), "users-three-bold"),
        Tile("caring", _("Voor anderen zorgen"), "hand-heart-duotone"),
        Tile("hands", _("Met de handen werken"), "gear-bold"),
        Tile("ideas", _("Iets nieuws bedenken"), "sparkle-bold"),
        Tile("outside", _("Buiten bezig zijn"), "sun-bold"),
        Tile("further", _("Verder leren"), "student-bold"),
    ),
    "learning": (
        Tile("well", _("Het ging goed"), "smiley-bold"),
        Tile("moved", _("Van school gewisseld"), "swap-bold"),
        Tile("language", _("Een nieuwe taal geleerd"), "translate-bold"),
        Tile("lessons", _("Extra les"), "book-open-duotone"),
        Tile("time", _("Extra tijd of rust"), "clock-duotone"),
        Tile("talking", _("Praten met iemand"), "chat-circle-text-duotone"),
    ),
    "home": (
        Tile("quiet", _("Een rustige plek"), "house-line-bold"),
        Tile("helper", _("Iemand helpt mee"), "handshake-duotone"),
        Tile("busy", _("Het is druk thuis"), "users-four-bold"),
        Tile("two", _("Twee huizen"), "house-bold"),
        Tile("caring", _("Zorgen voor iemand"), "heart-bold"),
        Tile("job", _("Een bijbaan"), "backpack-bold"),
    ),
}
MUST = ("proud", "hard", "help")


def offered(question: str) -> tuple[Tile, ...]:
    return (*TILES[question], UNKNOWN) if question in MUST else TILES[question]


def chosen(question: str, keys: str) -> list[Tile]:
    """What was chosen, in the order in which it is offered."""
    picked = set(keys.split(","))
    return [tile for tile in (*TILES.get(question, ()), UNKNOWN) if tile.key in picked]

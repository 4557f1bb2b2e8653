"""Who said in the cast's world that they talked about juf Anouk's question."""

from typing import TYPE_CHECKING

from driehoek.features.kitchen.models import Talked
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life


def talk_at_home(life: "Life") -> dict[str, Talked]:
    """In both homes of one child; a child herself; a father who may not come near; a child who hides; one
    who is of age and lets nobody in."""
    cast, key = life.cast, f"post-{life.posts['news'].pk}"
    ticks = {
        "of Naima": (cast.naima, cast.yusuf),
        "of Rachid": (cast.rachid, cast.yusuf),
        "of Yusuf": (cast.yusuf, cast.yusuf),
        "of Jeroen": (cast.jeroen, cast.finn),
        "of Karin": (cast.karin, cast.lotte),
        "of Sri": (cast.sri, cast.dewi),
    }
    found = {}
    for name, (person, child) in ticks.items():
        Talked.say(key, [child.pk], by=person, at=NOW)
        found[name] = Talked.objects.get(person=person, student=child)
    return found

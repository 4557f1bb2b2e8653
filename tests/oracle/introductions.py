"""Who lets which class know what of herself, in the cast's world."""

from typing import TYPE_CHECKING

from driehoek.features.introductions.models import Sharing, Trait

if TYPE_CHECKING:
    from tests.oracle.life import Life


def introduce(life: "Life") -> dict[str, Trait]:
    """Naima to one of her classes; the mother of a blocked father's child; one who hides; one who kept it."""
    cast, traits = life.cast, {}
    shown = {
        "naima": ("job", "email"),
        "marieke": ("job",),
        "karin": ("job", "email"),
        "elif": (),
        "tom": ("job",),
    }
    for key, fields in shown.items():
        person = cast.everyone()[key]
        token = life.canaries.new(f"job of {key}")
        traits[f"of {key}"] = Trait.objects.create(person=person, field="job", words=f"Ik ben {token}")
        life.canaries.belongs(("trait", traits[f"of {key}"].pk), token)
        for field in fields:
            Sharing.objects.create(person=person, group=cast.groep_5, field=field)
    return traits

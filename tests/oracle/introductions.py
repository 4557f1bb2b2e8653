"""Who lets which class know what of herself, in the cast's world."""

from dataclasses import replace
from typing import TYPE_CHECKING

from driehoek.backbone.moderation.models import Case
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.facts.people.models import Portrait
from driehoek.features.introductions.models import Sharing, Trait
from tests.cast import NOW, Cast

if TYPE_CHECKING:
    from tests.oracle.life import Life


def introduce(life: "Life") -> dict[str, Trait]:
    """Naima to one of her classes; the mother of a blocked father's child; one who hides; one who kept it;
    one whose words are taken away."""
    cast, traits = life.cast, {}
    shown = {
        "naima": ("job", "email"),
        "marieke": ("job",),
        "karin": ("job", "email"),
        "elif": (),
        "tom": ("job",),
        "esther": ("job",),
    }
    for key, fields in shown.items():
        person = cast.everyone()[key]
        token = life.canaries.new(f"job of {key}")
        traits[f"of {key}"] = Trait.objects.create(person=person, field="job", words=f"Ik ben {token}")
        life.canaries.belongs(("trait", traits[f"of {key}"].pk), token)
        for field in fields:
            Sharing.objects.create(person=person, group=cast.groep_5, field=field, at=NOW)
    return traits


def take_away(life: "Life") -> Case:
    """What Esther told groep 5 was reported, and a leader took it away. Its words then stand in the case."""
    cast = life.cast
    shared = Sharing.objects.get(person=cast.esther, field="job")
    token = life.canaries.new("told and taken away")
    said = replace(REPORTABLE["kennismaken"].said(shared), words=f"Ik ben {token}")
    case = Case.report(shared, said, by=cast.naima, reason="advert", words="", at=NOW)
    case.decide("hide", reason="Geen reclame", by=cast.joris, at=NOW)
    life.canaries.belongs(("hidden", case.pk), token)
    return case


def show_faces(cast: Cast) -> dict[str, Portrait]:
    """Of who ticked hers for one of two classes, for her class, in hiding, and not at all; of a child and a
    teacher. Job or no job, what else a class may know says nothing of a face."""
    shown = {"naima": cast.groep_2, "elif": cast.groep_5, "marieke": cast.groep_5, "karin": cast.groep_5}
    faces = {}
    for key in (*shown, "tom", "yusuf", "anouk"):
        person = cast.everyone()[key]
        faces[f"of {key}"] = face = Portrait.objects.create(person=person, token=f"face-of-{key}-0123456789")
        face.path.parent.mkdir(parents=True, exist_ok=True)
        face.path.write_bytes(b"RIFF    WEBP")
        if key in shown:
            Sharing.objects.create(person=person, group=shown[key], field="face", at=NOW)
    return faces


def faces(life: "Life") -> list[tuple[object, ...]]:
    return [(face.token,) for face in life.faces.values()]

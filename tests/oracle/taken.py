"""Parcels in the cast's world, each with a secret in its bytes: open ones, and those that closed since."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Model

from driehoek.features.portfolio.models import Packing, Parcel, ParcelPart
from tests.cast import NOW
from tests.oracle.rules import World
from tests.oracle.tables import keyed, rows

if TYPE_CHECKING:
    from tests.oracle.life import Life

TABLES = {
    "portfolio.work": "works", "portfolio.goal": "goals", "portfolio.echo": "echoes", "media.photo": "photos",
}  # fmt: skip


def pack(life: "Life") -> dict[str, Parcel]:
    """Of each of the three who took something along."""
    mine, photo = life.portfolios, life.photos["of work for home"]
    works, goals, echoes = mine.works, mine.goals, mine.echoes
    parcels = {
        "of Naima": _pack(life, "by Naima", works["for home"], goals["of Yusuf"], echoes["by Anouk"]),
        "with what was kept": _pack(life, "by Naima", works["for home"], works["for the teacher"]),
        "with what was taken away": _pack(life, "by Yusuf", works["taken away"]),
        "with the other home": _pack(life, "by Naima", works["for home"], echoes["by Rachid"]),
        "of Yusuf": _pack(life, "by Yusuf", works["for the teacher"], echoes["by Rachid"]),
        "of Anouk": _pack(life, "by Anouk", works["for home"], echoes["by Rachid"]),
        "with a held photo": _pack(life, "by Anouk", works["for home"], photo),
        "too old": _pack(life, "by Yusuf", works["for home"]),
    }
    Parcel.objects.filter(pk=parcels["too old"].pk).update(expires_at=NOW - dt.timedelta(seconds=1))
    return parcels


def _pack(life: "Life", name: str, *parts: Model) -> Parcel:
    bundle = life.portfolios.bundles[name]
    parcel = Parcel.ask(bundle, life.cast.viewer(bundle.author, bundle.worn))
    token = life.canaries.new(f"bytes of parcel {parcel.pk}")
    parcel.path("zip").parent.mkdir(parents=True, exist_ok=True)
    parcel.path("zip").write_text(f"PK {token}")
    parcel.hold(parts, size=20, number=len(parts))
    Packing.objects.filter(parcel=parcel).update(state=Packing.State.DONE)
    life.canaries.belongs(("parcel", parcel.pk), token)
    return parcel


def parcels() -> World:
    parts: dict[int, list[tuple[str, int]]] = {}
    for row in rows(ParcelPart, parcel="parcel_id", label="label", thing="key"):
        parts.setdefault(row["parcel"], []).append((TABLES[row["label"]], row["thing"]))
    found = keyed(Parcel, bundle="bundle_id", by="asked_by_id", expires="expires_at")
    return {"parcels": {key: row | {"parts": parts.get(key, [])} for key, row in found.items()}}


def packed(life: "Life") -> list[tuple[object, ...]]:
    """The address of each, for the sweep."""
    return [(parcel.token, "zip") for parcel in life.taken.values()]

"""Which format an upload is in, and reading it. The door to everything in this package."""

import datetime as dt
from pathlib import Path

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import edexml, oneroster, plain, sds
from driehoek.facts.schools.roster_import.reading.columns import Choices, fits, suggest
from driehoek.facts.schools.roster_import.reading.gathering import Gathering
from driehoek.facts.schools.roster_import.reading.packs import Member, Pack, open_pack
from driehoek.facts.schools.roster_import.reading.tables import Table
from driehoek.facts.schools.roster_import.roster import Roster, RosterRefused

SHEETS = (".csv", ".txt", ".tsv", ".xlsx")


def read(paths: list[Path], today: dt.date, remembered: list[Choices] | None = None) -> Roster:
    """The upload as a Roster.

    `remembered` are column choices made before; a sheet of the school's own is read with the first that
    fits, or with what its titles say when those leave no doubt. Raises RosterRefused.
    """
    with open_pack(paths) as pack:
        kind = format_of(pack)
        gathering = Gathering(kind, today)
        if kind == "oneroster":
            return oneroster.read(pack, gathering)
        if kind == "sds":
            return sds.read(pack, gathering)
        for member in pack.ending(".xml", ".edex"):
            edexml.read(member, gathering)
        for member in own_sheets(pack):
            table = Table(member)
            plain.read(table, choices_for(table.titles, remembered or []), gathering)
        return gathering.finish()


def format_of(pack: Pack) -> str:
    """oneroster, sds, edexml or plain. Raises RosterRefused for anything else."""
    users = pack.find("users.csv")
    if pack.find("manifest.csv") is not None:
        return "oneroster"
    if users is not None:
        columns = set(Table(users).columns)
        return "oneroster" if columns & {"enableduser", "orgsourcedids", "status"} else "sds"
    documents = pack.ending(".xml", ".edex")
    if len(documents) > 1:
        raise RosterRefused(_("Er zijn twee EDEXML-bestanden. Stuur er één."))
    if documents:
        return "edexml"
    if own_sheets(pack):
        return "plain"
    raise RosterRefused(_("Dit soort bestand kennen wij niet."), next(iter(pack.members.values())).name)


def own_sheets(pack: Pack) -> list[Member]:
    """The sheets of the school's own making, students before guardians before staff."""
    return sorted(pack.ending(*SHEETS), key=lambda member: member.name.lower())


def titles_of(paths: list[Path]) -> dict[str, list[str]]:
    """File to column titles, for every sheet that needs its columns chosen. Raises RosterRefused."""
    with open_pack(paths) as pack:
        if format_of(pack) not in ("plain", "edexml"):
            return {}
        return {member.name: Table(member).titles for member in own_sheets(pack)}


def choices_for(titles: list[str], remembered: list[Choices]) -> Choices:
    """What was chosen before for these titles, else what the titles say."""
    return next((chosen for chosen in remembered if fits(chosen, titles)), suggest(titles))

"""What OneRoster and SDS files have in common: users, relations between them, and yes-or-no columns."""

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import functions, values
from driehoek.facts.schools.roster_import.reading.gathering import Gathering
from driehoek.facts.schools.roster_import.reading.packs import Pack
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.roster import RosterGuardianship, RosterPerson

# 1EdTech OneRoster CSV Binding 1.1.1 and 1.2.1 know two words, and bulk files may leave the status empty. Of
# version 1.0 there is a third: readers of 1.1 take "inactive" for "tobedeleted", and so do we.
ACTIVE = ("", "active")
GONE = ("tobedeleted", "inactive")


def table(pack: Pack, name: str, *columns: str) -> Table | None:
    """One file of the set, with the columns it must have; None when it is not there."""
    member = pack.find(name)
    return None if member is None else Table(member, by_key=pack.is_by_key).need(*columns)


def is_gone(row: Row, gathering: Gathering, key: str) -> bool:
    """Whether the row says that it does not count. With a word nobody knows it does not count either, whoever
    it is about stays as she is, and a person is asked: nobody comes in by a word, and nobody goes by it."""
    status = row["status"].strip().lower()
    if status in ACTIVE:
        return False
    if status not in GONE:
        reason = _("De status %(status)s kennen wij niet. Wij laten dit zoals het was.")
        gathering.doubt(row.place, reason % {"status": status[:20]}, key)
    return True


def is_left(row: Row) -> bool:
    """Whether it says so in a word that we know."""
    return row["status"].strip().lower() in GONE


def loose_key(row: Row, column: str) -> str:
    """The key of a row of which nothing else is read; "" when that cannot be read either."""
    try:
        return values.key(row[column])
    except values.BadValue:
        return ""


def read_birth_dates(pack: Pack, gathering: Gathering, key: str, style: str) -> dict[str, object]:
    """demographics.csv: key to birth date. A wrong one spoils the person, so it is kept as the error."""
    found: dict[str, object] = {}
    rows = table(pack, "demographics.csv", key, "birthDate")
    for row in rows or ():
        user = gathering.usable(row, key.lower())
        if user and not is_gone(row, gathering, user):
            try:
                found[user] = values.birth_date(row["birthdate"], gathering.today, style)
            except values.BadValue as error:
                found[user] = None
                gathering.spoil(row.place, str(error), user)
    return found


def read_user(row: Row, gathering: Gathering, births: dict[str, object]) -> RosterPerson | None:
    """One row of users.csv; None after naming what is wrong with it."""
    key = gathering.usable(row, "sourcedid")
    if not key:
        return None
    try:
        given = values.name(row["preferredgivenname"] or row["givenname"])
        family = values.name(row["preferredfamilyname"] or row["familyname"])
        infix = values.name(row["metadata.infix"], longest=20)
        called = values.name(row["metadata.called"])
    except values.BadValue as error:
        gathering.spoil(row.place, str(error), key)
        return None
    if not given:
        gathering.spoil(row.place, _("De voornaam ontbreekt."), key)
        return None
    if not infix:  # Dutch exports write it as the middle name, or in front of the family name
        infix, family = values.infix_and_family(row["middlename"], family)
    return RosterPerson(
        row.place,
        key,
        given,
        infix,
        family,
        called,
        births.get(key),  # type: ignore[arg-type]  # read_birth_dates gives a date or None
        gathering.optional(row.place, values.email, row["email"], ""),
        gathering.optional(row.place, values.mobile, row["sms"] or row["phone"], ""),
        row["metadata.language"].strip().lower()[:8],
    )


def read_relationships(pack: Pack, gathering: Gathering) -> None:
    """relationships.csv: userSourcedId is the child, relationshipUserSourcedId the adult (SDS 2.1).

    A column "custody" (yes or no) is our own addition; without it custody is not said.
    """
    rows = table(pack, "relationships.csv", "userSourcedId", "relationshipUserSourcedId", "relationshipRole")
    for row in rows or ():
        student = gathering.usable(row, "usersourcedid")
        guardian = values.text(row["relationshipusersourcedid"])
        relation = functions.RELATIONS.get(row["relationshiprole"].strip().lower())
        if not student or is_gone(row, gathering, student):
            continue
        if relation is None:
            gathering.spoil(row.place, _("Deze relatie kennen wij niet."), student)
        elif relation:
            custody = gathering.optional(row.place, values.answer, row["custody"], None)
            guardianship = RosterGuardianship(row.place, student, guardian, relation, custody)
            gathering.guardianship(guardianship)


def listed(raw: str) -> list[str]:
    """The parts of a cell that holds several keys, as OneRoster writes them."""
    return [part for part in (values.text(piece) for piece in raw.split(",")) if part]

"""OneRoster 1.1 and 1.2 as CSV. Column names: 1EdTech OneRoster CSV Binding 1.1 and 1.2.1.

In 1.1 a user's role and schools stand in users.csv; in 1.2 they stand in roles.csv. Guardians are the
agents of a child, or have the child as their agent; relationships.csv may say more about them.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import functions, sourced, values
from driehoek.facts.schools.roster_import.reading.gathering import Gathering
from driehoek.facts.schools.roster_import.reading.packs import Pack
from driehoek.facts.schools.roster_import.reading.tables import Row
from driehoek.facts.schools.roster_import.roster import (
    Place,
    Roster,
    RosterAppointment,
    RosterEnrolment,
    RosterGroup,
    RosterGuardianship,
    RosterRefused,
    RosterSchool,
    RosterYear,
)

VERSIONS = ("1.1", "1.2")
ROWS, BY_KEY = "driehoek.rows", "by key"  # in the manifest of what we wrote ourselves, of what a server said


@dataclass
class Users:
    """Who is what, while the files are being read."""

    roles: dict[str, set[tuple[str, str]]] = field(default_factory=dict)  # key -> (role, school)
    agents: list[tuple[Place, str, str]] = field(default_factory=list)  # (place, user, agent)

    def has(self, user: str, words: set[str]) -> bool:
        return any(role in words for role, _school in self.roles.get(user, ()))

    def role_of(self, user: str) -> str:
        """The word for what this adult is to a child."""
        found = {role for role, _school in self.roles.get(user, ())} & functions.GUARDIAN
        return next((role for role in ("parent", "guardian", "relative") if role in found), "")


def read(pack: Pack, gathering: Gathering) -> Roster:
    """All files of one set. Raises RosterRefused when the set is not a whole one."""
    _check_manifest(pack)
    for name in ("orgs.csv", "users.csv", "classes.csv", "enrollments.csv"):
        if pack.find(name) is None:
            raise RosterRefused(_("Het bestand %(name)s ontbreekt.") % {"name": name})
    users = Users()
    _read_orgs(pack, gathering)
    _read_year(pack, gathering)
    _read_roles(pack, gathering, users)
    _read_users(pack, gathering, users)
    _read_classes(pack, gathering)
    _read_enrollments(pack, gathering)
    sourced.read_relationships(pack, gathering)
    _relate_agents(gathering, users)
    return gathering.finish()


def _check_manifest(pack: Pack) -> None:
    rows = sourced.table(pack, "manifest.csv", "propertyName", "value")
    said = {row["propertyname"].strip().lower(): row["value"].strip().lower() for row in rows or ()}
    pack.is_by_key = said.get(ROWS) == BY_KEY
    version = said.get("oneroster.version", VERSIONS[0])
    if version not in VERSIONS:
        raise RosterRefused(_("Deze versie van OneRoster kennen wij niet."), "manifest.csv")
    for name, mode in said.items():
        if name.startswith("file.") and mode == "delta":
            raise RosterRefused(
                _("Dit bestand heeft alleen wijzigingen. Stuur het hele bestand."), "manifest.csv"
            )
        if name.startswith("file.") and mode == "bulk" and pack.find(name[5:] + ".csv") is None:
            reason = _("Het bestand %(name)s ontbreekt.") % {"name": name[5:] + ".csv"}
            raise RosterRefused(reason, "manifest.csv")


def _read_orgs(pack: Pack, gathering: Gathering) -> None:
    for row in sourced.table(pack, "orgs.csv", "sourcedId", "name", "type") or ():
        key = gathering.usable(row, "sourcedid")
        if key and row["type"].strip().lower() == "school" and not sourced.is_gone(row, gathering, key):
            name, code = values.text(row["name"]), values.text(row["identifier"])
            gathering.school(RosterSchool(row.place, key, name, code))
    if not gathering.roster.schools:
        raise RosterRefused(_("In dit bestand staat geen enkele school."), "orgs.csv")


def _read_year(pack: Pack, gathering: Gathering) -> None:
    """The school year that runs now, or else the last one in the file."""
    rows = sourced.table(pack, "academicSessions.csv", "sourcedId", "type", "startDate", "endDate")
    years = []
    for row in rows or ():
        gathering.rows[row.place.file] += 1
        key = sourced.loose_key(row, "sourcedid")
        if row["type"].strip().lower() == "schoolyear" and not sourced.is_gone(row, gathering, key):
            try:
                starts, ends = values.date(row["startdate"]), values.date(row["enddate"])
            except values.BadValue as error:
                raise RosterRefused(str(error), row.place.file, row.place.line) from error
            if starts and ends and starts < ends:
                years.append(RosterYear(f"{starts.year}-{ends.year}", starts, ends))
    running = [year for year in years if year.starts_on <= gathering.today <= year.ends_on]
    if years:
        gathering.roster.year = (running or sorted(years, key=lambda year: year.ends_on))[-1]


def _read_roles(pack: Pack, gathering: Gathering, users: Users) -> None:
    for row in sourced.table(pack, "roles.csv", "userSourcedId", "role", "orgSourcedId") or ():
        user = gathering.usable(row, "usersourcedid")
        ends = gathering.optional(row.place, values.date, row["enddate"], None)
        if user and not sourced.is_gone(row, gathering, user) and not (ends and ends < gathering.today):
            users.roles.setdefault(user, set()).add(
                (row["role"].strip().lower(), values.text(row["orgsourcedid"]))
            )


def _read_users(pack: Pack, gathering: Gathering, users: Users) -> None:
    births = sourced.read_birth_dates(pack, gathering, "sourcedId", "iso")
    table = sourced.table(pack, "users.csv", "sourcedId", "givenName", "familyName")
    assert table is not None  # read() looked
    if pack.find("roles.csv") is None:
        table.need("role", "orgSourcedIds")
    for row in table:
        key = sourced.loose_key(row, "sourcedid")
        if sourced.is_gone(row, gathering, key):
            gathering.rows[row.place.file] += 1
            gathering.left_people |= {key} if sourced.is_left(row) else set()
            continue
        person = sourced.read_user(row, gathering, births)
        if person is None:
            continue
        gathering.person(person)
        role = row["role"].strip().lower()
        for school in sourced.listed(row["orgsourcedids"]) if role else ():
            users.roles.setdefault(person.key, set()).add((role, school))
        users.agents += [(row.place, person.key, agent) for agent in sourced.listed(row["agentsourcedids"])]
        _place_user(row, gathering, users, person.key)


def _place_user(row: Row, gathering: Gathering, users: Users, key: str) -> None:
    """A student belongs to a school, a head or the office to all of it; teachers follow their classes."""
    roles = users.roles.get(key, set())
    if not roles:
        gathering.note(row.place, _("Deze persoon heeft geen rol en krijgt geen plek."))
    for role, school in sorted(roles):
        function = functions.STAFF.get(role, "")
        gathering.jobs.setdefault(key, set()).update({function} & functions.IN_CLASS)
        if school not in gathering.roster.schools:
            continue
        if role in functions.STUDENT:
            gathering.student(school, key)
        elif function in functions.WHOLE_SCHOOL:
            gathering.appointment(RosterAppointment(row.place, key, school, function))
        elif not function and role not in functions.GUARDIAN:
            gathering.note(row.place, _("Deze rol kennen wij niet. De persoon krijgt geen plek."))


def _read_classes(pack: Pack, gathering: Gathering) -> None:
    for row in sourced.table(pack, "classes.csv", "sourcedId", "title", "schoolSourcedId") or ():
        key = gathering.usable(row, "sourcedid")
        if key and sourced.is_left(row):
            gathering.left_groups.add(key)
        elif key and not sourced.is_gone(row, gathering, key):
            kind = functions.GROUPS.get(row["classtype"].strip().lower(), "class")
            name = gathering.optional(row.place, values.label, row["title"], "")
            school = values.text(row["schoolsourcedid"])
            gathering.group(RosterGroup(row.place, key, school, name, kind))


def _read_enrollments(pack: Pack, gathering: Gathering) -> None:
    rows = sourced.table(pack, "enrollments.csv", "classSourcedId", "userSourcedId", "role")
    for row in rows or ():
        user = gathering.usable(row, "usersourcedid")
        if not user or sourced.is_gone(row, gathering, user):
            continue
        group, role = values.text(row["classsourcedid"]), row["role"].strip().lower()
        begins = gathering.optional(row.place, values.date, row["begindate"], None)
        ends = gathering.optional(row.place, values.date, row["enddate"], None)
        if ends is not None and ends < gathering.today:
            continue
        place_in_class(gathering, row.place, user, group, role, begins)


def place_in_class(
    gathering: Gathering, place: Place, user: str, group: str, role: str, begins: dt.date | None = None
) -> None:
    """One row of enrollments.csv: a student sits in the class, someone at work works for it."""
    if group in gathering.left_groups:
        return
    if role in functions.STUDENT:
        gathering.enrolment(RosterEnrolment(place, user, group, begins))
    elif role in functions.STAFF and group in gathering.roster.groups:
        school = gathering.roster.groups[group].school
        for function in _in_class(gathering, user, functions.STAFF[role]):
            gathering.appointment(RosterAppointment(place, user, school, function, group))
    elif group not in gathering.roster.groups:
        gathering.spoil(place, _("Groep %(key)s staat niet in het bestand.") % {"key": group}, user)
    else:
        gathering.note(place, _("Deze rol kennen wij niet. De persoon krijgt geen plek."))


def _in_class(gathering: Gathering, user: str, function: str) -> list[str]:
    """The standards call everybody in front of a class a teacher; the school may know better."""
    better = gathering.jobs.get(user, set())
    return sorted(better) if function == "teacher" and better and "teacher" not in better else [function]


def _relate_agents(gathering: Gathering, users: Users) -> None:
    """Agents are written on the child or on the adult; relationships.csv was here first and says more."""
    for place, user, agent in users.agents:
        child, adult = (user, agent) if users.has(user, functions.STUDENT) else (agent, user)
        relation = functions.RELATIONS.get(users.role_of(adult), "parent")
        if (child, adult) not in gathering.roster.guardianships and relation:
            gathering.guardianship(RosterGuardianship(place, child, adult, relation))

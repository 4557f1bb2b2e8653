"""Microsoft School Data Sync 2.1 as CSV. Column names: Microsoft Learn, "SDS V2.1 CSV file format".

Guardians have no role at a school: they are in users.csv, and relationships.csv says whose they are.
Dates in Microsoft's own samples are month first.
"""

from functools import partial

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import functions, oneroster, sourced, values
from driehoek.facts.schools.roster_import.reading.gathering import Gathering
from driehoek.facts.schools.roster_import.reading.packs import Pack
from driehoek.facts.schools.roster_import.roster import (
    Roster,
    RosterAppointment,
    RosterGroup,
    RosterRefused,
    RosterSchool,
    RosterYear,
)

SCHOOLS = {"school", "college", "campus", "adulteducation"}
american = partial(values.date, style="american")


def read(pack: Pack, gathering: Gathering) -> Roster:
    """All files of one set. Raises RosterRefused when the set is not a whole one."""
    for name in ("orgs.csv", "users.csv", "roles.csv", "classes.csv", "enrollments.csv"):
        if pack.find(name) is None:
            raise RosterRefused(_("Het bestand %(name)s ontbreekt.") % {"name": name})
    _read_orgs(pack, gathering)
    _read_year(pack, gathering)
    births = sourced.read_birth_dates(pack, gathering, "userSourcedId", "american")
    for row in sourced.table(pack, "users.csv", "sourcedId", "username", "givenName", "familyName") or ():
        person = sourced.read_user(row, gathering, births)
        if person is not None:
            gathering.person(person)
    _read_roles(pack, gathering)
    _read_classes(pack, gathering)
    for row in sourced.table(pack, "enrollments.csv", "classSourcedId", "userSourcedId", "role") or ():
        user = gathering.usable(row, "usersourcedid")
        if user:
            group, role = values.text(row["classsourcedid"]), row["role"].strip().lower()
            oneroster.place_in_class(gathering, row.place, user, group, role)
    sourced.read_relationships(pack, gathering)
    return gathering.finish()


def _read_orgs(pack: Pack, gathering: Gathering) -> None:
    for row in sourced.table(pack, "orgs.csv", "sourcedId", "name", "type") or ():
        key = gathering.usable(row, "sourcedid")
        if key and row["type"].strip().lower() in SCHOOLS:
            gathering.school(RosterSchool(row.place, key, values.text(row["name"]), key))
    if not gathering.roster.schools:
        raise RosterRefused(_("In dit bestand staat geen enkele school."), "orgs.csv")


def _read_year(pack: Pack, gathering: Gathering) -> None:
    """Only a year that runs today says something; SDS keeps old ones in the file."""
    rows = sourced.table(pack, "academicSessions.csv", "sourcedId", "type", "startDate", "endDate")
    for row in rows or ():
        gathering.rows[row.place.file] += 1
        starts = gathering.optional(row.place, american, row["startdate"], None)
        ends = gathering.optional(row.place, american, row["enddate"], None)
        if (
            row["type"].strip().lower() == "schoolyear"
            and starts
            and ends
            and starts <= gathering.today <= ends
        ):
            gathering.roster.year = RosterYear(f"{starts.year}-{ends.year}", starts, ends)


def _read_roles(pack: Pack, gathering: Gathering) -> None:
    for row in sourced.table(pack, "roles.csv", "userSourcedId", "orgSourcedId", "role") or ():
        user = gathering.usable(row, "usersourcedid")
        role, school = row["role"].strip().lower(), values.text(row["orgsourcedid"])
        ends = gathering.optional(row.place, american, row["roleenddate"], None)
        if not user or school not in gathering.roster.schools or (ends and ends < gathering.today):
            continue
        function = functions.STAFF.get(role, "")
        gathering.jobs.setdefault(user, set()).update({function} & functions.IN_CLASS)
        if role in functions.STUDENT:
            gathering.student(school, user)
        elif function in functions.WHOLE_SCHOOL:
            gathering.appointment(RosterAppointment(row.place, user, school, function))
        elif not function and role not in functions.GUARDIAN:
            gathering.note(row.place, _("Deze rol kennen wij niet. De persoon krijgt geen plek."))


def _read_classes(pack: Pack, gathering: Gathering) -> None:
    for row in sourced.table(pack, "classes.csv", "sourcedId", "orgSourcedId", "title") or ():
        key = gathering.usable(row, "sourcedid")
        if key:
            name = gathering.optional(row.place, values.label, row["title"], "")
            kind = functions.GROUPS.get(row["classtype"].strip().lower(), "class")
            gathering.group(RosterGroup(row.place, key, values.text(row["orgsourcedid"]), name, kind))

"""EDEXML 2.1, which carries no guardians, and the second file that does."""

from pathlib import Path
from xml.etree import ElementTree as xml

from demo.world import Human, SchoolWorld
from demo.writers.plain import write_guardians

ROLES = {"head": "DIR", "office": "ADM"}  # the schema has no word for a mentor


def write_edexml(school: SchoolWorld, folder: Path) -> None:
    """leerlingen.xml as Edustandaard describes it, and ouders.csv beside it."""
    root = xml.Element("EDEX")
    _head(xml.SubElement(root, "school"), school)
    groups = xml.SubElement(root, "groepen")
    for key, name in school.groups.items():
        group = xml.SubElement(groups, "groep", key=school.id(key))
        xml.SubElement(group, "naam").text = name
        xml.SubElement(group, "jaargroep").text = year_of(name)
    students = xml.SubElement(root, "leerlingen")
    for key, child in school.students.items():
        _student(xml.SubElement(students, "leerling", key=school.id(key)), school, child)
    staff = xml.SubElement(root, "leerkrachten")
    for key, person in school.staff.items():
        _teacher(xml.SubElement(staff, "leerkracht", key=school.id(key)), school, person)
    xml.indent(root)
    folder.mkdir(parents=True, exist_ok=True)
    xml.ElementTree(root).write(folder / "leerlingen.xml", encoding="UTF-8", xml_declaration=True)
    write_guardians(school, folder / "ouders.csv")


def _head(head: xml.Element, school: SchoolWorld) -> None:
    facts = {
        "schooljaar": "2026-2027",
        "peildatum": "2026-11-16",
        "brincode": school.code,
        "dependancecode": "00",
        "schoolkey": school.prefix,
        "aanmaakdatum": "2026-11-16T04:00:00",
        "auteur": "Schoolregister",
        "xsdversie": "2.1",
    }
    for name, value in facts.items():
        xml.SubElement(head, name).text = value


def _name(node: xml.Element, person: Human) -> None:
    """In the order the schema wants: family name, infix, given name."""
    xml.SubElement(node, "achternaam").text = person.family
    if person.infix:
        xml.SubElement(node, "voorvoegsel").text = person.infix
    xml.SubElement(node, "roepnaam").text = person.given


def _student(node: xml.Element, school: SchoolWorld, child: Human) -> None:
    _name(node, child)
    xml.SubElement(node, "geboortedatum").text = str(child.born)
    xml.SubElement(node, "geslacht").text = "0"
    xml.SubElement(node, "jaargroep").text = year_of(school.groups[school.place_of(child.key).group])
    xml.SubElement(node, "groep", key=school.id(school.place_of(child.key).group))


def _teacher(node: xml.Element, school: SchoolWorld, person: Human) -> None:
    _name(node, person)
    jobs = [job for job in school.jobs if job.person == person.key]
    xml.SubElement(node, "emailadres").text = person.email
    if jobs[0].function in ROLES:
        xml.SubElement(node, "rol").text = ROLES[jobs[0].function]
    if any(job.group for job in jobs):
        groups = xml.SubElement(node, "groepen")
        for job in jobs:
            if job.group:
                xml.SubElement(groups, "groep", key=school.id(job.group))


def year_of(group: str) -> str:
    """ "4H" is the fourth year of secondary school, which EDEXML counts from eleven."""
    return str(10 + int(group[0]))

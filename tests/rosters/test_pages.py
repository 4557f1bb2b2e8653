"""The pages of the office: hand in, look, agree; and who may not."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Enrolment, Group, School
from driehoek.facts.schools.roster_import.changes import propose
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.features.rosters.models import ColumnChoices, Upload
from driehoek.surfaces.demo.loading.rosters import remember
from tests.rosters.conftest import Import
from tests.rosters.days import NOW, TODAY
from tests.rosters.sheets import Sheets, table
from tests.rosters.test_guardians import protect

HOME = "/school/gegevens/"


def colleague(school: School, function: str, group: Group | None = None) -> Client:
    person = Person.objects.create(
        given_name="Marja", family_name="Kuiper", login_name=f"{function}{school.pk}"
    )
    Appointment.objects.create(
        person=person, board=school.board, school=school, group=group, function=function,
        starts_on=TODAY, source="office",
    )  # fmt: skip
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    session.update({"hat": "school", "strong": True})
    session.save()
    return client


@pytest.fixture
def office(school: School) -> Client:
    return colleague(school, "office")


def hand_in(client: Client, school: School, sheets: Sheets, folder: Path) -> Upload:
    path = sheets.zip(folder / "rooster.zip")
    send(client, school, SimpleUploadedFile("rooster.zip", path.read_bytes()))
    return Upload.objects.latest("pk")


def send(client: Client, school: School, *files: SimpleUploadedFile) -> HttpResponse:
    return client.post(HOME, {"school": school.pk, "roster": list(files)})


def agree(client: Client, upload: Upload, **more: str) -> HttpResponse:
    url = reverse("rosters:agreement", args=[upload.pk])
    return client.post(url, {"digest": upload.proposal.digest, **more})


def test_nothing_is_written_before_somebody_agrees(office: Client, school: School, tmp_path: Path) -> None:
    upload = hand_in(office, school, Sheets.small(), tmp_path)
    text = office.get(reverse("rosters:proposal", args=[upload.pk])).content.decode()
    assert "Noor Jansen" in text and "Akkoord" in text
    assert not Enrolment.objects.filter(group__school=school).exists()


def test_agreeing_does_it_records_it_and_forgets_the_files(
    office: Client, school: School, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    upload = hand_in(office, school, Sheets.small(), tmp_path)
    with django_capture_on_commit_callbacks(execute=True):
        agree(office, upload)
        agree(office, upload)  # a second tap changes nothing
    assert Enrolment.objects.filter(group__school=school).count() == 2
    assert Entry.objects.filter(verb="rosters.import.agreed", subject_id=upload.pk).count() == 1
    assert not upload.folder.exists()
    assert "Noor" not in office.get(reverse("rosters:proposal", args=[upload.pk])).content.decode()


def test_saying_no_changes_nothing(office: Client, school: School, tmp_path: Path) -> None:
    upload = hand_in(office, school, Sheets.small(), tmp_path)
    office.post(reverse("rosters:refusal", args=[upload.pk]))
    agree(office, upload)
    assert not Enrolment.objects.filter(group__school=school).exists()
    assert Upload.objects.get(pk=upload.pk).state == "declined"


def test_what_asks_for_a_look_must_be_ticked(
    office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.filled(40))
    upload = hand_in(office, school, Sheets.filled(40).without("kind1", "kind2", "kind3"), tmp_path)
    assert agree(office, upload).status_code == 422
    assert Enrolment.objects.filter(group__school=school, ends_on=None).count() == 40
    agree(office, upload, seen="on")
    assert Enrolment.objects.filter(group__school=school, ends_on=None).count() == 37


def test_when_the_world_changed_one_looks_again(
    office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    upload = hand_in(office, school, Sheets.small(), tmp_path)
    bring_in(Sheets.small())
    answer = office.post(
        reverse("rosters:agreement", args=[upload.pk]), {"digest": upload.proposal.digest}, follow=True
    )
    assert "Er is intussen iets veranderd" in answer.content.decode()
    assert Upload.objects.get(pk=upload.pk).state == "same"


@pytest.mark.parametrize("function", ["teacher", "care_worker"])
def test_who_works_with_a_group_sees_no_roster(
    function: str, office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.small())
    upload = hand_in(office, school, Sheets.filled(30), tmp_path)
    teacher = colleague(school, function, Group.objects.filter(school=school)[0])
    assert teacher.get(HOME).status_code == 404
    for name in ("proposal", "columns"):
        assert teacher.get(reverse(f"rosters:{name}", args=[upload.pk])).status_code == 404
    for name in ("agreement", "refusal"):
        assert teacher.post(reverse(f"rosters:{name}", args=[upload.pk])).status_code == 404


def test_another_schools_office_sees_nothing_of_it(office: Client, school: School, tmp_path: Path) -> None:
    upload = hand_in(office, school, Sheets.small(), tmp_path)
    other = School.objects.create(board=school.board, name="De Bocht", sector="primary")
    stranger = colleague(other, "office")
    assert stranger.get(reverse("rosters:proposal", args=[upload.pk])).status_code == 404
    assert agree(stranger, upload).status_code == 404
    assert send(stranger, school, SimpleUploadedFile("a.csv", b"x")).status_code == 422


def test_a_refused_file_says_why_and_is_gone(office: Client, school: School) -> None:
    send(office, school, SimpleUploadedFile("rooster.zip", b"PK\x03\x04 kapot"))
    upload = Upload.objects.latest("pk")
    text = office.get(reverse("rosters:proposal", args=[upload.pk])).content.decode()
    assert "kapot of op slot" in text
    assert upload.state == "refused" and not upload.folder.exists()


@pytest.mark.parametrize("name", ["virus.exe", "plaatje.svg", "bericht.html"])
def test_other_kinds_of_files_are_not_taken(name: str, office: Client, school: School) -> None:
    assert send(office, school, SimpleUploadedFile(name, b"inhoud")).status_code == 422
    assert not Upload.objects.exists()


OWN = [
    {"Nr": "1", "Naam kind": "Noor", "Achter": "Jansen", "Klas": "groep 5"},
    {"Nr": "2", "Naam kind": "Sem", "Achter": "de Wit", "Klas": "groep 5"},
]
MEANING = {"c0-0": "student.key", "c0-1": "student.given", "c0-2": "student.family", "c0-3": "group.name"}


def test_columns_are_asked_once_and_remembered(office: Client, school: School) -> None:
    sheet = SimpleUploadedFile("leerlingen.csv", table(OWN, ";").encode())
    first = send(office, school, sheet)
    asked = Upload.objects.latest("pk")
    assert first["Location"] == reverse("rosters:columns", args=[asked.pk])
    assert "Naam kind" in office.get(first["Location"]).content.decode()
    office.post(first["Location"], MEANING)
    assert Upload.objects.get(pk=asked.pk).proposal.counts["people"]["added"] == 2
    sheet.seek(0)
    again = send(office, school, sheet)
    assert again["Location"] == reverse("rosters:proposal", args=[Upload.objects.latest("pk").pk])


def test_a_choice_that_leaves_out_the_number_is_asked_again(office: Client, school: School) -> None:
    answer = send(office, school, SimpleUploadedFile("leerlingen.csv", table(OWN, ";").encode()))
    again = office.post(answer["Location"], MEANING | {"c0-0": "-"})
    assert again.status_code == 422 and "Leerlingnummer" in again.content.decode()
    assert not ColumnChoices.objects.exists()


def test_a_longer_history_takes_no_more_questions(office: Client, school: School) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            office.get(HOME)
        return len(queries)

    send(office, school, SimpleUploadedFile("rooster.zip", b"kapot"))
    first = asked()
    for _time in range(5):
        send(office, school, SimpleUploadedFile("rooster.zip", b"kapot"))
    assert asked() == first <= 12


def test_who_stops_and_who_keeps_nobody_is_not_folded_away(
    office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.small())
    sheets = Sheets.small()
    sheets.pairs = [("sem", "bram", "parent", "yes")]
    page = office.get(reverse("rosters:proposal", args=[hand_in(office, school, sheets, tmp_path).pk]))
    assert "Dit kind houdt geen ouder over: Noor Jansen." in page.text
    opened = page.text.split('<details class="card" open>')[1:]
    assert ["Ouders die stoppen" in opened[0], "geen ouder overhouden" in opened[1]] == [True, True]
    assert '<details class="card"><summary' in page.text  # what is new stays folded


def test_the_office_sees_from_what_to_what_and_a_new_way_in_before_all_else(
    office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.small())
    sheets = Sheets.small().add("noor", "student", "Noor van Dam", "2018-03-01")
    sheets.add("sem", "student", "Sem de Wit", "2018-04-02").emails["anna"] = "anna@nieuw.example"
    upload = hand_in(office, school, sheets, tmp_path)
    page = office.get(reverse("rosters:proposal", args=[upload.pk]))
    (anna,), (noor, sem) = page.context["shown"].ways_in, page.context["shown"].changed
    assert anna.who == "Anna Jansen" and noor.who == "Noor Jansen"
    assert [(field.before, field.after) for field in anna.fields] == [
        ("thuis@example.org", "anna@nieuw.example")
    ]
    said = {str(field.label): (field.before, field.after) for field in noor.fields}
    assert said == {"Tussenvoegsel": ("", "van"), "Achternaam": ("Jansen", "Dam")}
    assert (sem.fields[0].before, sem.fields[0].after) == ("2 mei 2018", "2 april 2018")
    first, *_folded = page.text.split('<details class="card" open>')[1:]
    assert "Nieuw adres of nummer" in first and "kan als hen binnenkomen" in first
    assert "<del><bdi>Jansen</bdi></del> → <b><bdi>Dam</bdi></b>" in page.text
    assert page.text.count("Mensen met andere gegevens") == 1
    Person.objects.filter(login_name=f"office{school.pk}").update(language="ar")
    assert "اسم العائلة" in office.get(reverse("rosters:proposal", args=[upload.pk])).text
    upload.forget()
    assert Upload.objects.get(pk=upload.pk).proposal.changes == []


def test_who_came_in_keeps_her_address_and_is_no_new_way_in(
    office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.small())
    Person.objects.filter(given_name="Anna", email="thuis@example.org").update(last_login=NOW)
    sheets = Sheets.small()
    sheets.emails["anna"] = "anna@nieuw.example"
    page = office.get(reverse("rosters:proposal", args=[hand_in(office, school, sheets, tmp_path).pk]))
    assert not page.context["shown"].ways_in and "anna@nieuw.example" not in page.text


def test_of_a_protected_child_one_sees_what_changes_and_neither_name(
    office: Client, school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.small())
    protect(school, "noor")
    sheets = Sheets.small().add("noor", "student", "Noor Verhulst", "2018-03-01")
    page = office.get(reverse("rosters:proposal", args=[hand_in(office, school, sheets, tmp_path).pk]))
    (child,) = page.context["shown"].changed
    assert child.who == "Een beschermde leerling" and [str(field.label) for field in child.fields] == [
        "Achternaam"
    ]
    assert "Verhulst" not in page.text and "Noor" not in page.text


def test_what_the_nights_of_the_demo_brought_in_stands_in_its_history(
    office: Client, school: School, tmp_path: Path
) -> None:
    assert "Er is nog niets ingelezen" in office.get(HOME).text
    roster = read([Sheets.small().zip(tmp_path / "a.zip")], TODAY)
    remember([(school, NOW, propose(roster, school, TODAY))])
    page = office.get(HOME)
    assert "· Vanzelf" in page.text and "Er is nog niets ingelezen" not in page.text


def test_the_page_says_that_edexml_brings_no_parents(office: Client) -> None:
    assert "In EDEXML staan geen ouders: kies dan ook een bestand met de ouders." in office.get(HOME).text

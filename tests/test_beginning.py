"""A real school begins: from empty tables to a guardian who came in, by commands and pages alone."""

from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Board, Enrolment, ExternalKey, Group, School
from driehoek.features.entry.models import StaffInvitation
from driehoek.features.entry.tests.test_staff import APP, PASSWORD, six_digits
from driehoek.features.rosters.models import Upload
from tests.cast import NOW
from tests.rosters.sheets import Sheets

SCHOOL = ["--board", "Stichting Noord", "--school", "De Meander", "--sector", "primary"]
RIA = ["--administrator", "Ria de Boer", "ria@noord.example"]


def begin(*words: str) -> str:
    out = StringIO()
    call_command("begin_school", *words, stdout=out)
    return out.getvalue()


def link_in(told: str) -> str:
    return "/school/start/" + told.split("/school/start/")[1].split()[0]


def written() -> list[int]:
    kept = (Board, School, Person, Appointment, ExternalKey, StaffInvitation, Entry)
    return [model._default_manager.count() for model in kept]


def comes_in(path: str) -> Client:
    """A colleague by her link: a password, and an app that shows six digits."""
    browser = Client()
    browser.post(path, {"password": PASSWORD, "again": PASSWORD})
    browser.post(APP, {"code": six_digits(browser.get(APP).context["form"].secret)})
    return browser


def brings_in(office: Client, folder: Path) -> Upload:
    """A roster by way of the page, looked at and agreed to."""
    roster = SimpleUploadedFile("rooster.zip", Sheets.small().zip(folder / "a.zip").read_bytes())
    shown = office.post(reverse("rosters:home"), {"school": School.objects.get().pk, "roster": roster})
    upload = Upload.objects.get()
    assert "Noor Jansen" in office.get(shown["Location"]).text
    office.post(reverse("rosters:agreement", args=[upload.pk]), {"digest": upload.proposal.digest})
    return upload


@pytest.mark.django_db(transaction=True)
def test_from_empty_tables_to_a_guardian_who_came_in(tmp_path: Path) -> None:
    call_command("flush", interactive=False)
    with time_machine.travel(NOW, tick=False):
        ria = comes_in(link_in(begin(*SCHOOL, *RIA)))
        assert ria.get("/", follow=True).status_code == ria.get(reverse("rosters:home")).status_code == 200
        assert brings_in(ria, tmp_path).state == "done"
        assert (
            Enrolment.objects.filter(starts_on__lt=NOW.date()).count() == 2
        )  # from the first day of the year
        group = Group.objects.get(name="groep 5")
        page = ria.get(reverse("entry:group_letters", args=[group.pk]))
        anna = next(link for link in page.context["links"] if link.guardianship.guardian.given_name == "Anna")
        letters = ria.post(
            reverse("entry:printed_letters", args=[group.pk]), {"link": [anna.guardianship.pk]}
        )
        (sheet,) = letters.context["sheets"]
        guardian = Client()
        assert "De Meander" in guardian.get(sheet.code.path).text
        asked = guardian.post(sheet.code.path)
        assert guardian.post(asked["Location"], {"day": 1, "month": 3}).url == "/"
        assert guardian.get("/").status_code == 200
        assert guardian.get(reverse("rosters:home")).status_code == 404


@pytest.mark.django_db
def test_it_says_what_it_made_and_writes_it_down() -> None:
    told = begin(*SCHOOL, "--code", "21QX", *RIA, "--key", "m12")
    assert "Board “Stichting Noord”: new." in told
    assert "School “De Meander” (primary, with the code 21QX): new." in told
    assert "Ria de Boer, in the office: new." in told and "works once, for 7 days" in told
    verbs = ["schools.board.begun", "schools.school.begun", "schools.appointment.begun"]
    assert Entry.objects.filter(verb__in=verbs, actor=None).count() == 3
    ria = ExternalKey.objects.get(key="m12").person
    assert (ria.given_name, ria.infix, ria.family_name) == ("Ria", "de", "Boer")


@pytest.mark.django_db
def test_saying_it_twice_makes_nothing_twice_and_the_link_goes_on_working() -> None:
    path = link_in(begin(*SCHOOL, *RIA))
    before = written()
    again = begin(*SCHOOL, *RIA)
    assert written() == before and "there already" in again and "A link waits for her until" in again
    assert Client().get(path).status_code == 200
    newer = link_in(begin(*SCHOOL, *RIA, "--new-link"))
    assert Client().get(path).status_code == 404
    comes_in(newer)
    assert "She came in already" in begin(*SCHOOL, *RIA)


@pytest.mark.django_db
def test_who_begins_without_a_colleague_hears_how_to_go_on() -> None:
    assert "say it again with --administrator" in begin(*SCHOOL)
    assert "Ria de Boer, in the office: new." in begin(*SCHOOL, *RIA)
    assert "with a new code and phone." in begin(*SCHOOL, "--code", "21QX", "--phone", "038 123 45 67")
    meander = School.objects.get(name="De Meander")
    assert (meander.code, meander.phone) == ("21QX", "038 123 45 67")


@pytest.mark.django_db
def test_the_roster_finds_its_colleague_by_her_key_and_not_by_her_address(tmp_path: Path) -> None:
    begin(*SCHOOL, "--administrator", "Tess Bos", "tess@noord.example", "--key", "tess")
    path = Sheets.small().zip(tmp_path / "a.zip")
    call_command("import_roster", str(path), *SCHOOL[:4], stdout=StringIO())
    tess = Person.objects.get(email="tess@noord.example")
    jobs = Appointment.objects.filter(person=tess).order_by("function")
    assert [job.function for job in jobs] == ["office", "teacher"]
    assert Person.objects.filter(given_name="Tess", family_name="Bos").count() == 1
    with pytest.raises(CommandError, match="somebody with another name"):
        begin(*SCHOOL, *RIA, "--key", "tess")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "because"),
    [
        (["--school", "  "], "name of the school|cannot be"),
        (["--school", "De  Meander\u200b"], "There is “De Meander” already"),
        (["--board", "stichting noord"], "There is “Stichting Noord” already"),
        (["--board", "N" * 121], "This board cannot be"),
        (["--sector", "secondary"], "there already, as primary"),
        (["--phone", "bel maar"], "not a telephone number"),
        (["--code", "99ZZ"], "there already, with the code 21QX"),
        (["--school", "De Bocht", "--code", "21QX00"], "“De Meander” has the code 21QX"),
        ([*RIA[:2], "geen adres"], "not an e-mail address"),
        ([RIA[0], "Ria", RIA[2]], "first and the last name"),
        ([RIA[0], "=cmd() Boer", RIA[2]], "formule"),
        ([*RIA, "--key", "=1+1"], "formule"),
        (["--key", "m12"], "name her with --administrator"),
        (["--sector", "kindergarten"], "invalid choice"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_leaves_nothing(words: list[str], because: str) -> None:
    begin(*SCHOOL, "--code", "21QX")
    before = written()
    with pytest.raises(CommandError, match=because):
        begin(*SCHOOL, *words)
    assert written() == before


@pytest.mark.django_db
def test_a_new_board_whose_colleague_cannot_be_leaves_no_board_behind() -> None:
    before = written()
    with pytest.raises(CommandError, match=r"Nothing was written\."):
        begin(*SCHOOL, *RIA[:2], "geen adres")
    assert written() == before

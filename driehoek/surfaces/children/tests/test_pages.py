"""The page of a child, and what staff see of a group and its pupils."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.journal.reading import OPENED
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.looking.models import KindSwitch
from driehoek.facts.people.models import Guardianship, Person, Protection
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Enrolment
from driehoek.features.conversations.models import Conversation
from driehoek.surfaces.children.group_page import GroupPage, next_birthday
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def test_a_guardian_finds_all_her_children_at_both_schools(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get("/kinderen/").content.decode()
    for words in ("Lina", "Yusuf", "Adam", "De Vlieger", "Het Kompas"):
        assert words in page


def test_a_head_finds_all_children_of_a_large_school_in_one_question(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    more = Person.objects.bulk_create(Person(given_name=f"Kind {number}") for number in range(70))
    Enrolment.objects.bulk_create(
        Enrolment(student=child, group=cast.groep_5, starts_on=TODAY) for child in more
    )
    browser = cast.sign_in(cast.joris)
    browser.get("/kinderen/")
    with django_assert_max_num_queries(6):
        page = browser.get("/kinderen/").content.decode()
    assert page.count("child-card") > 70 and page.count("Groep 5 · ") > 70


def test_the_page_of_a_child_is_for_her_family_and_not_for_the_neighbours(cast: Cast) -> None:
    address = f"/kind/{cast.yusuf.pk}/"
    for person in (cast.naima, cast.rachid):
        assert cast.sign_in(person).get(address).status_code == 200
    for person in (cast.elif_, cast.mark, cast.dewi):
        assert cast.sign_in(person).get(address).status_code == 404


def test_the_page_of_a_child_names_her_teacher_and_never_the_other_household(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/").content.decode()
    assert cast.anouk.name in page
    assert "Rachid" not in page and cast.rachid.email not in page


def test_near_the_top_one_asks_the_mentor_or_who_works_with_the_class(cast: Cast) -> None:
    for child, asked in ((cast.adam, [cast.dijk]), (cast.yusuf, [cast.anouk, cast.meryem])):
        page = cast.sign_in(cast.naima).get(f"/kind/{child.pk}/").text
        top = page.partition("<main")[2].partition('id="werk"')[0]
        names = top.partition("<b>Vraag aan ")[2].partition("</b>")[0]
        assert all(person.name in names for person in asked)
        assert f"/berichten/nieuw/?kind={child.pk}&amp;school=" in top
        assert ("Mentor, 1B" in top.partition("<b>Vraag aan ")[2]) == (child == cast.adam)
    Guardianship.objects.filter(guardian=cast.naima, student=cast.adam).update(may_answer=False)
    assert "<b>Vraag aan " not in cast.sign_in(cast.naima).get(f"/kind/{cast.adam.pk}/").text


def test_the_page_of_a_child_leads_to_her_timetable_only_whom_it_opens_to(cast: Cast) -> None:
    page, hours = f"/kind/{cast.adam.pk}/", f"/kind/{cast.adam.pk}/rooster/"
    assert hours in cast.sign_in(cast.naima).get(page).content.decode()
    KindSwitch.objects.create(school=cast.kompas, kind="timetable", is_open=False, at=NOW)
    assert cast.sign_in(cast.naima).get(hours).status_code == 403
    assert hours not in cast.sign_in(cast.naima).get(page).content.decode()
    assert hours in cast.sign_in(cast.adam).get("/over-mij/").content.decode()


def test_the_page_of_a_child_leads_to_her_absences_only_whom_they_open_to(cast: Cast) -> None:
    page, year = f"/kind/{cast.adam.pk}/", f"/kind/{cast.adam.pk}/aanwezig/"
    assert year in cast.sign_in(cast.naima).get(page).content.decode()
    Guardianship.objects.filter(student=cast.adam, guardian=cast.naima).update(may_answer=False)
    assert cast.sign_in(cast.naima).get(year).status_code == 403
    assert year not in cast.sign_in(cast.naima).get(page).content.decode()
    assert year in cast.sign_in(cast.adam).get("/over-mij/").content.decode()


def test_a_student_has_a_page_of_her_own(cast: Cast) -> None:
    page = cast.sign_in(cast.dewi).get("/over-mij/").content.decode()
    assert "Dewi" in page and "Vakcollege Delta" in page


def test_a_teacher_reads_who_answers_for_her_pupil_and_it_is_written_down_once_a_day(cast: Cast) -> None:
    browser = cast.sign_in(cast.anouk)
    address = f"/leerlingen/{cast.yusuf.pk}/"
    page = browser.get(address).content.decode()
    assert "Naima" in page and "Rachid" in page
    browser.get(address)
    assert Entry.objects.filter(verb=OPENED, actor=cast.anouk, subject_id=cast.yusuf.pk).count() == 1


def test_the_file_of_a_pupil_is_closed_to_other_teachers_and_to_the_family(cast: Cast) -> None:
    address = f"/leerlingen/{cast.yusuf.pk}/"
    assert cast.sign_in(cast.daan).get(address).status_code == 404
    assert cast.sign_in(cast.naima).get(address).status_code in (403, 404)


def test_a_protected_child_is_in_no_list_of_a_colleague_who_was_not_named(cast: Cast) -> None:
    browser = cast.sign_in(cast.anouk)
    shown = f'href="/leerlingen/{cast.noor.pk}/"'
    assert shown in browser.get("/leerlingen/").content.decode()
    shield = Protection.objects.create(
        student=cast.noor, basis="Brief", entered_by=cast.joris, entered_at=NOW
    )
    assert shown not in browser.get("/leerlingen/").content.decode()
    assert browser.get(f"/leerlingen/{cast.noor.pk}/").status_code == 404
    shield.readers.create(person=cast.anouk)
    assert shown in browser.get("/leerlingen/").content.decode()


def test_the_page_of_a_group_is_for_who_works_with_it(cast: Cast) -> None:
    address = f"/groep/{cast.groep_5.pk}/"
    for person in (cast.anouk, cast.joris):
        assert cast.sign_in(person).get(address).status_code == 200
    for person in (cast.daan, cast.naima):
        assert cast.sign_in(person).get(address).status_code == 404


def test_a_teacher_who_is_at_home_sees_nothing_of_her_work(cast: Cast) -> None:
    browser = cast.sign_in(cast.anouk, hat="home")
    assert browser.get(f"/groep/{cast.groep_5.pk}/").status_code == 404
    assert browser.get(f"/leerlingen/{cast.yusuf.pk}/").status_code == 404


def test_a_class_list_costs_the_same_however_many_pupils(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    browser = cast.sign_in(cast.anouk)
    assert Enrolment.objects.filter(group=cast.groep_5).count() > 5
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # a fixture without a public type
        browser.get("/leerlingen/")


def test_cards_to_sign_in_with_are_for_the_young(cast: Cast) -> None:
    browser, cards = cast.sign_in(cast.anouk), f"/leerlingen/kaarten/{cast.groep_5.pk}/"
    assert cards in browser.get("/leerlingen/").text and browser.get(cards).status_code == 200
    older = Appointment.objects.filter(group=cast.klas_1b, function__in=GROUP_FUNCTIONS)[0]
    page = cast.sign_in(older.person).get(f"/leerlingen/?groep={cast.klas_1b.pk}").text
    assert "1B" in page and "/leerlingen/kaarten/" not in page


def test_the_next_birthday_is_this_year_or_the_next(cast: Cast) -> None:
    pupil = cast.yusuf
    pupil.birth_date = dt.date(2018, 11, 19)
    coming = next_birthday(pupil, TODAY)
    assert coming and (coming.day, coming.age) == (dt.date(2026, 11, 19), 8)
    pupil.birth_date = dt.date(2018, 11, 18)
    coming = next_birthday(pupil, TODAY)
    assert coming and (coming.day, coming.age) == (dt.date(2027, 11, 18), 9)


def test_a_teacher_sees_at_a_glance_who_may_not_be_on_photos(cast: Cast) -> None:
    page = GroupPage(cast.groep_5, cast.viewer(cast.anouk))
    shown = may_be_shown(Purpose.CLASS_APP, on=TODAY).values_list("pk", flat=True)
    assert page.off_photos == {pupil.pk for pupil in page.pupils} - set(shown)
    assert cast.finn.pk in page.off_photos
    assert "niet op foto" in cast.sign_in(cast.anouk).get("/leerlingen/").content.decode()


@pytest.mark.parametrize(
    ("who", "meets", "misses"),
    [
        ("joris", ("Maken", "Ouders en gezag", "Groep 5"), ()),
        ("marja", ("Gegevens van school", "Groep 5"), ()),
        ("ingrid", ("Gegevens van school", "Vakcollege Delta"), ("De Brug", "Groep 5")),
        ("anouk", ("Vragen en reacties",), ("Gegevens van school", "Ouders en gezag")),
    ],
)
def test_everyone_at_work_begins_with_her_own_work(
    cast: Cast, who: str, meets: tuple[str, ...], misses: tuple[str, ...]
) -> None:
    page = cast.sign_in(getattr(cast, who)).get("/werk/", follow=True).content.decode()
    assert not [words for words in meets if words not in page]
    assert not [words for words in misses if words in page]


def test_a_compliment_ends_the_hint_that_home_heard_only_worries(cast: Cast) -> None:
    """The hint is for who teaches her, and for nobody at home."""
    Conversation.begin(
        cast.vlieger, [cast.yusuf], line_of=cast.naima, by=cast.anouk, corner="school", about="concern",
        text="Hij had ruzie.", at=NOW, told_at=NOW,
    )  # fmt: skip
    teacher, hint = cast.sign_in(cast.anouk), "alleen contact over problemen"
    assert hint in teacher.get(f"/leerlingen/{cast.yusuf.pk}/").content.decode()
    assert hint not in teacher.get(f"/leerlingen/{cast.finn.pk}/").content.decode()
    assert hint not in cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/").content.decode()
    assert cast.sign_in(cast.daan).get(f"/leerlingen/{cast.yusuf.pk}/").status_code == 404
    praised = teacher.post(f"/leerlingen/{cast.yusuf.pk}/compliment/", {"sentence": "1"})
    assert praised.status_code == 302
    assert hint not in teacher.get(f"/leerlingen/{cast.yusuf.pk}/").content.decode()


def test_each_face_on_the_card_leads_to_a_question_for_her_team(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    page = client.get(f"/kind/{cast.yusuf.pk}/").content.decode()
    address = f"/berichten/nieuw/?kind={cast.yusuf.pk}&amp;school={cast.vlieger.pk}"
    assert address in page and "?help&amp;school=" not in page  # nobody helps with the portal here
    asking = client.get(address.replace("&amp;", "&")).content.decode()
    assert f'value="{cast.vlieger.pk}-{cast.yusuf.pk}" checked' in asking
    Appointment.objects.create(
        person=cast.samira, board=cast.drie_hoeken, school=cast.vlieger, function="key_user",
        starts_on=TODAY,
    )  # fmt: skip
    page = client.get(f"/kind/{cast.yusuf.pk}/").content.decode()
    assert f"?help&amp;school={cast.vlieger.pk}" in page
    card = page[page.index('id="school"') :]
    assert card.count("<b><bdi>Samira</bdi></b>") == 1 and "Hulp met Driehoek" in card  # once, with both
    asking = client.get(f"/berichten/nieuw/?help&school={cast.vlieger.pk}").content.decode()
    assert f'value="{cast.vlieger.pk}-help" checked' in asking


def test_who_may_not_ask_sees_faces_and_no_way_to_ask(cast: Cast) -> None:
    page = cast.sign_in(cast.tom).get(f"/kind/{cast.mila.pk}/").content.decode()
    assert cast.anouk.name in page and "/berichten/nieuw/?kind=" not in page

"""From news to a letter in a schoolbag: collected, printed, given along, and true on every page about it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.brought import brought
from driehoek.backbone.notifications.came import what_came
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.forgetting import forget
from driehoek.backbone.notifications.models import Delivery, Digest, PaperLetter, Preference
from driehoek.backbone.notifications.paper.choosing import choose_for
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.backbone.notifications.reconciling import overdue, reconcile
from driehoek.facts.people.models import Person, Restriction
from driehoek.facts.schools.models import Group
from driehoek.features.alerts.tests.sent import sent
from driehoek.features.paper.tests.steps import deliveries, shared, tell, wants
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
OWN = reverse("choices:own")


def page_of(group: Group) -> str:
    return reverse("paper:group", args=[group.pk])


def test_who_chooses_paper_on_her_page_is_collected_for_and_nobody_else(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert "Brief op papier" in browser.get(OWN).text
    browser.post(OWN, {"email": "off", "paper": "weekly", "reach": "school"})
    shared(cast.anouk, cast.groep_5)
    tell()
    (row,) = Delivery.objects.filter(channel="paper")
    assert (row.receiver, row.state) == (cast.naima, "collected")


def test_who_has_no_child_here_is_not_offered_paper_and_a_student_without_address_no_mail(cast: Cast) -> None:
    Person.objects.filter(pk=cast.noor.pk).update(email="")
    for person in (cast.daan, cast.noor):
        assert "Brief op papier" not in cast.sign_in(person).get(OWN).text
    page = cast.sign_in(cast.noor).get(OWN)
    assert "email" not in page.context["form"].fields and "kent je e-mailadres niet" in page.text
    assert cast.sign_in(cast.noor).post(OWN, {}).status_code == 422
    assert cast.sign_in(cast.noor).post(reverse("choices:kinds"), {}).status_code == 422


def test_nothing_brings_paper_by_itself_and_nobody_is_rung_for_it(cast: Cast) -> None:
    wants(cast.naima)
    shared(cast.anouk, cast.groep_5)
    tell()
    late = NOW + dt.timedelta(days=3)
    while gather_due(late):
        pass
    Delivery.objects.exclude(channel="paper").delete()
    reconcile(late)
    assert overdue(late) == 0 and not Digest.objects.exists()
    assert deliveries(cast.naima) == [("collected", "")]


def test_what_is_urgent_or_at_work_never_waits_for_paper(cast: Cast) -> None:
    wants(cast.naima, *["news", "tasks"])
    sent(cast)
    tell()
    assert not Delivery.objects.filter(channel="paper").exists()


def test_the_class_page_counts_and_printing_twice_doubles_nothing(cast: Cast) -> None:
    wants(cast.naima)
    wants(cast.rachid)
    for title in ("Bruggen", "Torens"):
        shared(cast.anouk, cast.groep_5, title=title)
    tell()
    teacher = cast.sign_in(cast.anouk)
    assert "2 brieven om mee te geven" in teacher.get(reverse("children:group", args=[cast.groep_5.pk])).text
    assert "2 brieven om mee te geven" in teacher.get(page_of(cast.groep_5)).text
    for _again in range(2):
        printed = teacher.post(reverse("paper:run", args=[cast.groep_5.pk]), follow=True)
        assert printed.text.count("<article") == 2
        assert printed.text.count("Bruggen") == printed.text.count("Torens") == 2
    assert PaperLetter.objects.count() == 2
    assert "liggen klaar" in teacher.get(reverse("children:group", args=[cast.groep_5.pk])).text


def test_all_or_one_is_given_along_and_everybody_reads_by_whom(cast: Cast) -> None:
    wants(cast.naima)
    wants(cast.rachid)
    post = shared(cast.anouk, cast.groep_5)
    tell()
    to = Person.objects.filter(pk__in=[cast.naima.pk, cast.rachid.pk])
    Delivery.objects.exclude(channel="paper").delete()
    assert how(cast, cast.naima) == ["Op papier: gaat mee met een brief"]
    assert brought(post, to=to, day=TODAY).on_paper == 2
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    assert how(cast, cast.naima) == ["Op papier: geprint op 19 november door Juf Anouk"]
    teacher, handed = cast.sign_in(cast.anouk), reverse("paper:handed", args=[cast.groep_5.pk])
    first = PaperLetter.objects.get(digest__person=cast.naima)
    teacher.post(handed, {"letter": first.pk})
    assert how(cast, cast.naima) == ["Op papier: meegegeven op 19 november door Juf Anouk"]
    assert (brought(post, to=to, day=TODAY).sent, brought(post, to=to, day=TODAY).on_paper) == (1, 1)
    for _again in range(2):
        teacher.post(handed, {"all": "on"})
    assert brought(post, to=to, day=TODAY).sent == 2
    assert Entry.objects.filter(verb="notifications.paperletter.handed_over").count() == 2
    assert "Meegegeven op 19 november door <bdi>Juf Anouk" in teacher.get(page_of(cast.groep_5)).text
    assert "Gaat mee op papier" not in teacher.get(reverse("feed:brought", args=[post.pk])).text


def how(cast: Cast, person: Person) -> list[str]:
    return [f"{road}: {went}" for one in what_came(cast.viewer(person, "home")) for road, went in one.roads]


def test_another_class_another_school_and_parents_print_nothing(cast: Cast) -> None:
    wants(cast.naima)
    shared(cast.anouk, cast.groep_5)
    tell()
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    letter = PaperLetter.objects.get()
    of_group = [reverse(f"paper:{name}", args=[cast.groep_5.pk]) for name in ("group", "sheets", "readers")]
    of_letter = [reverse(f"paper:{name}", args=[letter.pk]) for name in ("copy", "answers")]
    for person, hat in ((cast.daan, "school"), (cast.peter, "school"), (cast.rachid, "home")):
        browser = cast.sign_in(person, hat)
        assert [browser.get(url).status_code for url in of_group] == [404] * 3, person
        assert [browser.post(url).status_code for url in of_letter] == [404] * 2, person
        assert browser.post(reverse("paper:run", args=[cast.groep_5.pk])).status_code == 404
        assert browser.post(reverse("paper:handed", args=[cast.groep_5.pk]), {"all": "on"}).status_code == 404
    letter.refresh_from_db()
    assert letter.handed_at is None and letter.copies == 1
    assert cast.sign_in(cast.marja, "school").get(of_group[0]).status_code == 200


def test_each_guardian_has_her_own_letter_and_a_blocked_one_none(cast: Cast) -> None:
    wants(cast.naima)
    wants(cast.rachid)
    shared(cast.anouk, cast.groep_5)
    tell()
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="Vonnis",
        entered_by=cast.joris,
    )  # fmt: skip
    assert print_run(cast.groep_5, cast.viewer(cast.anouk)) == 1
    assert PaperLetter.objects.get().guardian == cast.naima


def test_a_mother_of_two_gets_of_each_class_its_own_news_and_of_school_once(cast: Cast) -> None:
    wants(cast.naima)
    shared(cast.anouk, cast.groep_5, title="Van groep 5")
    tell()
    group_of_lina = Group.objects.get(enrolments__student=cast.lina, school=cast.vlieger, kind="class")
    assert print_run(group_of_lina, cast.viewer(cast.marja)) == 0
    assert print_run(cast.groep_5, cast.viewer(cast.marja)) == 1


def test_what_was_taken_back_is_not_printed_and_without_anything_there_is_no_letter(cast: Cast) -> None:
    wants(cast.naima)
    post = shared(cast.anouk, cast.groep_5)
    tell()
    post.withdraw(by=cast.anouk, at=NOW)
    teacher = cast.sign_in(cast.anouk)
    said = teacher.post(reverse("paper:run", args=[cast.groep_5.pk]), follow=True).text
    assert "Er is nu niets om te printen." in said and not PaperLetter.objects.exists()


def test_what_she_read_meanwhile_is_printed_all_the_same_so_that_nobody_sees_that_she_looked(
    cast: Cast,
) -> None:
    wants(cast.naima)
    post = shared(cast.anouk, cast.groep_5)
    tell()
    cast.sign_in(cast.naima).get(post.get_absolute_url())
    assert print_run(cast.groep_5, cast.viewer(cast.anouk)) == 1


def test_school_chooses_paper_for_her_and_she_can_end_it(cast: Cast) -> None:
    readers = reverse("paper:readers", args=[cast.groep_5.pk])
    teacher = cast.sign_in(cast.anouk)
    assert cast.naima.full_name in teacher.get(readers).text
    for _again in range(2):
        teacher.post(readers, {"reader": [cast.naima.pk]})
    chosen = Preference.objects.filter(person=cast.naima, channel="paper")
    assert {row.school for row in chosen} == {cast.vlieger}
    assert Entry.objects.filter(verb="notifications.paper.chosen").count() == 1
    shared(cast.anouk, cast.groep_5)
    tell()
    assert Delivery.objects.filter(channel="paper").count() == 1
    assert 'value="weekly" id="id_paper_0" required checked' in cast.sign_in(cast.naima).get(OWN).text
    answer = cast.sign_in(cast.naima).post(OWN, {"email": "now", "paper": "off", "reach": "school"})
    assert answer.status_code == 302
    assert not chosen.all().exists() and ("suppressed", "unwanted") in deliveries(cast.naima)


def test_a_school_ends_what_it_chose_and_not_what_she_chose(cast: Cast) -> None:
    wants(cast.naima)
    choose_for(cast.rachid, cast.vlieger, wants=True, by=cast.anouk, at=NOW)
    cast.sign_in(cast.anouk).post(reverse("paper:readers", args=[cast.groep_5.pk]), {})
    assert set(Preference.objects.filter(channel="paper").values_list("person", flat=True)) == {cast.naima.pk}


def test_after_thirty_days_it_is_no_news_any_more_and_the_page_says_so(cast: Cast) -> None:
    wants(cast.naima)
    wants(cast.rachid)
    shared(cast.anouk, cast.groep_5)
    tell()
    Delivery.objects.exclude(channel="paper").delete()
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    forget(NOW + dt.timedelta(days=29))
    assert deliveries(cast.naima) == [("collected", "")]
    forget(NOW + dt.timedelta(days=31))
    assert deliveries(cast.naima) == [("suppressed", "too_late")]
    assert how(cast, cast.naima) == ["Op papier: niet meegegeven"]


def test_the_page_asks_as_much_for_many_letters_as_for_few(cast: Cast) -> None:
    wants(cast.naima)
    post = shared(cast.anouk, cast.groep_5)
    tell()
    teacher = cast.sign_in(cast.anouk)
    teacher.get(page_of(cast.groep_5))
    few = asked(teacher, page_of(cast.groep_5))
    for guardian in Person.objects.filter(guardianships__student__enrolments__group=cast.groep_5).distinct():
        wants(guardian)
    shared(cast.anouk, cast.groep_5, title="Nog een")
    tell()
    assert asked(teacher, page_of(cast.groep_5)) == few
    assert post.pk


def asked(browser: object, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(url).status_code == 200  # type: ignore[attr-defined]
    return len(queries)

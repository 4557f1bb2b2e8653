"""One screen for most, and behind it each kind, child and school; above it what a school decided."""

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications.categories import Category, Readers, offered
from driehoek.backbone.notifications.models import (
    Brevity,
    HouseRule,
    Interest,
    Notification,
    Preference,
    SchoolBrevity,
)
from driehoek.backbone.notifications.preferences import prefer
from driehoek.facts.people.models import Person, Restriction
from tests.cast import NOW, TODAY, Cast
from tests.servers.texting import Carrier

pytestmark = pytest.mark.django_db
OWN, KINDS = reverse("choices:own"), reverse("choices:kinds")


def everything(rhythm: str, **other: str) -> dict[str, str]:
    """By mail like this, and on paper nothing else than we do by ourselves."""
    paper = "same" if rhythm == "same" else "off"
    roads = {"email": rhythm, "paper": paper}
    return {f"{kind}-{road}": wish for kind in Category for road, wish in roads.items()} | other


def test_in_one_screen_mail_stops_for_all_kinds_and_comes_again(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert browser.post(OWN, {"email": "off", "paper": "off", "reach": "child"}).url == reverse(
        "profile:settings"
    )
    assert set(Preference.objects.values_list("rhythm", flat=True)) == {"off"}
    assert not Preference.objects.filter(category="informal").exists()  # off already
    assert Interest.of(cast.naima) == "child"
    browser.post(OWN, {"email": "now", "paper": "off", "reach": "school"})
    assert not Preference.objects.exists() and not Interest.objects.exists()


def test_what_differs_by_kind_stays_so_until_she_chooses_for_all(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    browser.post(KINDS, everything("now") | {"news-email": "off", "informal-email": "off"})
    assert "verschilt het per soort" in browser.get(OWN).text
    browser.post(OWN, {"paper": "off", "reach": "along"})
    assert Preference.objects.filter(category="news", rhythm="off").exists()


def test_what_never_comes_one_by_one_stays_as_she_chose_it_while_the_road_does(cast: Cast) -> None:
    browser, screen = cast.sign_in(cast.naima), {"paper": "off", "reach": "child"}
    prefer(cast.naima, category="results", channel="email", rhythm="off")
    browser.post(OWN, screen | {"email": "now"})
    assert Preference.objects.get().rhythm == "off"
    browser.post(OWN, screen | {"email": "daily"})
    assert Preference.objects.get(category="results").rhythm == "daily"


def test_one_screen_never_holds_back_who_is_ill_and_what_talk_there_is(cast: Cast) -> None:
    browser, screen = cast.sign_in(cast.naima), {"paper": "off", "reach": "child"}
    apart = Preference.objects.filter(category__in=["absences", "talks"])
    browser.post(OWN, screen | {"email": "weekly"})
    assert Preference.objects.get(category="tasks").rhythm == "weekly" and not apart.exists()
    assert "hoor je dan toch meteen" in browser.get(OWN).text and "verschilt" not in browser.get(OWN).text
    browser.post(OWN, screen | {"email": "off"})
    assert set(apart.values_list("rhythm", flat=True)) == {"off"}
    browser.post(OWN, screen | {"email": "daily"})
    assert Preference.objects.get(category="tasks").rhythm == "daily" and not apart.exists()


def test_only_the_page_of_each_kind_makes_talks_wait(cast: Cast) -> None:
    browser, screen = cast.sign_in(cast.naima), {"paper": "off", "reach": "child"}
    browser.post(KINDS, everything("now") | {"talks-email": "weekly", "absences-email": "off"})
    for rhythm in ("daily", "weekly", "now"):
        browser.post(OWN, screen | {"email": rhythm})
        assert Preference.objects.get(category="talks").rhythm == "weekly"
        assert Preference.objects.get(category="absences").rhythm == "off"
    assert "hoor je dan toch meteen" not in browser.get(OWN).text


def test_who_wants_all_on_paper_gets_talks_on_paper(cast: Cast) -> None:
    cast.sign_in(cast.naima).post(OWN, {"email": "now", "paper": "weekly", "reach": "child"})
    assert Preference.objects.get(category="talks", channel="paper").rhythm == "weekly"


def test_for_one_child_and_one_school_she_chooses_apart(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    child = reverse("choices:of_child", args=[cast.yusuf.pk])
    assert cast.yusuf.name in browser.get(KINDS).text
    browser.post(child, everything("same") | {"news-email": "off"})
    row = Preference.objects.get()
    assert (row.student, row.school, row.category) == (cast.yusuf, None, "news")
    browser.post(child, everything("same"))
    assert not Preference.objects.exists()
    school = reverse("choices:of_school", args=[cast.vlieger.pk])
    browser.post(school, everything("same") | {"talks-email": "off"})
    assert Preference.objects.get().school == cast.vlieger


def test_a_kind_that_deviates_lies_open_on_top_and_the_rest_is_folded(cast: Cast) -> None:
    browser, child = cast.sign_in(cast.naima), reverse("choices:of_child", args=[cast.yusuf.pk])
    usual = everything("now") | dict.fromkeys(("informal-email", "thinking-email"), "off")
    usual |= dict.fromkeys(("results-email", "career-email"), "weekly")
    assert "<details open" not in browser.get(KINDS).text
    browser.post(KINDS, usual | {"news-email": "weekly"})
    browser.post(child, everything("same") | {"talks-email": "off"})
    for url, kind, how in ((KINDS, Category.NEWS, "Elke week"), (child, Category.TALKS, "Niet")):
        page = browser.get(url).text
        assert page.count("<details open") == 1 and f"E-mail: {how}" in page
        deviating, _title, rest = page.partition("Zoals altijd</h2>")
        assert f"<b>{kind.label}</b>" in deviating and f"<b>{kind.label}</b>" not in rest
    wrong = browser.post(KINDS, usual | {"absences-email": "hourly"})
    assert wrong.status_code == 422 and wrong.text.count("<details open") == 2


def test_nobody_chooses_for_the_child_or_the_school_of_others(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    for url in (
        reverse("choices:of_child", args=[cast.noor.pk]),
        reverse("choices:of_school", args=[cast.brug.pk]),
    ):
        assert browser.get(url).status_code == 404
        assert browser.post(url, everything("off")).status_code == 404
    assert not Preference.objects.exists()


def test_a_faulty_choice_is_refused_and_changes_nothing(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert browser.post(OWN, {"email": "often", "reach": "school"}).status_code == 422
    assert browser.post(KINDS, everything("hourly")).status_code == 422
    assert browser.post(reverse("choices:of_child", args=[cast.yusuf.pk]), {}).status_code == 422
    assert not Preference.objects.exists()


def test_the_head_decides_what_always_comes_and_a_parent_reads_that(cast: Cast) -> None:
    marja = cast.sign_in(cast.marja, "school")
    offers = reverse("choices:offers", args=[cast.vlieger.pk])
    form = {f"{kind}-{readers}": "usually" for kind in Category for readers in Readers}
    form |= {f"{kind}-{readers}": "on_request" for kind in ("informal", "thinking") for readers in Readers}
    assert offers in marja.get(reverse("choices:schools")).text
    assert marja.post(offers, form | {"absences-guardians": "always"}).status_code == 302
    assert HouseRule.objects.get().category == "absences"
    page = cast.sign_in(cast.naima).get(reverse("choices:of_school", args=[cast.vlieger.pk])).text
    assert "School stuurt dit altijd." in page and "absences-email" not in page
    assert marja.post(offers, form | {"news-staff": "sometimes"}).status_code == 422
    marja.post(offers, form)
    assert not HouseRule.objects.exists()


def test_the_head_finds_what_deviates_on_top_and_the_rest_folded(cast: Cast) -> None:
    head, offers = cast.sign_in(cast.joris, "school"), reverse("choices:offers", args=[cast.vlieger.pk])
    page = head.get(offers).text
    assert "Anders dan meestal" not in page and "<details open" not in page
    form = {f"{kind}-{readers}": offered(kind) for kind in Category for readers in Readers}
    head.post(offers, form | {"thinking-staff": "always"})
    page = head.get(offers).text
    deviating, _title, rest = page.partition("Dit krijgt iedereen, tot iemand nee zegt")
    assert "Meedenken met school" in deviating and "Meedenken met school" not in rest
    assert page.count("<details open") == 1 and "Medewerkers: Altijd" in page
    wrong = head.post(offers, form | {"thinking-staff": "always", "news-staff": "sometimes"})
    assert wrong.status_code == 422 and wrong.text.count("<details open") == 2


def test_what_is_just_nice_cannot_be_forced_on_anybody(cast: Cast) -> None:
    head, offers = cast.sign_in(cast.joris, "school"), reverse("choices:offers", args=[cast.vlieger.pk])
    form = {f"{kind}-{readers}": offered(kind) for kind in Category for readers in Readers}
    field = head.get(offers).text.partition('name="informal-guardians"')[2].partition("</select>")[0]
    assert 'value="usually"' in field and 'value="always"' not in field
    assert head.post(offers, form | {"informal-guardians": "always"}).status_code == 422
    assert not HouseRule.objects.exists()
    assert head.post(offers, form | {"news-guardians": "always"}).status_code == 302
    assert HouseRule.objects.get().category == "news"


def test_a_parent_or_teacher_does_not_decide_for_a_school(cast: Cast) -> None:
    offers = reverse("choices:offers", args=[cast.vlieger.pk])
    for who, hat in ((cast.naima, "home"), (cast.anouk, "school")):
        browser = cast.sign_in(who, hat)
        assert browser.get(reverse("choices:schools")).status_code == 403
        assert browser.post(offers, {}).status_code in (403, 404)


def test_who_has_no_address_is_told_so(cast: Cast) -> None:
    cast.naima.email = ""
    cast.naima.save()
    assert "kent je e-mailadres niet" in cast.sign_in(cast.naima).get(OWN).text


def test_she_reads_where_her_mail_comes(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(OWN).text
    assert cast.naima.email in page and "Geef het door aan school" in page


def test_an_address_that_gets_no_mail_is_not_promised(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="Vonnis",
        entered_by=cast.marja,
    )  # fmt: skip
    page = cast.sign_in(cast.naima).get(OWN).text
    assert cast.naima.email not in page and "kent je e-mailadres niet" not in page


def test_a_stranger_is_asked_to_sign_in(cast: Cast) -> None:
    for url in (OWN, KINDS):
        assert Client().get(url).url.startswith(reverse("entry:signin"))  # type: ignore[attr-defined]


def test_she_keeps_private_words_out_of_her_mail_and_lets_them_in_again(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert 'name="in_full"' in browser.get(OWN).text and "checked" in browser.get(OWN).text
    browser.post(OWN, {"email": "now", "paper": "off", "reach": "school"})
    assert Brevity.objects.get().person == cast.naima
    browser.post(OWN, {"email": "now", "paper": "off", "reach": "school", "in_full": "on"})
    assert not Brevity.objects.exists()


def test_a_school_keeps_private_words_out_of_all_mail_and_records_it_once(cast: Cast) -> None:
    browser, url = cast.sign_in(cast.joris, "school"), reverse("choices:offers", args=[cast.vlieger.pk])
    offers = {f"{kind}-{who}": offered(kind) for kind in Category for who in Readers}
    for _twice in range(2):
        browser.post(url, offers)
        assert SchoolBrevity.objects.get().school == cast.vlieger
    assert Entry.objects.filter(verb="notifications.brevity.decided").count() == 1
    assert cast.sign_in(cast.anouk, "school").post(url, offers | {"in_full": "on"}).status_code in (403, 404)
    assert SchoolBrevity.objects.exists()
    browser.post(url, offers | {"in_full": "on"})
    assert not SchoolBrevity.objects.exists()


def test_only_a_parent_is_asked_how_far_she_looks(cast: Cast) -> None:
    """A child and a teacher have no child of theirs here."""
    Person.objects.filter(pk=cast.adam.pk).update(email="adam@leerling.example")  # or he could not choose
    question = "Alleen over mijn kind"
    assert question in cast.sign_in(cast.naima).get(OWN).text
    for person, hat in ((cast.adam, "home"), (cast.anouk, "school")):
        browser = cast.sign_in(person, hat)
        assert question not in browser.get(OWN).text
        assert browser.post(OWN, {"email": "now"}).url == reverse("profile:settings")


def test_what_came_is_hers_alone(cast: Cast) -> None:
    entry = record("feed.post.shared", cast.yusuf, by=None, at=NOW)
    Notification.objects.create(person=cast.rachid, entry=entry, category="talks")
    came = reverse("choices:came")
    assert "Gesprekken met school" in cast.sign_in(cast.rachid).get(came).text
    assert "Gesprekken met school" not in cast.sign_in(cast.naima).get(came).text
    assert came in cast.sign_in(cast.naima).get(OWN).text


def test_who_gets_texts_knows_to_which_number_and_nobody_else_reads_it(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(mobile="+31612345678")
    page = cast.sign_in(cast.naima).get(OWN).text
    assert "06 •• •• 56 78" in page and "12345678" not in page and reverse("corrections:own") in page


def test_who_thinks_along_and_wants_no_mail_of_it_gets_none(cast: Cast) -> None:
    """It comes by itself then: so a no is written down."""
    Interest.choose(cast.naima, "along")
    for _twice in range(2):
        prefer(cast.naima, category="thinking", channel="email", rhythm="off")
    assert Preference.objects.get().rhythm == "off"

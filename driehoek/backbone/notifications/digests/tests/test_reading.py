"""How a digest reads: by child and kind, folded, with questions first; and the page Deze week."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.readers import Reader
from driehoek.backbone.notifications.digests.stopping import stop_path
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.digests.tests.test_bringing import mails_to, messages_to, told
from driehoek.backbone.notifications.models import Delivery, Preference
from driehoek.backbone.notifications.notices import NOTICES, Notice
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests import story
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Protection
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
WEEK = reverse("notifications:week")


def tell(patch: pytest.MonkeyPatch, verb: str, subject: object, **said: object) -> None:
    def notice(entry: Entry) -> Notice:
        return replace(story.praised(entry), **said)

    patch.setitem(NOTICES, verb, notice)
    record(verb, subject, by=None, at=NOW)  # type: ignore[arg-type]  # any row


def test_it_is_laid_out_by_child_and_the_youngest_comes_first(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    run(FRIDAY)
    (text,) = mails_to(postman, cast.naima)
    young, old = sorted((cast.yusuf, cast.lina), key=lambda child: child.birth_date, reverse=True)
    assert text.index(f"\n{young.given_name}") < text.index(f"\n{old.given_name}")
    assert "/lees/" in text and "Nieuws uit de klas en van school" in text


def test_three_reactions_under_one_page_are_one_line(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish(cast.naima, "weekly")
    for number in range(3):
        several = {"several": lambda n: f"{n} reacties", "path": f"/bericht/7/#reactie-{number}"}
        tell(monkeypatch, f"people.person.answered{number}", cast.yusuf, **several)
    run(NOW)
    run(FRIDAY)
    (text,) = mails_to(postman, cast.naima)
    assert text.count("3 reacties") == 1 and text.count("/lees/") == 1


def test_it_begins_with_at_most_three_questions_and_no_more_in_a_week(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish(cast.naima, "daily")
    for number, child in enumerate([cast.yusuf, cast.lina, cast.adam, cast.yusuf]):
        ask = Text(f"Waarom valt brug {number} niet om?", "nl", cast.vlieger.pk)
        tell(monkeypatch, f"people.person.asked{number}", child, ask=ask)
    run(NOW)
    run(NOW + dt.timedelta(minutes=30))
    (text,) = mails_to(postman, cast.naima)
    assert text.count("niet om?") == 3  # of each child one
    assert text.index("niet om?") < text.index("Nieuws uit de klas")
    assert "Vraag eens aan Yusuf: Waarom valt brug 3 niet om?" in text
    ask = Text("Waarom is de lucht blauw?", "nl", cast.vlieger.pk)
    tell(monkeypatch, "people.person.wondered", cast.yusuf, ask=ask)
    run(NOW + dt.timedelta(hours=1))
    run(FRIDAY)
    assert "Waarom is de lucht blauw?" not in mails_to(postman, cast.naima)[1]


def test_a_question_is_as_old_as_the_news_it_came_with(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lists a week at its end asks nothing newer than what lies on the table already."""
    wish(cast.naima, "daily")
    asked = [("Waarom regent het?", None), ("Waarom vriest het?", NOW - dt.timedelta(days=3))]
    for number, (words, before) in enumerate(asked):
        ask = Text(words, "nl", cast.vlieger.pk)
        tell(monkeypatch, f"people.person.asked{number}", cast.yusuf, ask=ask, asked_at=before)
    run(NOW)
    run(NOW + dt.timedelta(minutes=30))
    (text,) = mails_to(postman, cast.naima)
    assert "Waarom regent het?" in text and "Waarom vriest het?" not in text


def test_what_only_lists_titles_is_listed_whole_and_of_a_story_only_its_beginning(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish(cast.naima, "weekly")
    said = {"paragraphs": ("Hutten bouwen", "Soep met noedels"), "headline": ""}
    tell(monkeypatch, "people.person.listed", cast.yusuf, **said)
    tell(monkeypatch, "people.person.told", cast.lina, **said | {"headline": "De week"})
    run(NOW)
    run(FRIDAY)
    lines = [line.strip() for line in mails_to(postman, cast.naima)[0].splitlines()]
    assert "Hutten bouwen · Soep met noedels" in lines and "Hutten bouwen" in lines


def test_the_name_of_a_protected_child_stands_in_no_mail(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    Protection.objects.create(student=cast.yusuf, basis="-", entered_by=cast.marja, entered_at=NOW)
    run(FRIDAY)
    (text,) = mails_to(postman, cast.naima)
    assert "Yusuf" not in text and "Je kind" in text and "Lina" in text
    assert "Yusuf" in cast.sign_in(cast.naima).get(WEEK).text  # behind the sign-in he has his name


def test_it_comes_in_her_own_language(cast: Cast, postman: Postman) -> None:
    cast.naima.language = "ar"
    cast.naima.save()
    told(cast, cast.naima)
    run(FRIDAY)
    (raw,) = messages_to(postman, cast.naima)
    html = raw.get_body(("html",))
    assert raw["Content-Language"] == "ar" and 'dir="rtl"' in str(html.get_content())  # type: ignore[union-attr]


def test_deze_week_shows_the_same_behind_the_sign_in_and_each_hat_its_own(cast: Cast) -> None:
    told(cast, cast.naima)
    page = cast.sign_in(cast.naima).get(WEEK).text
    assert page.count("We bouwden een brug van papier.") == 2 and "Yusuf" in page
    assert "Nog niets nieuws" in cast.sign_in(cast.esther).get(WEEK).text
    assert "We bouwden" not in cast.sign_in(cast.anouk, "school").get(WEEK).text


def test_one_tap_ends_the_digest_and_one_more_brings_it_back(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    news = Preference.objects.filter(person=cast.naima, category="news")
    path, anyone = stop_path(cast.naima, "email"), Client(enforce_csrf_checks=True)
    assert anyone.get(path).status_code == 200 and news.get().rhythm == "weekly"
    stopped = anyone.post(path)
    assert news.get().rhythm == "off"
    was = re.search(r'name="was" value="([^"]+)"', stopped.text)
    assert was and anyone.post(path, {"was": was[1]}).status_code == 200
    assert news.get().rhythm == "weekly"
    assert anyone.post(path, {"was": f"{was[1]}x"}).status_code == 404
    anyone.post(path)
    run(FRIDAY)
    assert mails_to(postman, cast.naima) == []
    assert set(Delivery.objects.filter(notification__person=cast.naima).values_list("reason", flat=True)) == {
        "unwanted"
    }


def test_who_never_chose_ends_the_digest_too_and_has_it_again(cast: Cast, postman: Postman) -> None:
    """Results come once a week where nobody chose."""
    path, anyone = stop_path(cast.naima, "email"), Client(enforce_csrf_checks=True)
    kinds = {Category.RESULTS, Category.CAREER}
    stopped = anyone.post(path).text
    assert set(Preference.objects.values_list("category", "rhythm")) == {(kind, "off") for kind in kinds}
    was = re.search(r'name="was" value="([^"]+)"', stopped)
    assert was and "Klaar. Je krijgt weer een overzicht." in anyone.post(path, {"was": was[1]}).text
    assert not Preference.objects.exists()
    wish(cast.naima, "now", category="results")
    anyone.post(path)
    assert Preference.objects.get(category="results").rhythm == "now"


def test_what_a_colleague_hears_comes_below_by_group(cast: Cast) -> None:
    reader = Reader(cast.anouk, NOW)
    about = story.praised(Entry(subject=cast.yusuf)).about
    assert not reader.place(about, "home").at_work
    place = reader.place(replace(about, student=None, group=cast.groep_5.pk), "school")
    assert place.at_work and place.name == "groep 5" and place > reader.place(about, "home")


def test_a_full_week_takes_no_more_questions(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)

    def asked(posts: int) -> int:
        for number in range(posts):
            shared(cast, f"Bericht {number}")
        while tell_due(NOW):
            pass
        with CaptureQueriesContext(connection) as queries:
            assert "Bericht" in browser.get(WEEK).text
        return len(queries)

    asked(1)
    assert asked(4) == asked(20)

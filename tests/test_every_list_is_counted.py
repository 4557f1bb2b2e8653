"""Every page that shows rows is looked at with few rows and with more (tests/more_rows.py), or is named here
with why more rows are not more questions. Which pages those are, tests/looping.py finds; and tests/growing.py
which lists on them no row came on."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver, path

from driehoek.base.shell.pages import page
from driehoek.features.tips.views import tips
from tests import (
    growing,
    looping,
    test_more_rows,
    test_more_rows_around,
    test_more_rows_at_school,
    test_more_rows_of_days,
    test_more_rows_of_families,
    test_more_rows_of_one,
)
from tests.cast import Cast

LOOKED_AT = (
    test_more_rows, test_more_rows_around, test_more_rows_at_school, test_more_rows_of_days,
    test_more_rows_of_families, test_more_rows_of_one,
)  # fmt: skip
COUNTS = re.compile(r"[Qq]ueries|questions\(")
ROOT = Path(__file__).parents[1]
COUNTED_IN = {  # these have a world of their own, and a test that counts there
    "driehoek/features/absences/tests/test_overview.py": "absences/overview.html",
    "driehoek/features/absences/tests/test_own_words.py": "absences/kinds.html",
    "driehoek/features/alerts/tests/test_sending.py": "alerts/check.html",
    "driehoek/features/consents/tests/test_answering.py": "consents/photos.html",
    "driehoek/features/entry/tests/test_paper.py": "entry/letter_sheets.html",
    "driehoek/features/entry/tests/test_work_accounts.py": "entry/work_accounts.html",
    "driehoek/features/feed/tests/test_attaching.py": "feed/compose.html",
    "driehoek/features/feed/tests/test_who_is_on_it.py": "feed/child_album.html feed/names.html",
    "driehoek/features/newsletters/tests/test_photos_in_letters.py": "newsletters/copy.html",
    "driehoek/features/questions/tests/test_reading.py": "questions/list.html",
    "driehoek/surfaces/children/tests/test_two_way.py": "children/two_way.html",
    "driehoek/surfaces/children/tests/test_way.py": "children/way.html",
    "driehoek/surfaces/children/tests/test_week.py": "children/week.html",
    "driehoek/surfaces/home/tests/test_from_the_digest.py": "home/mailed_table.html",
    "driehoek/backbone/index/tests/test_finding.py": "search/search.html",
    "tests/test_more_rows_of_families.py": "paper/sheets.html",
    "tests/oracle/test_child_page.py": "children/child.html",
    "tests/rosters/test_joining_page.py": "rosters/connection.html",
}
STAYS_SMALL = {
    "choices of our own, that no school adds to": """
        absences/change.html absences/explain.html absences/swap_form.html alerts/_progress.html
        alerts/alert.html choices/offers.html entry/welcome.html feed/agreement.html feed/compliment.html
        following/kinds.html holidays/ministry.html languages/translations.html publishing/letter.html
        pulse/answer.html shell/language.html shell/parts.html talks/own.html talks/question.html""",
    "what one form, one file or one fetch said, which was read as a whole": """
        absences/brought.html absences/swap.html absences/told.html entry/also_me.html feed/alone.html
        results/connection.html results/proposal.html rosters/proposal.html timetable/difference.html""",
    "the parts of one text, one letter, one assignment or one request": """
        absences/leave.html career/assignment.html career/sheets.html inviting/student.html
        languages/translation.html notifications/answer.html notifications/one_page.html paper/answers.html
        paper/letter.html questions/alone.html questions/ask.html talks/pledge.html""",
    "counted by the page that asks the same behind the sign-in": "conversations/mailed_ask.html",
    "the few photos of one piece": """
        newsletters/photos.html stories/circle.html stories/send.html stories/story.html""",
    "who somebody is, and with what she comes in": """
        entry/only_work_account.html entry/staff/keys.html entry/staff/login.html
        entry/staff/reauthenticate.html entry/staff/spare_codes.html entry/who.html profile/settings.html""",
    "the demo alone, of which we choose the people": """
        demo/cast.html demo/identity.html demo/mail.html demo/phone.html demo/postbox.html""",
}
NAMED = {name for names in (*COUNTED_IN.values(), *STAYS_SMALL.values()) for name in names.split()}


def looked_at() -> set[str]:
    return {listed.route for tests in LOOKED_AT for listed in tests.LISTS.values()}


def uncounted() -> dict[str, list[str]]:
    """By template: along what it loops."""
    found, routes = looping.pages(), looked_at()
    return {name: sorted(looping.loops(name)) for name in found if not found[name] & routes}


def test_every_page_with_rows_is_looked_at_with_more_of_them_or_named_with_a_reason() -> None:
    assert {name: along for name, along in uncounted().items() if name not in NAMED} == {}


def test_no_page_is_named_that_is_gone_or_looked_at_by_now() -> None:
    assert NAMED - set(uncounted()) == set()
    for name in COUNTED_IN:
        assert COUNTS.search((ROOT / name).read_text(encoding="utf-8")), name


def test_a_new_page_with_a_list_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    added = [path("nieuw/", handed_on, name="new"), path("kaal/", without_rows, name="bare")]
    monkeypatch.setattr(get_resolver(), "url_patterns", [*get_resolver().url_patterns, *added])
    assert {"new"} == looping.pages()["tips/library.html"] - {"tips:library"}
    assert looping.shown_by(without_rows) == {"profile/form.html"}
    assert not any("bare" in routes for routes in looping.pages().values())


def handed_on(request: HttpRequest) -> HttpResponse:
    return tips(request)  # type: ignore[arg-type]  # nobody comes by


def without_rows(request: HttpRequest) -> HttpResponse:
    return page(request, "profile/form.html")


def test_rows_are_found_in_a_part_of_a_part_and_the_fields_of_a_form_are_none() -> None:
    page, part = looping.source("children/child.html"), "talks/_hundred.html"
    assert "talks.hundred" not in page and part not in page
    assert "talks.hundred" in looping.loops("children/child.html")
    assert looping.loops("profile/form.html") == set()


def test_a_second_list_on_a_page_that_is_looked_at_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "tips/library.html"
    few, many = (growing.Look(0, Counter({"library.tips": rows}), {page}) for rows in (1, 2))
    assert growing.not_grown(few, many) == {}
    monkeypatch.setattr(growing, "named", lambda: {page: {"library.groups"}})
    assert growing.not_grown(few, many) == {page: looping.loops(page) - {"library.tips", "library.groups"}}
    assert "library.tips" in growing.not_grown(many, few)[page]


@pytest.mark.django_db
def test_the_rows_of_each_list_are_counted_as_they_are_shown(cast: Cast) -> None:
    browser, listed = cast.sign_in(cast.anouk), test_more_rows_at_school.LISTS["tips"]
    before = growing.look(browser, listed.url(cast))
    for number in range(3):
        listed.add(cast, number)
    after = growing.look(browser, listed.url(cast))
    assert after.rows["library.tips"] == before.rows["library.tips"] + 3
    assert after.pages == {"tips/library.html"}


def test_no_list_is_named_that_is_gone() -> None:
    assert growing.named().keys() <= looping.pages().keys()
    assert {
        page: gone for page, lists in growing.named().items() if (gone := lists - looping.loops(page))
    } == {}

"""Absences for the student information system: nothing missed, nothing doubled, no formulas."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from driehoek.features.absences.exporting import as_csv, close_batch, harmless, lines_of
from driehoek.features.absences.models import Export
from driehoek.features.absences.tests.told import ill
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def given(cast: Cast, *, after: int = 0) -> tuple[list[tuple[int, int, str]], int]:
    out = io.StringIO()
    call_command("export_absences", school=cast.vlieger.code, after=after, stdout=out)
    *lines, last = [json.loads(line) for line in out.getvalue().splitlines()]
    return [(line["id"], line["version"], line["state"]) for line in lines], last["cursor"]


def test_each_change_comes_once_and_the_cursor_goes_on(cast: Cast) -> None:
    yusuf = ill(cast.yusuf, by=cast.naima)
    lines, cursor = given(cast)
    assert lines == [(yusuf.pk, 1, "stands")]
    assert given(cast, after=cursor) == ([], cursor)
    yusuf.recover(TODAY, by=cast.naima, at=NOW)
    finn = ill(cast.finn, by=cast.marieke)
    lines, cursor = given(cast, after=cursor)
    assert lines == [(yusuf.pk, 2, "stands"), (finn.pk, 1, "stands")]
    finn.withdraw(by=cast.marieke, at=NOW)
    assert given(cast, after=cursor)[0] == [(finn.pk, 2, "withdrawn")]


def test_whoever_lost_the_answer_asks_again_from_the_same_cursor(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    assert given(cast) == given(cast)


def test_a_protected_child_and_another_school_are_in_no_file(cast: Cast) -> None:
    ill(cast.lotte, by=cast.karin)
    ill(cast.adam, by=cast.naima)
    assert given(cast) == ([], 0)


def test_the_office_gets_a_sheet_and_nobody_else_does(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    browser, path = cast.sign_in(cast.marja), reverse("absences:exports")
    for _ in range(2):
        browser.post(path)
    export = Export.objects.get()
    file = reverse("absences:export_file", args=[export.pk])
    rows = list(csv.DictReader(io.StringIO(browser.get(file).content.decode()), delimiter=";"))
    assert [(row["student_name"], row["reason"]) for row in rows] == [("Yusuf Bennani", "ill")]
    assert rows[0]["student_key"]
    for who in (cast.anouk, cast.naima, cast.ingrid):
        assert cast.sign_in(who).get(path).status_code == 403
        assert cast.sign_in(who).get(file).status_code == 404
    assert cast.sign_in(cast.peter).get(file).status_code == 404


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_name_is_never_a_formula(cast: Cast, name: str) -> None:
    assert harmless(name) == f"'{name}"
    cast.yusuf.given_name, cast.yusuf.family_name = name, ""
    cast.yusuf.save()
    ill(cast.yusuf, by=cast.naima)
    export = close_batch(cast.vlieger, by=None, at=NOW)
    assert export
    row = next(csv.DictReader(io.StringIO(as_csv(lines_of(export)), newline=""), delimiter=";"))
    assert row["student_name"].startswith("'")
    assert harmless("Yusuf") == "Yusuf" and harmless(-1) == -1


def test_an_unknown_school_is_said(cast: Cast) -> None:
    with pytest.raises(CommandError):
        call_command("export_absences", school="00ZZ")

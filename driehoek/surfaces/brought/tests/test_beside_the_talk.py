"""What a student brings from home stands beside the talk about her, for those who are at it."""

import datetime as dt
import uuid
from typing import Any  # what a form says

import pytest
import time_machine

from driehoek.features.career.models import Assignment, Outcome
from driehoek.features.talks.models import Talk
from driehoek.features.talks.planning import Table, plan
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
THEN = NOW + 7 * A_DAY
HERS, OF_NAIMA, OF_RACHID = "Tekenen lijkt mij mooi werk.", "Hij ziet wie er stil is.", "Wij lachten."


def planned(cast: Cast) -> Talk:
    said: dict[str, Any] = {
        "token": uuid.uuid4(), "kind": "progress", "moment": THEN, "minutes": 20,
        "place": "Lokaal 1.04", "guardians": [cast.naima.pk, cast.rachid.pk], "colleagues": [],
        "with_student": True, "reason": "", "reason_alone": "",
    }  # fmt: skip
    return plan(Table(cast.adam, cast.kompas, TODAY, cast.dijk), said, now=NOW)


def told(cast: Cast) -> dict[str, Outcome]:
    """All three said something; he brings his own words and those of his mother."""
    given: dict[str, Any] = {"due_on": TODAY + 9 * A_DAY, "by": cast.dijk, "at": NOW - 3 * A_DAY}
    Assignment.give([cast.adam], cast.klas_1b, "krachten", **given)
    assignment = Assignment.objects.get()
    words = {HERS: cast.adam, OF_NAIMA: cast.naima, OF_RACHID: cast.rachid}
    said = {
        text: Outcome.tell(assignment, text, together=True, by=by, at=NOW - A_DAY)
        for text, by in words.items()
    }
    for text in (HERS, OF_NAIMA):
        said[text].bring(at=NOW)
    return said


def test_each_at_the_talk_finds_what_came_along_and_nothing_of_the_other_home(cast: Cast) -> None:
    talk, said = planned(cast), told(cast)
    reads = {person: {HERS, OF_NAIMA} for person in (cast.adam, cast.dijk, cast.naima)}
    reads[cast.rachid] = {HERS}
    for person, words in reads.items():
        page = cast.sign_in(person).get(talk.get_absolute_url()).text
        assert "Meegenomen van thuis" in page and {one for one in said if one in page} == words
    said[HERS].leave(at=NOW)
    assert HERS not in cast.sign_in(cast.dijk).get(talk.get_absolute_url()).text


def test_it_lies_on_the_table_too(cast: Cast) -> None:
    talk, _said = planned(cast), told(cast)
    with time_machine.travel(THEN, tick=False):
        assert OF_NAIMA in cast.sign_in(cast.dijk).get(f"{talk.get_absolute_url()}nu/").text


def test_a_talk_that_was_held_keeps_what_was_brought_until_then(cast: Cast) -> None:
    talk, said = planned(cast), told(cast)
    later = said[OF_RACHID]
    later.bring(at=THEN + A_DAY)
    with time_machine.travel(THEN + 2 * A_DAY, tick=False):
        page = cast.sign_in(cast.dijk).get(talk.get_absolute_url()).text
        assert HERS in page and OF_NAIMA in page and OF_RACHID not in page
        for text in (HERS, OF_NAIMA):
            said[text].leave(at=THEN + A_DAY)
        assert "Meegenomen van thuis" not in cast.sign_in(cast.adam).get(talk.get_absolute_url()).text


def test_the_head_who_knows_of_the_talk_reads_nothing_of_it(cast: Cast) -> None:
    talk, _said = planned(cast), told(cast)
    page = cast.sign_in(cast.peter).get(talk.get_absolute_url())
    assert page.status_code == 200 and "Meegenomen van thuis" not in page.text


def test_a_talk_about_a_small_child_has_no_such_place(cast: Cast) -> None:
    table = Table(cast.yusuf, cast.vlieger, TODAY, cast.anouk)
    said: dict[str, Any] = {
        "token": uuid.uuid4(), "kind": "start", "moment": THEN, "minutes": 20,
        "place": "Lokaal 5", "guardians": [cast.naima.pk], "colleagues": [], "with_student": True,
        "reason": "Apart", "reason_alone": "",
    }  # fmt: skip
    talk = plan(table, said, now=NOW)
    assert "Meegenomen van thuis" not in cast.sign_in(cast.yusuf).get(talk.get_absolute_url()).text

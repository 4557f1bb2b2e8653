"""What a parent tells a class can be reported, taken away and stopped, as all that parents write."""

import datetime as dt

import pytest

from driehoek.backbone.moderation.models import Case, Hiding, Silence
from driehoek.features.introductions.models import Sharing, Trait
from driehoek.features.introductions.tests.test_meeting import introduced, read
from tests.cast import NOW, Cast


def silenced(cast: Cast, *, school: bool = False) -> Silence:
    group = None if school else cast.groep_5
    return Silence.begin(cast.vlieger, group, reason="Rust", by=cast.joris, at=NOW)


def meld(cast: Cast) -> str:
    return f"/melden/kennismaken/{Sharing.objects.get(field='job').pk}/"


def taken_away(cast: Cast) -> Case:
    """Elif reports what Naima does for a living, and the head takes it away."""
    assert cast.sign_in(cast.elif_).post(meld(cast), {"reason": "advert"}).status_code == 302
    case = Case.objects.get()
    said = {"outcome": "hide", "reason": "Geen reclame"}
    assert cast.sign_in(cast.joris).post(f"{case.get_absolute_url()}besluit/", said).status_code == 302
    return case


def test_whoever_reads_it_can_report_it_and_she_herself_cannot(cast: Cast) -> None:
    introduced(cast, "job")
    assert meld(cast) in read(cast, "elif_") and meld(cast) in read(cast, "anouk")
    assert meld(cast) in read(cast, "anouk", "/werk/gastles/?sought=bakk")
    assert meld(cast) not in read(cast, "naima")
    assert cast.sign_in(cast.annelies).get(meld(cast)).status_code == 404
    assert "Bakker" in cast.sign_in(cast.elif_).get(meld(cast)).content.decode()


def test_what_a_leader_takes_away_nobody_else_reads_and_she_reads_why(cast: Cast) -> None:
    introduced(cast, "job", "hobby")
    case = taken_away(cast)
    assert (case.words, case.group, case.author) == ("Bakker", cast.groep_5, cast.naima)
    for key in ("elif_", "anouk"):
        assert "Bakker" not in read(cast, key) and "Schaken" in read(cast, key)
    assert "Bakker" not in read(cast, "anouk", "/werk/gastles/?sought=bakk")
    assert "Bakker" in read(cast, "naima", "/ik/kennismaken/")
    assert "Geen reclame" in read(cast, "naima", Hiding.objects.get().get_absolute_url())


def test_what_was_taken_away_stays_away_until_she_writes_something_else(cast: Cast) -> None:
    introduced(cast, "job")
    taken_away(cast)
    introduced(cast, "job")
    assert "Bakker" not in read(cast, "elif_")
    Trait.objects.update(words="Kok")  # her form says Bakker again: other words than stand there
    introduced(cast, "job")
    assert "Bakker" in read(cast, "elif_")


@pytest.mark.parametrize("school", [True, False])
def test_while_parents_are_silenced_no_new_words_come_to_the_class(cast: Cast, school: bool) -> None:
    introduced(cast, "job")
    silence = silenced(cast, school=school)
    ticked = {f"group-{cast.groep_5.pk}": ["job"]}
    answer = cast.sign_in(cast.naima).post("/ik/kennismaken/", {"job": "TE KOOP: fiets"} | ticked)
    page = answer.content.decode()
    assert answer.status_code == 422 and "nu stilgezet" in page and "TE KOOP: fiets" in page
    assert "Bakker" in read(cast, "elif_") and "TE KOOP" not in read(cast, "elif_")
    silence.lift(by=cast.joris, at=NOW + dt.timedelta(minutes=1))
    cast.sign_in(cast.naima).post("/ik/kennismaken/", {"job": "Kok"} | ticked)
    assert "Kok" in read(cast, "elif_") and "Bakker" not in read(cast, "elif_")


def test_while_parents_are_silenced_words_of_before_are_not_shown_to_one_more_class(cast: Cast) -> None:
    introduced(cast)
    silenced(cast)
    said = {"job": "Bakker", "hobby": "Schaken", f"group-{cast.groep_5.pk}": ["job"]}
    assert cast.sign_in(cast.naima).post("/ik/kennismaken/", said).status_code == 422
    assert not Sharing.objects.exists()


def test_while_parents_are_silenced_she_keeps_her_words_takes_back_and_tells_other_classes(
    cast: Cast,
) -> None:
    introduced(cast, "job", "hobby")
    silenced(cast)
    introduced(cast, "job", "hobby")
    introduced(cast, "hobby")
    assert "Bakker" not in read(cast, "elif_") and "Schaken" in read(cast, "elif_")
    said = {"job": "Kok", "hobby": "Schaken", f"group-{cast.groep_5.pk}": ["hobby"]}
    told = cast.sign_in(cast.naima).post("/ik/kennismaken/", said | {f"group-{cast.groep_2.pk}": ["job"]})
    assert told.status_code == 302 and "Kok" not in read(cast, "elif_")
    assert "Kok" in read(cast, "lieke", f"/groep/{cast.groep_2.pk}/klas/")

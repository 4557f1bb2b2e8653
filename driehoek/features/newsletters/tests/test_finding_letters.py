"""Finding back what stood in a newsletter: each in her own letter, and nobody in that of another."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.index import finding
from driehoek.backbone.index.finding import search
from driehoek.backbone.index.keeping import catch_up
from driehoek.backbone.index.models import Findable
from driehoek.facts.people.models import Restriction
from driehoek.features.newsletters.models import Block, Copy, Kind, Newsletter
from driehoek.features.newsletters.tests.letters import BRIDGES, PUPPETS, TREES, begun, block, filled, out
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def titles(cast: Cast, key: str, sought: str, hat: str | None = None) -> list[str]:
    viewer = cast.viewer(getattr(cast, key), hat)  # type: ignore[arg-type]
    return sorted(hit.said.title for hit in search(viewer, sought).hits)


def test_each_finds_what_stands_in_her_own_letter(cast: Cast) -> None:
    out(filled(cast), cast)
    assert titles(cast, "naima", "brug") == titles(cast, "elif_", "sterk") == [BRIDGES]
    assert titles(cast, "naima", "wolf") == [PUPPETS] and titles(cast, "elif_", "wolf") == []
    assert titles(cast, "elif_", "bomen") == [TREES]
    assert titles(cast, "wouter", "brug") == titles(cast, "wouter", "bomen") == []


def test_at_work_those_find_it_who_put_it_together(cast: Cast) -> None:
    out(filled(cast), cast)
    assert titles(cast, "joris", "brug") == titles(cast, "anouk", "brug") == [BRIDGES]
    assert titles(cast, "anouk", "wolf") == titles(cast, "anouk", "brug", "home") == []
    assert titles(cast, "petra", "wolf") == []


def test_what_did_not_go_is_found_by_nobody_and_what_was_taken_back_is_gone(cast: Cast) -> None:
    newsletter = filled(cast)
    assert titles(cast, "joris", "brug") == []
    newsletter.send(by=cast.joris, at=NOW, due_at=NOW + dt.timedelta(days=1))
    assert titles(cast, "joris", "brug") == [BRIDGES] and titles(cast, "naima", "brug") == []
    newsletter.undo(by=cast.joris, at=NOW)
    assert titles(cast, "joris", "brug") == []
    out(newsletter, cast)
    assert titles(cast, "naima", "brug") == [BRIDGES]
    newsletter.withdraw(by=cast.joris, at=NOW)
    assert titles(cast, "naima", "brug") == titles(cast, "joris", "brug") == []
    keys = Block.objects.values("pk")
    assert not Findable.objects.filter(kind__model="block", thing__in=keys).exists()


def test_who_may_not_see_the_child_any_more_finds_nothing_of_her(cast: Cast) -> None:
    out(filled(cast), cast)
    block_of = {"adult": cast.naima, "kind": Restriction.Kind.NO_ACCESS, "starts_on": TODAY}
    Restriction.objects.create(student=cast.lina, entered_by=cast.joris, basis="Gezien", **block_of)
    assert titles(cast, "naima", "wolf") == [] and titles(cast, "naima", "brug") == [BRIDGES]


def test_without_the_policy_a_mother_of_another_class_would_find_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    out(filled(cast), cast)
    monkeypatch.setattr(finding, "_seen_by", lambda viewer, kinds: finding.Q())
    assert titles(cast, "elif_", "wolf") == [PUPPETS]


def test_a_hit_leads_to_her_own_letter_and_at_work_to_the_sheet(cast: Cast) -> None:
    newsletter = out(filled(cast), cast)
    bridges, puppets = (Block.objects.get(title=title) for title in (BRIDGES, PUPPETS))
    hers = Copy.objects.get(newsletter=newsletter, person=cast.elif_)
    mother = cast.sign_in(cast.elif_)
    assert mother.get(bridges.get_absolute_url()).url == f"{hers.get_absolute_url()}#blok-{bridges.pk}"
    assert f'id="blok-{bridges.pk}"' in mother.get(hers.get_absolute_url()).text
    assert mother.get(puppets.get_absolute_url()).status_code == 404
    sheet = f"{newsletter.get_absolute_url()}#blok-{bridges.pk}"
    teacher = cast.sign_in(cast.anouk)
    assert teacher.get(bridges.get_absolute_url()).url == sheet
    assert f'id="blok-{bridges.pk}"' in teacher.get(newsletter.get_absolute_url()).text
    assert teacher.get(puppets.get_absolute_url()).status_code == 404


def test_shown_work_of_an_earlier_letter_is_found_without_the_name_of_that_letter(cast: Cast) -> None:
    earlier = begun(cast, "Geheime brief")
    show = block(earlier, cast.anouk, "Museum", cast.groep_5, kind=Kind.SHOW)
    out(earlier, cast)
    Copy.objects.filter(person=cast.naima).delete()  # she came between the two
    out(filled(cast), cast)
    hers = Copy.objects.get(person=cast.naima)
    mother = cast.sign_in(cast.naima)
    assert mother.get(show.get_absolute_url()).url == f"{hers.get_absolute_url()}#blok-{show.pk}"
    assert f'id="blok-{show.pk}"' in mother.get(hers.get_absolute_url()).text
    mother.post(reverse("search:search"), {"sought": "museum"})
    page = mother.get(reverse("search:search")).text
    assert "<mark>Museum</mark>" in page and "Geheime" not in page


def test_the_night_finds_what_was_missed_and_forgets_with_the_letter(cast: Cast) -> None:
    newsletter = out(filled(cast), cast)
    Findable.objects.all().delete()
    catch_up()
    assert titles(cast, "naima", "brug") == [BRIDGES]
    Newsletter.objects.get(pk=newsletter.pk).forget()
    catch_up()
    assert not Findable.objects.filter(kind__model="block").exists()

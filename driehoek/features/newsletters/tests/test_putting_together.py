"""Putting a newsletter together: who may begin one, who adds what, for whom a block is, and looking first."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.labels import programme_of, year_of
from driehoek.features.newsletters.models import Block, Editor, Kind, Newsletter
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.features.newsletters.tests.letters import (
    BRIDGES,
    IN_A_WEEK,
    PUPPETS,
    TREES,
    begun,
    block,
    filled,
)
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def _form(**said: object) -> dict[str, object]:
    return {"title": BRIDGES, "text": "", "who": "guardians", "token": str(uuid.uuid4())} | said


def _add(client: Client, newsletter: Newsletter, kind: str, **said: object) -> int:
    address = reverse("newsletters:new_block", args=[newsletter.pk, kind])
    return client.post(address, _form(**said)).status_code


def test_a_head_begins_one_and_a_form_sent_twice_begins_one(cast: Cast) -> None:
    head, form = cast.sign_in(cast.joris), {"title": "Herfst", "token": str(uuid.uuid4())}
    address = reverse("newsletters:new", args=[cast.vlieger.pk])
    assert head.get(address).status_code == 200
    first, again = (head.post(address, form) for _ in range(2))
    assert first.status_code == again.status_code == 302 and first.url == again.url
    assert cast.sign_in(cast.anouk).post(address, form).status_code in (403, 404)
    assert Newsletter.objects.count() == 1


def test_a_teacher_adds_for_her_own_group_and_for_no_other(cast: Cast) -> None:
    newsletter, teacher = begun(cast), cast.sign_in(cast.anouk)
    assert _add(teacher, newsletter, "work", groups=[cast.groep_5.pk]) == 302
    assert _add(teacher, newsletter, "work", groups=[cast.groep_2.pk]) == 422
    assert _add(teacher, newsletter, "work") == 422  # the whole school is not hers to address
    assert [row.group for row in Block.objects.get().rows.all()] == [cast.groep_5]
    assert cast.sign_in(cast.naima).get(newsletter.get_absolute_url()).status_code == 404


def test_a_teacher_sees_her_own_blocks_and_changes_those_only(cast: Cast) -> None:
    newsletter, teacher = filled(cast), cast.sign_in(cast.anouk)
    seen = teacher.get(newsletter.get_absolute_url()).text
    assert BRIDGES in seen and PUPPETS not in seen
    hers, other = (Block.objects.get(title=title) for title in (BRIDGES, PUPPETS))
    assert teacher.get(reverse("newsletters:block", args=[hers.pk])).status_code == 200
    assert teacher.get(reverse("newsletters:block", args=[other.pk])).status_code == 404
    assert BRIDGES in cast.sign_in(cast.joris).get(newsletter.get_absolute_url()).text


def test_whom_a_head_asks_may_do_it_as_long_as_he_says(cast: Cast) -> None:
    newsletter, teacher = begun(cast), cast.sign_in(cast.anouk)
    rename = reverse("newsletters:title", args=[newsletter.pk])
    assert teacher.post(rename, {"title": "Van Anouk"}).status_code == 403
    head, address = cast.sign_in(cast.joris), reverse("newsletters:editors", args=[cast.vlieger.pk])
    assert head.post(address, {"person": cast.anouk.pk}).status_code == 302
    assert teacher.post(rename, {"title": "Van Anouk"}).status_code == 302
    assert cast.sign_in(cast.anouk, "home").get(rename).status_code == 404
    head.post(reverse("newsletters:editor_ending", args=[Editor.objects.get().pk]))
    assert teacher.get(rename).status_code == 403
    assert Newsletter.objects.get().title == "Van Anouk"


def test_shown_work_needs_a_day_that_comes(cast: Cast) -> None:
    newsletter, head = begun(cast), cast.sign_in(cast.joris)
    assert _add(head, newsletter, "show", on="2026-11-01", starts="9:00") == 422
    assert _add(head, newsletter, "show", on=IN_A_WEEK.isoformat(), starts="9:00", ends="8:00") == 422
    assert _add(head, newsletter, "show", on=IN_A_WEEK.isoformat(), starts="9:00", asks="on") == 302
    assert Block.objects.get().asks


def test_what_names_a_child_does_not_go_on_the_open_page(cast: Cast) -> None:
    newsletter, head = begun(cast), cast.sign_in(cast.joris)
    assert _add(head, newsletter, "words", text="Yusuf won de prijs.", is_open="on") == 422
    assert _add(head, newsletter, "words", text="Yusuf won de prijs.") == 302


def test_a_year_and_a_programme_are_read_from_the_names_of_groups() -> None:
    names = ["groep 5a", "2B", "zorg 2a", "Techniek 1", "bso De Zwaluwen"]
    found = [(year_of(group), programme_of(group)) for group in (Group(name=name) for name in names)]
    assert found == [(5, ""), (2, ""), (2, "zorg"), (1, "techniek"), (None, "")]


def test_a_whole_year_is_one_label_and_counts_the_group_that_comes_later(cast: Cast) -> None:
    newsletter = begun(cast)
    said, tags = Said(title=BRIDGES), Tags(years=(5,))
    made = Block.add(newsletter, Kind.WORK, said, tags, token=uuid.uuid4(), by=cast.joris, at=NOW)
    assert made is not None and [line.group for line in made.audience.lines.all()] == [cast.groep_5]
    late = Group.objects.create(school=cast.vlieger, year=cast.groep_5.year, name="groep 5b")
    made.aim(NOW)
    assert {line.group for line in made.audience.lines.all()} == {cast.groep_5, late}


def test_a_head_looks_as_a_parent_of_one_child_before_it_goes(cast: Cast) -> None:
    newsletter = filled(cast)
    address = reverse("newsletters:preview", args=[newsletter.pk])
    head = cast.sign_in(cast.joris)
    of_yusuf = head.get(address, {"als": f"kind-{cast.yusuf.pk}"}).text
    assert BRIDGES in of_yusuf and TREES in of_yusuf and PUPPETS not in of_yusuf
    of_groep_2 = head.get(address, {"als": f"groep-{cast.groep_2.pk}"}).text
    assert PUPPETS in of_groep_2 and BRIDGES not in of_groep_2
    assert cast.sign_in(cast.anouk).get(address).status_code == 403


def test_blocks_change_places_and_go(cast: Cast) -> None:
    newsletter, head = begun(cast), cast.sign_in(cast.joris)
    first = block(newsletter, cast.joris, "Een", kind=Kind.WORDS)
    second = block(newsletter, cast.joris, "Twee", kind=Kind.WORDS)
    head.post(reverse("newsletters:moving_up", args=[second.pk]))
    assert list(newsletter.blocks.order_by("position")) == [second, first]
    head.post(reverse("newsletters:removal", args=[second.pk]))
    assert list(newsletter.blocks.all()) == [first]
    head.post(reverse("newsletters:disposal", args=[newsletter.pk]))
    assert not Newsletter.objects.exists()

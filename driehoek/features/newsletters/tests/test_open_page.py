"""The page that anybody may read: by a press, with what was marked for it, and no child."""

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.features.newsletters.models import Newsletter, Opening
from driehoek.features.newsletters.tests.letters import BRIDGES, PUPPETS, TREES, begun, block, filled, out
from tests.cast import Cast

pytestmark = pytest.mark.django_db
VISITOR = Client()


def address_of(newsletter: Newsletter) -> str:
    return reverse("newsletters:public_letter", args=["de-vlieger", newsletter.pk])


def test_a_head_presses_and_anybody_reads_what_is_for_all_and_nothing_else(cast: Cast) -> None:
    newsletter, head = out(filled(cast), cast), cast.sign_in(cast.joris)
    assert VISITOR.get(address_of(newsletter)).status_code == 404
    press = reverse("newsletters:opening", args=[newsletter.pk])
    assert cast.sign_in(cast.anouk).post(press, {"open": "on"}).status_code == 403
    assert [head.post(press, {"open": "on"}).status_code for _ in range(2)] == [302, 302]
    page = VISITOR.get(address_of(newsletter)).text
    assert TREES in page and BRIDGES not in page and PUPPETS not in page and "groep 5" not in page
    overview = VISITOR.get(reverse("newsletters:public", args=["de-vlieger"])).text
    assert "Nieuwsbrief van november" in overview
    head.post(press, {"close": "on"})
    assert VISITOR.get(address_of(newsletter)).status_code == 404


def test_a_draft_or_a_withdrawn_letter_is_not_there(cast: Cast) -> None:
    draft, head = filled(cast), cast.sign_in(cast.joris)
    press = reverse("newsletters:opening", args=[draft.pk])
    assert head.post(press, {"open": "on"}).status_code == 403
    newsletter = out(draft, cast)
    head.post(press, {"open": "on"})
    newsletter.withdraw(by=cast.joris, at=newsletter.sending.due_at)
    assert VISITOR.get(address_of(newsletter)).status_code == 404
    overview = VISITOR.get(reverse("newsletters:public", args=["de-vlieger"])).text
    assert "Hier staat nu geen nieuwsbrief." in overview
    assert VISITOR.get(reverse("newsletters:public", args=["geen-school"])).status_code == 404


def test_who_came_to_school_since_is_looked_for_by_name_again(cast: Cast) -> None:
    newsletter = out(filled(cast), cast)
    Person.objects.filter(pk=cast.yusuf.pk).update(given_name="Bomen")
    press = reverse("newsletters:opening", args=[newsletter.pk])
    answer = cast.sign_in(cast.joris).post(press, {"open": "on"})
    assert answer.status_code == 422 and "naam van een kind" in answer.text and not Opening.objects.exists()


def test_nothing_for_all_is_nothing_to_open(cast: Cast) -> None:
    newsletter = begun(cast)
    block(newsletter, cast.joris, PUPPETS, cast.groep_2)
    out(newsletter, cast)
    press = reverse("newsletters:opening", args=[newsletter.pk])
    assert cast.sign_in(cast.joris).post(press, {"open": "on"}).status_code == 422


def test_on_the_notice_board_hangs_what_anybody_may_read(cast: Cast) -> None:
    newsletter = filled(cast)
    board = reverse("newsletters:board", args=[newsletter.pk])
    page = cast.sign_in(cast.joris).get(board).text
    assert TREES in page and BRIDGES not in page
    assert cast.sign_in(cast.anouk).get(board).status_code == 403

"""A newsletter: a teacher puts in what her group did, the head sends it, a mother says that she comes."""

import pytest
from django.urls import reverse

from driehoek.backbone.media.models import Photo
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.newsletters.copying import copy_due
from driehoek.features.newsletters.models import Attendance, Block, Copy, Newsletter
from driehoek.features.newsletters.tests.letters import BRIDGES, IN_A_WEEK, PUPPETS, begun, block
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = {"name": "brug.jpg", "mimeType": "image/jpeg", "buffer": encoded(corners())}


def test_a_teacher_puts_her_groups_work_in_with_five_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    newsletter = begun(cast)
    teacher = visit(cast.anouk, "school", javascript=javascript)
    teacher.open(reverse("children:group", args=[cast.groep_5.pk])).tap("Nieuwsbrieven")
    teacher.tap(newsletter.title).tap("Blok erbij")
    teacher.fill("Kop", BRIDGES).fill("Tekst", "Wij bouwden bruggen.").tap("groep 5").tap("Bewaar")
    assert teacher.taps == 5 and teacher.sees(BRIDGES)
    assert Block.objects.get().author == cast.anouk


def test_a_teacher_adds_a_photo_and_says_who_is_on_it_in_three_taps(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    newsletter = begun(cast)
    block(newsletter, cast.anouk, BRIDGES, cast.groep_5)
    teacher = visit(cast.anouk, "school", javascript=javascript).open(newsletter.get_absolute_url())
    teacher.tap("Foto's erbij")
    teacher.page.locator("input[name=photos]").set_input_files(PICTURE)  # the phone's own picker
    if not javascript:
        teacher.page.get_by_role("button", name="Zet de foto's erbij").click()
    teacher.page.get_by_text("Staat een van hen op een foto?").wait_for()
    teacher.tap("Nee, niemand").tap("Klaar")
    assert teacher.taps == 3 and teacher.sees("Foto's (1)") and not teacher.sees("Wie staat erop?")
    assert Photo.objects.get().checked_at is not None


def test_the_head_looks_as_a_parent_and_sends_it(cast: Cast, visit: Visit, javascript: bool) -> None:
    newsletter = begun(cast)
    block(newsletter, cast.anouk, BRIDGES, cast.groep_5)
    block(newsletter, cast.joris, PUPPETS, cast.groep_2)
    head = visit(cast.joris, "school", javascript=javascript).open(newsletter.get_absolute_url())
    head.tap("Bekijk als ouder")
    head.page.get_by_label("Als ouder van een kind in, of van:").select_option(label="groep 5")
    head.tap("Laat zien")
    assert head.sees(BRIDGES) and not head.sees(PUPPETS)
    head.open(newsletter.get_absolute_url()).tap("Versturen").tap("Nu").tap("Verstuur")
    assert Newsletter.objects.get().is_sent and head.sees("Verstuurd op")


def test_a_mother_says_with_two_taps_that_she_comes_and_thinks_again(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    newsletter = begun(cast)
    shown = block(newsletter, cast.anouk, "Museum van groep 5", cast.groep_5, kind="show", on=IN_A_WEEK)
    newsletter.send(by=cast.joris, at=NOW, due_at=NOW)
    copy_due(NOW)
    mother = visit(cast.naima, javascript=javascript).open(reverse("newsletters:archive"))
    mother.tap(newsletter.title).tap("Ja, ik kom")
    assert mother.taps == 2 and mother.sees("Je zei: ik kom.")
    assert Attendance.objects.get(block=shown).person == cast.naima
    mother.tap("Verander").tap("Nee, ik kan niet")
    assert mother.sees("Je zei: ik kan niet.") and Copy.objects.filter(person=cast.naima).exists()

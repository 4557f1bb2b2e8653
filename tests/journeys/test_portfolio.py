"""F10, whole: a child shows work in three taps from her card on the tablet of the class, home answers in two,
and with the same card the child finds what was said."""

import pytest

from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.entry.printing import print_cards
from driehoek.features.portfolio.models import Echo, Work
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
PHOTO = {"name": "vulkaan.jpg", "mimeType": "image/jpeg", "buffer": encoded(corners())}


def test_a_child_shows_work_home_answers_and_the_child_finds_it(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    code = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    yusuf = visit(javascript=javascript).open(code.path)  # the tablet of the class reads her card
    yusuf.tap("Dit is mijn kaart")
    yusuf.page.set_input_files("input[name=files]", PHOTO)  # the camera: one tap, and one to take it
    yusuf.taps += 1
    yusuf.tap("Klaar")
    yusuf.page.get_by_text("Je juf of meester kijkt eerst.").first.wait_for()
    assert yusuf.taps <= 3
    work = Work.objects.get()

    looked_at(cast, visit(cast.anouk, javascript=javascript))
    rania = visit(cast.naima, javascript=javascript).open(work.get_absolute_url())
    rania.tap("Wat ben ik trots!")
    rania.tap("Stuur naar Yusuf")
    rania.page.get_by_text("Verstuurd. Je reactie is voor Yusuf.").wait_for()
    assert rania.taps == 2 and Echo.objects.get().text == "Wat ben ik trots!"

    again = visit(javascript=javascript).open(code.path)
    again.tap("Dit is mijn kaart")
    again.page.get_by_text("1 nieuwe reactie").wait_for()
    again.page.get_by_text("Wat ben ik trots!").first.wait_for()
    assert again.taps == 1


def looked_at(cast: Cast, anouk: Visitor) -> None:
    """All of it at once, at the end of the day."""
    anouk.open(f"/groep/{cast.groep_5.pk}/werk/")
    if anouk.page.locator("label[for=on-nobody]").count():
        anouk.tap("Nee, niemand")
    if anouk.page.locator("input[name=absent]").count():
        anouk.page.locator("input[name=absent]").check()
    anouk.tap("Zet wat is aangevinkt in het portfolio")
    anouk.page.get_by_text("Alles nagekeken").wait_for()

"""What opens from a mail, a text message or the code on a letter: as sound in every mode as any other page.

The walk along every page comes there with a link that nobody was given; here are those that open."""

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.digests.doors import ask_path, table_path
from driehoek.backbone.notifications.digests.sheet import Ask
from driehoek.backbone.notifications.models import Notification, PaperLetter
from driehoek.backbone.notifications.one_page import MAILED, page_of
from driehoek.backbone.notifications.paper.codes import code_of
from driehoek.backbone.notifications.slips import path_of
from driehoek.features.paper.tests.steps import ask_all, shared, tell, wants
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_every_page import LANGUAGES, faults_in, modes_of

pytestmark = pytest.mark.django_db(transaction=True)


def letter(cast: Cast) -> str:
    """Printed by her teacher, for Naima."""
    cast.sign_in(cast.anouk).post(reverse("paper:run", args=[cast.groep_5.pk]))
    return reverse("paper:letter", args=[code_of(PaperLetter.objects.get())])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_behind_a_link_has_a_fault_in_any_mode(cast: Cast, visit: Visit, language: str) -> None:
    cast.naima.speak(language)
    wants(cast.naima)
    shared(cast.anouk, cast.groep_5, text="Wij bouwden een brug.\n\nHij droeg veertien boeken.")
    ask_all(cast.anouk, cast.groep_5, "Rijd je mee?")
    tell()
    asked = Notification.objects.filter(person=cast.naima).latest("pk")
    addresses = {
        "page": page_of(asked),
        "slip": path_of(asked),
        "digest": page_of(asked, MAILED),
        "table": table_path(asked, [Ask("bank-toren", (cast.yusuf.pk,), "", "")]),
        "ask": ask_path(asked),
        "letter": letter(cast),
        "code": reverse("paper:code_form"),
    }
    assert [Client().get(address).status_code for address in addresses.values()] == [200] * 7
    someone, found = visit(), []
    for name, address in addresses.items():
        someone.open(address)
        found += [f"{name} {fault}" for fault in faults_in(modes_of(name, language), someone, language)]
    assert "\n".join(found) == ""

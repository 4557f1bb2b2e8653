"""What a student of 16 and older tells at the kitchen table, and to which guardian."""

import pytest
from django.utils import translation

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.notifications.digests.supplying import Supplied
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Person, StudentGrant
from driehoek.features.kitchen.models import Reflection, ReflectionVoice, Wish
from driehoek.features.kitchen.notices import ours
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
SAID, ASKED = "Op stage durfde ik iets te vragen.", "Hoe was mijn eerste dienst?"


def tell(cast: Cast, student: Person) -> Reflection:
    voice = recorded(student, cast.delta, "home", "qx")
    Wish.ask(student, cast.delta, ASKED, picked="", at=NOW)
    return Reflection.give(student, cast.delta, "lezen-ouder", SAID, for_teacher=False, voice=voice, at=NOW)


def hears(cast: Cast, guardian: Person, told: Reflection) -> set[str]:
    """By which roads it comes to this guardian."""
    browser, viewer = cast.sign_in(guardian), cast.viewer(guardian)
    [voice] = ReflectionVoice.heard_in(told.pk)
    wish = Wish.objects.get(student=told.student)
    pages = {
        "page": SAID in browser.get(f"/kind/{told.student_id}/").text,
        "table": ASKED in browser.get("/keukentafel/").text,
        "first page": ASKED in browser.get("/").text,
        "voice": browser.get(voice.url).status_code == 200,
        "aloud": browser.get(f"/luister/kitchen.reflection/{told.pk}/").status_code != 404,
        "wish aloud": browser.get(f"/luister/kitchen.wish/{wish.pk}/").status_code != 404,
        "report": browser.get(f"/melden/nagedacht/{told.pk}/").status_code == 200,
        "digest": any("eigen vraag" in one.question for one in supplied(viewer)),
        "rows": rows(ReflectionVoice, viewer, may="see").exists() or rows(Wish, viewer, may="see").exists(),
    }
    return {road for road, is_open in pages.items() if is_open}


def supplied(viewer: Viewer) -> list[Supplied]:
    with translation.override("nl"):
        return [one for one in ours(viewer, []) if isinstance(one, Supplied)]


def is_sent(guardian: Person) -> bool:
    """As it is asked right before a message goes."""
    entry = Entry.objects.get(verb="kitchen.reflection.given")
    notice = notice_of(entry)
    return notice is not None and Receiver(guardian, NOW).may_see(entry, notice)


def test_a_guardian_to_whom_she_objects_hears_nothing_of_it(cast: Cast) -> None:
    pair = {"student": cast.dewi, "guardian": cast.sri}
    Objection.objects.create(**pair, school=cast.delta, reason="Liever niet.", at=NOW)
    told = tell(cast, cast.dewi)
    assert hears(cast, cast.sri, told) == set() and not is_sent(cast.sri)
    own = cast.sign_in(cast.dewi).get(f"/kind/{cast.dewi.pk}/").text
    assert SAID in own


def test_a_guardian_to_whom_she_does_not_object_hears_it_by_every_road(cast: Cast) -> None:
    told = tell(cast, cast.dewi)
    assert len(hears(cast, cast.sri, told)) == 9 and is_sent(cast.sri)


def test_of_age_he_tells_it_only_to_whom_he_grants_that(cast: Cast) -> None:
    told = tell(cast, cast.kevin)
    assert StudentGrant.objects.on(TODAY).filter(student=cast.kevin, guardian=cast.ronald).exists()
    assert hears(cast, cast.ronald, told) == set() and not is_sent(cast.ronald)
    choice = cast.sign_in(cast.kevin).post(f"/wie-ziet-wat/{cast.ronald.pk}/", {"kinds": ["table"]})
    assert choice.status_code == 302
    assert len(hears(cast, cast.ronald, told)) == 9

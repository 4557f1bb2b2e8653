"""What is between two: leave and its decision, why something was taken away, and tips among colleagues."""

import datetime as dt
import uuid

from pytest_django import Settings

from driehoek.backbone.moderation.models import Case, Conduct
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.backbone.translation.models import Agreement, Translation
from driehoek.backbone.translation.tests.steps import machine_said
from driehoek.facts.people.models import Person
from driehoek.features.absences.asking_leave import ask_leave
from driehoek.features.absences.models import Ground, LeaveRequest
from driehoek.features.feed.models import Comment
from driehoek.features.feed.tests.posts import shared
from driehoek.features.tips.models import Tip
from tests.cast import NOW, TODAY, Cast

WISH = "Ailede düğün var, biz de çok mutluyuz ve gitmek istiyoruz"
NO = "Dat kan niet, want er is die dag een toets in de klas."


def asked(cast: Cast) -> LeaveRequest:
    """Elif asks in Turkish."""
    day = TODAY + dt.timedelta(days=8)
    return ask_leave(
        cast.defne, cast.vlieger, token=uuid.uuid4(), ground=Ground.WEDDING, days=(day, day),
        explanation=WISH, by=cast.elif_, at=NOW, today=TODAY,
    )  # fmt: skip


def page(cast: Cast, person: Person, url: str) -> str:
    return cast.sign_in(person).get(url).content.decode()


def test_the_head_reads_the_wish_in_dutch_and_the_mother_the_decision_in_turkish(cast: Cast) -> None:
    leave = asked(cast)
    assert leave.texts["explanation"].language == "tr"
    machine_said(leave.texts["explanation"], "nl", "Er is een bruiloft in de familie")
    seen = page(cast, cast.joris, leave.get_absolute_url())
    assert "Er is een bruiloft in de familie" in seen and WISH in seen and "uit het Turks" in seen
    leave.decide(is_granted=False, reason=NO, by=cast.joris, at=NOW)
    leave = LeaveRequest.objects.get(pk=leave.pk)
    machine_said(leave.texts["reason"], "tr", "O gün sınav var")
    at_home = page(cast, cast.elif_, leave.get_absolute_url())
    assert "O gün sınav var" in at_home and NO in at_home and "Er is een bruiloft" not in at_home


def test_each_is_asked_for_in_the_language_of_the_one_other_end(cast: Cast, settings: Settings) -> None:
    settings.TRANSLATOR = "libretranslate"
    Agreement.give(cast.vlieger, by=cast.joris, at=NOW)
    leave = asked(cast)
    assert list(Translation.objects.values_list("source", "language")) == [("tr", "nl")]
    leave.decide(is_granted=False, reason=NO, by=cast.joris, at=NOW)
    assert set(Translation.objects.values_list("source", "language")) == {("tr", "nl"), ("nl", "tr")}
    leave.withdraw(by=cast.elif_, at=NOW)
    assert not Translation.objects.filter(source="tr").exists()


def test_nobody_but_the_leaders_translates_a_leave_by_hand(cast: Cast) -> None:
    address = f"/vertaling/verlof/{asked(cast).pk}/nl/"
    assert cast.sign_in(cast.joris).get(address).status_code == 200
    for stranger in (cast.elif_, cast.murat, cast.anouk):
        assert cast.sign_in(stranger).get(address).status_code in (403, 404)


def test_why_her_words_were_taken_away_comes_in_the_language_of_their_author(cast: Cast) -> None:
    said: Comment = shared(cast).comment("Te koop: een fiets", by=cast.elif_, corner="home", at=NOW)
    case = Case.report(
        said, REPORTABLE["reactie"].said(said), by=cast.naima, reason="advert", words="Reclame", at=NOW
    )
    case.decide("hide", reason="Wij maken hier geen reclame voor elkaar.", by=cast.joris, at=NOW)
    machine_said(case.hiding.texts["reason"], "tr", "Burada reklam yapmıyoruz")
    seen = page(cast, cast.elif_, case.hiding.get_absolute_url())
    assert "Burada reklam yapmıyoruz" in seen and "geen reclame voor elkaar" in seen
    assert '<p lang="tr" dir="auto">Burada reklam yapmıyoruz</p>' in seen


def test_what_school_asks_of_who_writes_comes_in_the_language_of_who_must_agree(cast: Cast) -> None:
    Conduct.write(cast.vlieger, "Wij zijn aardig voor elkaar en wij verkopen niets.", by=cast.joris, at=NOW)
    machine_said(Conduct.of(cast.vlieger).texts["text"], "tr", "Birbirimize karşı nazikiz")
    seen = page(cast, cast.elif_, "/vragen/nieuw/")
    assert "Birbirimize karşı nazikiz" in seen and "Wij zijn aardig voor elkaar" in seen


def test_a_leader_reads_what_was_reported_in_her_own_language(cast: Cast) -> None:
    said: Comment = shared(cast).comment(WISH, by=cast.elif_, corner="home", at=NOW)
    case = Case.report(
        said, REPORTABLE["reactie"].said(said), by=cast.naima, reason="advert", words="Reclame", at=NOW
    )
    machine_said(case.texts["words"], "nl", "Er is een bruiloft")
    assert "Er is een bruiloft" in page(cast, cast.joris, case.get_absolute_url())
    assert "Er is een bruiloft" in page(cast, cast.joris, "/orde/")


def test_a_colleague_picks_a_tip_in_her_own_language_and_the_lesson_gets_the_original(cast: Cast) -> None:
    words = {"title": "Winkeltje", "what": "Koop twee dingen.", "minutes": 5, "theme": "maths", "ages": "6-9"}
    tip = Tip.add(cast.vlieger, words, by=cast.anouk, at=NOW)
    machine_said(tip.texts["what"], "tr", "İki şey satın al.")
    Person.objects.filter(pk=cast.meryem.pk).update(language="tr")
    cast.meryem.refresh_from_db()
    seen = page(cast, cast.meryem, "/tips/")
    assert "İki şey satın al." in seen and 'name="practice" value="Koop twee dingen."' in seen
    tip.remove(by=cast.anouk, at=NOW)
    assert not Translation.objects.exists()

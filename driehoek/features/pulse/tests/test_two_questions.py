"""Two questions a term: parents and students tap a face, and nobody learns whose it was."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.features.pulse.forgetting import SENTENCES, close_all, forget
from driehoek.features.pulse.forms import ASKED
from driehoek.features.pulse.models import Participation, Round, Sentence, Side, Tally
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
LATER = NOW + 30 * A_DAY
ANSWER = {"first": 1, "second": 3, "words": "Ik hoor veel uit de klas."}


def begin(cast: Cast, *, days: int = -1) -> dict[str, Side]:
    """A round of De Vlieger that began yesterday; its two sides."""
    first = TODAY + days * A_DAY
    held = Round.open(cast.vlieger, first, first + 11 * A_DAY, {}, by=cast.joris, at=NOW)
    return {side.readers: side for side in held.sides.all()}


def post_answer(cast: Cast, who: Person, side: Side, **said: object) -> int:
    return cast.sign_in(who, "home").post(side.get_absolute_url(), ANSWER | said).status_code


def fill(cast: Cast, side: Side, times: int) -> None:
    """So many parents answered the same."""
    for number in range(times):
        someone = Person.objects.create(given_name=f"Ouder {number}")
        side.answer((1, 3), f"Zin {number}.", by=someone)


def test_a_parent_answers_in_two_taps_and_the_card_is_gone(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    browser = cast.sign_in(cast.naima)
    assert side.get_absolute_url() in browser.get("/").text
    page = browser.get(side.get_absolute_url()).text
    assert "Ik weet waar mijn kind op school mee bezig is." in page
    answer = browser.post(side.get_absolute_url(), ANSWER, follow=True)
    assert "Je antwoord telt mee" in answer.text
    assert side.get_absolute_url() not in browser.get("/").text
    assert sorted(Tally.objects.values_list("question", "face", "times")) == [(1, 1, 1), (2, 3, 1)]


def test_she_reads_our_sentences_in_her_own_language(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    cast.elif_.language = "tr"
    cast.elif_.save()
    page = cast.sign_in(cast.elif_).get(side.get_absolute_url(), headers={"accept-language": "tr"}).text
    assert "Ik voel mij welkom" not in page


def test_sent_twice_counts_once_and_cannot_be_changed(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    for face in (1, 4):
        assert post_answer(cast, cast.naima, side, first=face) == 302
    side.refresh_from_db()
    assert side.answered == 1 and Sentence.objects.count() == 1
    assert not Tally.objects.filter(face=4).exists()


def test_who_does_not_want_to_is_left_in_peace(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    browser = cast.sign_in(cast.naima)
    assert browser.post(side.get_absolute_url(), {"deze-keer-niet": "1"}).status_code == 302
    assert side.get_absolute_url() not in browser.get("/").text
    assert not Tally.objects.exists()


def test_only_who_is_asked_answers_and_only_while_it_runs(cast: Cast) -> None:
    sides = begin(cast)
    for who in (cast.petra, cast.adam):  # of another school
        assert post_answer(cast, who, sides["guardians"]) == 404
    assert post_answer(cast, cast.naima, sides["students"]) == 404
    assert cast.sign_in(cast.joris).post(sides["guardians"].get_absolute_url(), ANSWER).status_code == 403
    Round.objects.update(ends_on=TODAY - A_DAY)
    assert post_answer(cast, cast.naima, sides["guardians"]) == 403
    page = cast.sign_in(cast.naima).get(sides["guardians"].get_absolute_url())
    assert "Deze vragen zijn dicht" in page.text and sides["guardians"].texts["first"].words in page.text
    assert not Participation.objects.exists() and not Tally.objects.exists()


def test_a_student_is_asked_from_twelve(cast: Cast) -> None:
    held = Round.open(cast.kompas, TODAY, TODAY + A_DAY, {}, by=cast.peter, at=NOW)
    side = held.sides.get(readers="students")
    assert post_answer(cast, cast.adam, side) == 302
    Person.objects.filter(pk=cast.adam.pk).update(birth_date=TODAY.replace(year=TODAY.year - 12) + A_DAY)
    assert post_answer(cast, cast.adam, side) == 404


@pytest.mark.parametrize(("wrong", "said"), [
    ({"first": ""}, "Kies één van de vier gezichten."), ({"second": 5}, "Kies één van de vier gezichten."),
    ({"words": "Yusuf vindt het fijn."}, "Hier staat een naam in."), ({"words": "a" * 281}, "korter"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_lost(cast: Cast, wrong: dict[str, object], said: str) -> None:
    side = begin(cast)["guardians"]
    answer = cast.sign_in(cast.naima).post(side.get_absolute_url(), ANSWER | wrong)
    assert answer.status_code == 422 and said in answer.text
    assert str((ANSWER | wrong)["words"]) in answer.text
    assert not Participation.objects.exists()


def test_no_row_and_no_fact_leads_from_an_answer_to_a_person(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    facts = Entry.objects.count()
    for who in (cast.naima, cast.rachid, cast.elif_):
        assert post_answer(cast, who, side) == 302
    assert Entry.objects.count() == facts
    kept = {field.name for model in (Tally, Sentence) for field in model._meta.get_fields()}
    assert kept == {"id", "side", "question", "face", "times", "words", "language"}
    assert {field.name for field in Participation._meta.get_fields()} == {"id", "side", "person"}
    keys = list(Sentence.objects.values_list("pk", flat=True))
    assert keys != [1, 2, 3] and min(keys) > 1_000  # by lot: no order in which they came


def test_the_head_sees_a_share_while_it_runs_and_the_outcome_after(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    fill(cast, side, 5)
    page = cast.sign_in(cast.joris).get(side.round.get_absolute_url()).text
    assert "5 van" in page and "Zin 3." not in page and "100%" not in page
    Round.objects.update(ends_on=TODAY - A_DAY)
    page = cast.sign_in(cast.joris).get(side.round.get_absolute_url()).text
    assert "Zin 3." in page and "100%" in page


def test_four_answers_tell_nothing(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    fill(cast, side, 4)
    Round.objects.update(ends_on=TODAY - A_DAY)
    page = cast.sign_in(cast.joris).get(side.round.get_absolute_url()).text
    assert "te weinig antwoorden" in page and "Zin 3." not in page and "100%" not in page


def test_nobody_but_the_head_opens_or_reads_a_round(cast: Cast) -> None:
    held = begin(cast, days=3)["guardians"].round
    new = reverse("pulse:new", args=[cast.vlieger.pk])
    ways = [reverse(f"pulse:{name}", args=[held.pk]) for name in ("round", "change", "removal")]
    for who in (cast.anouk, cast.naima, cast.petra, cast.peter):
        browser = cast.sign_in(who)
        assert {browser.get(way).status_code for way in [new, *ways]} == {404}
        assert browser.post(ways[-1]).status_code == 404
    head = cast.sign_in(cast.joris)
    assert {head.get(way).status_code for way in [new, *ways]} == {200}
    assert head.post(ways[-1]).status_code == 302 and not Round.objects.exists()


def sheet(**said: object) -> dict[str, object]:
    words = dict.fromkeys(ASKED, "Ik ben blij.")
    return {"starts_on": TODAY + 4 * A_DAY, "ends_on": TODAY + 15 * A_DAY, **words, **said}


def test_the_head_opens_a_round_with_what_stands_there(cast: Cast) -> None:
    head, page = cast.sign_in(cast.joris), reverse("pulse:new", args=[cast.vlieger.pk])
    ready = head.get(page).context["form"].initial
    for _time in range(2):  # the second tap finds the first
        assert head.post(page, ready).status_code in (302, 422)
    (held,) = Round.objects.all()
    assert {side.words for side in held.sides.all()} == {("", "")}  # ours, in every language
    assert held.starts_on.weekday() == 0 and held.starts_on > TODAY


def test_she_may_reword_until_it_begins(cast: Cast) -> None:
    head = cast.sign_in(cast.joris)
    head.post(reverse("pulse:new", args=[cast.vlieger.pk]), sheet())
    held = Round.objects.get()
    change = reverse("pulse:change", args=[held.pk])
    assert head.post(change, sheet(students_first="Ik mag meedenken.")).status_code == 302
    assert held.sides.get(readers="students").words == ("Ik mag meedenken.", "Ik ben blij.")
    Round.objects.update(starts_on=TODAY)
    assert head.post(change, sheet()).status_code == 403


@pytest.mark.parametrize("wrong", [
    {"starts_on": TODAY}, {"starts_on": "gisteren"}, {"ends_on": TODAY + 3 * A_DAY},
    {"ends_on": TODAY + 60 * A_DAY}, {"guardians_first": ""}, {"students_second": "a" * 121},
])  # fmt: skip
def test_a_round_has_bounds_and_says_them(cast: Cast, wrong: dict[str, object]) -> None:
    answer = cast.sign_in(cast.joris).post(reverse("pulse:new", args=[cast.vlieger.pk]), sheet(**wrong))
    assert answer.status_code == 422 and "Kijk dit nog even na" in answer.text
    assert not Round.objects.exists()


def test_there_are_six_weeks_of_rest_between_two_rounds(cast: Cast) -> None:
    begin(cast, days=-40)
    head, page = cast.sign_in(cast.joris), reverse("pulse:new", args=[cast.vlieger.pk])
    assert "Laat er zes weken tussen" in head.post(page, sheet()).text
    far = {"starts_on": TODAY + 20 * A_DAY, "ends_on": TODAY + 30 * A_DAY}
    assert head.post(page, sheet(**far)).status_code == 302


def test_who_chose_so_is_told_once_when_it_opens_and_not_when_she_is_done(cast: Cast) -> None:
    sides = begin(cast, days=1)
    sides["guardians"].pass_by(by=cast.naima)
    tell_due(NOW)
    assert not Notification.objects.exists()
    tell_due(at(TODAY + A_DAY, dt.time(8, 1)))
    told = set(Notification.objects.values_list("person", flat=True))
    assert cast.rachid.pk in told and cast.naima.pk not in told and cast.petra.pk not in told


def test_after_the_round_nobody_knows_who_answered_and_the_share_stays(cast: Cast) -> None:
    side = begin(cast)["guardians"]
    side.answer((1, 1), "", by=cast.naima)
    close_all(NOW)
    assert Participation.objects.count() == 1
    close_all(LATER)
    side.refresh_from_db()
    assert not Participation.objects.exists()
    assert side.answered == 1 and side.asked > 5


def test_sentences_go_after_a_year_and_at_once_where_few_answered(cast: Cast) -> None:
    sides = begin(cast)
    fill(cast, sides["guardians"], 5)
    sides["students"].answer((1, 1), "Alleen ik.", by=cast.adam)
    forget(NOW)
    assert Sentence.objects.count() == 6
    forget(LATER)
    assert set(Sentence.objects.values_list("side", flat=True)) == {sides["guardians"].pk}
    forget(LATER + SENTENCES)
    assert not Sentence.objects.exists() and Tally.objects.exists()


def test_rounds_are_compared_where_the_same_was_asked(cast: Cast) -> None:
    for days in (-200, -120, -40):
        fill_past(cast, days, {})
    page = cast.sign_in(cast.joris).get(Round.objects.latest("starts_on").get_absolute_url()).text
    assert page.count("<polyline") == 2 and "3 keer gevraagd: van 100 naar 100 procent." in page
    Side.objects.filter(round=Round.objects.latest("starts_on")).update(first="Anders gevraagd.")
    page = cast.sign_in(cast.joris).get(Round.objects.latest("starts_on").get_absolute_url()).text
    assert page.count("<polyline") == 1


def fill_past(cast: Cast, days: int, words: dict[str, tuple[str, str]]) -> None:
    first = TODAY + days * A_DAY
    held = Round.open(cast.vlieger, first, first + 5 * A_DAY, words, by=cast.joris, at=NOW)
    side = held.sides.get(readers="guardians")
    Tally.objects.bulk_create(Tally(side=side, question=n, face=1, times=5) for n in (1, 2))
    Side.objects.filter(pk=side.pk).update(answered=5)


def test_the_outcome_becomes_a_sheet_for_everybody_once(cast: Cast) -> None:
    fill_past(cast, -40, {})
    head, tell = cast.sign_in(cast.joris), reverse("publishing:outcome", args=[Round.objects.get().pk])
    first, second = head.post(tell), head.post(tell)
    assert first.status_code == 302 and first.url == second.url
    page = head.get(first.url).text
    assert "Dit zeiden jullie, dit gaan wij doen" in page and "100 op de 100 zeggen ja of meestal." in page
    assert cast.sign_in(cast.anouk).post(tell).status_code == 404


def test_only_who_leads_a_school_finds_the_list_of_rounds(cast: Cast) -> None:
    begin(cast)
    assert "Nieuwe ronde" in cast.sign_in(cast.joris).get(reverse("pulse:overview")).text
    for who in (cast.anouk, cast.marja, cast.naima, cast.adam):
        assert cast.sign_in(who).get(reverse("pulse:overview")).status_code == 403

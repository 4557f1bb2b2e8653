"""Before the talk: the same three questions for all, and nothing of the one home for the other."""

import datetime as dt
import io

import pytest
from django.http import HttpResponse
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.tests.voices import recorded
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.people.models import Person, Portrait
from driehoek.features.talks.models import Answer, AnswerVoice, HomeSituation, HomeVoice, Side, Talk
from driehoek.features.talks.tests.table import planned
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def say(cast: Cast, talk: Talk, person: Person, n: int, **words: object) -> HttpResponse:
    path = reverse("talks:question", args=[talk.pk, n])
    return cast.sign_in(person).post(path, words)  # type: ignore[return-value]


def fill(cast: Cast, talk: Talk, person: Person, words: str) -> None:
    """All three, and ready."""
    for n in (1, 2, 3):
        assert say(cast, talk, person, n, tiles=["unknown"], words=f"{words} {n}").status_code == 302
    path = reverse("talks:readiness", args=[talk.pk])
    assert [cast.sign_in(person).post(path).status_code for _time in range(2)] == [302, 302]


def shown(cast: Cast, talk: Talk, person: Person, *names: str) -> str:
    pages = names or ("talk", "run", "own")
    browser = cast.sign_in(person)
    return "".join(browser.get(reverse(f"talks:{name}", args=[talk.pk])).content.decode() for name in pages)


def test_one_question_on_a_page_and_a_picture_is_enough(cast: Cast) -> None:
    talk = planned(cast)
    empty = say(cast, talk, cast.naima, 1)
    assert empty.status_code == 422 and "Kies een plaatje" in empty.content.decode()
    assert say(cast, talk, cast.naima, 1, tiles=["elephant"]).status_code == 422
    first = say(cast, talk, cast.naima, 1, tiles=["reading", "friends"])
    assert first["Location"] == reverse("talks:question", args=[talk.pk, 2])
    say(cast, talk, cast.naima, 2, tiles=["unknown"])
    last = say(cast, talk, cast.naima, 3, words="Rust aan tafel")
    assert last["Location"] == reverse("talks:own", args=[talk.pk])
    page = shown(cast, talk, cast.naima, "own")
    assert "Lezen" in page and "Vrienden maken" in page and "Rust aan tafel" in page
    assert cast.sign_in(cast.elif_).get(reverse("talks:question", args=[talk.pk, 1])).status_code == 404
    assert cast.sign_in(cast.joris).get(reverse("talks:question", args=[talk.pk, 1])).status_code == 403


def test_ready_is_only_who_answered_all_three(cast: Cast) -> None:
    talk = planned(cast)
    say(cast, talk, cast.naima, 1, tiles=["reading"])
    answer = cast.sign_in(cast.naima).post(reverse("talks:readiness", args=[talk.pk]))
    assert answer["Location"] == reverse("talks:question", args=[talk.pk, 2])
    assert not Side.objects.exclude(ready_at=None).exists()


def test_what_the_child_chose_stands_there_once_a_parent_chose_herself(cast: Cast) -> None:
    talk = planned(cast)
    fill(cast, talk, cast.yusuf, "brug van papier")
    first, second = (reverse("talks:question", args=[talk.pk, n]) for n in (1, 2))
    naima = cast.sign_in(cast.naima)
    assert "brug van papier" not in naima.get(first).content.decode() + shown(cast, talk, cast.naima)
    say(cast, talk, cast.naima, 1, tiles=["reading"])
    assert "brug van papier 1" in naima.get(first).content.decode()
    after = naima.get(second).content.decode()
    assert "brug van papier 1" in after and "brug van papier 2" not in after


def test_nothing_of_one_home_is_for_the_other(cast: Cast) -> None:
    talk = planned(cast)
    fill(cast, talk, cast.naima, "van Naima")
    fill(cast, talk, cast.yusuf, "van Yusuf")
    assert say(cast, talk, cast.naima, 4, words="Bouwer").status_code == 302
    assert say(cast, talk, cast.naima, 6, words="Wij wonen bij oma").status_code == 302
    his = shown(cast, talk, cast.rachid)
    for words in ("van Naima", "Bouwer", "bij oma"):
        assert words not in his
        assert words in shown(cast, talk, cast.anouk, "talk")
    assert "bij oma" in shown(cast, talk, cast.yusuf, "talk")
    for person in (cast.meryem, cast.joris):  # who works with him, and was not at the talk
        assert "bij oma" not in shown(cast, talk, person, "talk")
        assert "van Naima" not in shown(cast, talk, person, "talk")


def test_of_the_other_home_one_does_not_hear_whether_it_is_ready(cast: Cast) -> None:
    talk = planned(cast)
    before = shown(cast, talk, cast.rachid, "talk")
    fill(cast, talk, cast.naima, "van Naima")
    assert "Naima is klaar" not in shown(cast, talk, cast.rachid, "talk")
    assert before.count("check-bold") == shown(cast, talk, cast.rachid, "talk").count("check-bold")
    assert "Naima is klaar" in shown(cast, talk, cast.anouk, "talk")


def test_what_school_says_waits_for_all_and_at_most_until_the_day_before(cast: Cast) -> None:
    talk = planned(cast)
    fill(cast, talk, cast.anouk, "op school")
    fill(cast, talk, cast.naima, "van Naima")
    fill(cast, talk, cast.yusuf, "van Yusuf")
    assert "op school" not in shown(cast, talk, cast.naima, "talk")
    fill(cast, talk, cast.rachid, "van Rachid")
    assert "op school" in shown(cast, talk, cast.naima, "talk")
    Side.objects.filter(person=cast.rachid).update(ready_at=None)
    assert "op school" not in shown(cast, talk, cast.naima, "talk")
    Talk.objects.update(moment=NOW.replace(hour=18))  # Rachid said nothing: it goes on
    assert "op school" in shown(cast, talk, cast.naima, "talk")


def test_a_side_that_cannot_be_read_says_why(cast: Cast) -> None:
    talk = planned(cast)
    page = shown(cast, talk, cast.naima, "talk")
    assert "Hier komt jouw kant." in page and "Deze kant lees jij niet." in page
    assert page.count("Nog niets ingevuld.") == 2 and "Begin gerust" not in page
    fill(cast, talk, cast.yusuf, "van Yusuf")
    assert "Al klaar. Vul eerst jouw kant in." in shown(cast, talk, cast.naima, "talk")
    fill(cast, talk, cast.naima, "van Naima")
    fill(cast, talk, cast.anouk, "op school")
    assert "Al klaar. Je leest het als iedereen klaar is." in shown(cast, talk, cast.naima, "talk")
    assert "Al klaar" not in shown(cast, talk, cast.anouk, "talk")
    Talk.objects.update(moment=NOW.replace(hour=18))
    assert "Begin gerust" in shown(cast, talk, cast.anouk, "talk")


def test_once_they_sit_down_a_parent_reads_what_the_child_sent_and_so_does_school_afterwards(
    cast: Cast,
) -> None:
    talk = planned(cast)
    fill(cast, talk, cast.yusuf, "brug van papier")
    assert "brug van papier" not in shown(cast, talk, cast.naima, "talk")
    Talk.objects.update(moment=NOW - dt.timedelta(days=3))
    for person in (cast.naima, cast.rachid, cast.anouk, cast.yusuf):
        assert shown(cast, talk, person, "talk").count("brug van papier") == 3
    for stranger in (cast.joris, cast.daan):
        assert "brug van papier" not in shown(cast, talk, stranger, "talk")


def test_what_was_filled_in_and_not_sent_she_may_still_let_the_others_read(cast: Cast) -> None:
    talk, late = planned(cast), "Laat de anderen dit lezen"
    say(cast, talk, cast.yusuf, 1, words="brug van papier")
    assert late not in shown(cast, talk, cast.yusuf, "talk")
    Talk.objects.update(moment=NOW - dt.timedelta(days=3))
    assert "brug van papier" not in shown(cast, talk, cast.anouk, "talk")
    assert late in shown(cast, talk, cast.yusuf, "talk") and late not in shown(cast, talk, cast.anouk, "talk")
    send = reverse("talks:readiness", args=[talk.pk])
    for person in (cast.naima, cast.yusuf):  # she filled in nothing
        assert cast.sign_in(person).post(send)["Location"] == talk.get_absolute_url()
    assert Side.objects.exclude(ready_at=None).get().person == cast.yusuf
    for person in (cast.naima, cast.anouk):
        assert "brug van papier" in shown(cast, talk, person, "talk")
    assert late not in shown(cast, talk, cast.yusuf, "talk")


def test_of_many_texts_that_are_not_translated_a_page_says_once_who_helps(cast: Cast) -> None:
    talk = planned(cast)
    Person.objects.filter(pk=cast.naima.pk).update(language="tr")
    fill(cast, talk, cast.naima, "evde")
    fill(cast, talk, cast.yusuf, "van Yusuf")
    page = shown(cast, talk, cast.naima, "talk")
    assert page.count("van Yusuf") == 3 and page.count("Tercüman isteyin") == 1


def test_the_portrait_of_the_other_home_is_not_asked_for(cast: Cast) -> None:
    talk = planned(cast)
    for person in (cast.naima, cast.rachid):
        Portrait.put(person, io.BytesIO(encoded(corners())))
    his = Portrait.objects.get(person=cast.rachid).get_absolute_url()
    assert his not in shown(cast, talk, cast.naima, "talk")
    assert his in shown(cast, talk, cast.rachid, "talk") and his in shown(cast, talk, cast.anouk, "talk")


def test_what_is_not_sent_yet_is_nobodys(cast: Cast) -> None:
    talk = planned(cast)
    say(cast, talk, cast.naima, 1, words="nog niet af")
    assert "nog niet af" not in shown(cast, talk, cast.anouk, "talk") + shown(cast, talk, cast.yusuf)
    assert "nog niet af" in shown(cast, talk, cast.naima, "own")


def test_an_answer_may_be_changed_until_the_talk_and_no_longer(cast: Cast) -> None:
    talk = planned(cast)
    say(cast, talk, cast.naima, 1, tiles=["reading"])
    say(cast, talk, cast.naima, 1, tiles=["sums"])
    assert Answer.objects.get().tiles == "sums"
    Talk.objects.update(moment=NOW.replace(hour=9))
    assert say(cast, talk, cast.naima, 1, tiles=["reading"]).status_code == 403
    assert Answer.objects.get().tiles == "sums"


def test_what_one_likes_to_add_can_be_taken_back_too(cast: Cast) -> None:
    talk = planned(cast)
    fill(cast, talk, cast.yusuf, "van Yusuf")
    for words in ("Bouwer", "Bouwer", "", ""):
        assert say(cast, talk, cast.yusuf, 4, words=words).status_code == 302
        assert ("Later worden of doen" in shown(cast, talk, cast.anouk, "talk")) == bool(words)
    recorded = [Entry.objects.filter(verb=f"talks.answer.{verb}").count() for verb in ("given", "taken_back")]
    assert recorded == [3 + 1, 1]


def test_how_it_is_at_home_can_be_taken_back(cast: Cast) -> None:
    talk = planned(cast)
    say(cast, talk, cast.naima, 6, words="Wij wonen bij oma")
    assert HomeSituation.objects.count() == 1
    say(cast, talk, cast.naima, 6, words="")
    assert not HomeSituation.objects.exists()


def test_a_start_talk_asks_on_with_pictures_and_one_may_pass(cast: Cast) -> None:
    talk = planned(cast)
    first = cast.sign_in(cast.yusuf).get(reverse("talks:question", args=[talk.pk, 4])).text
    assert "Wat wil jij later doen?" in first and "Sla over" in first and "Met mensen werken" in first
    after = say(cast, talk, cast.yusuf, 4, tiles=["people", "hands"])
    assert after["Location"] == reverse("talks:question", args=[talk.pk, 5])
    say(cast, talk, cast.yusuf, 5, tiles=["moved"])
    last = say(cast, talk, cast.yusuf, 6, tiles=["quiet", "two"])
    assert last["Location"] == reverse("talks:own", args=[talk.pk])
    assert say(cast, talk, cast.yusuf, 6, tiles=["people"]).status_code == 422  # of another question
    own = shown(cast, talk, cast.yusuf, "own")
    for words in ("Met mensen werken", "Van school gewisseld", "Een rustige plek", "Twee huizen"):
        assert words in own


def test_school_is_not_asked_how_it_is_at_home_and_another_talk_asks_no_more(cast: Cast) -> None:
    assert say(cast, planned(cast), cast.anouk, 6, words="Thuis").status_code == 404
    assert say(cast, planned(cast, kind="progress"), cast.naima, 4, words="Bouwer").status_code == 404


def test_which_pictures_of_home_one_chose_is_for_those_at_the_talk(cast: Cast) -> None:
    talk = planned(cast)
    fill(cast, talk, cast.naima, "van Naima")
    say(cast, talk, cast.naima, 6, tiles=["two"])
    for person in (cast.anouk, cast.yusuf):
        assert "Twee huizen" in shown(cast, talk, person, "talk")
    for person in (cast.rachid, cast.meryem, cast.joris):
        assert "Twee huizen" not in shown(cast, talk, person, "talk")


def test_what_was_spoken_in_a_block_stays_until_it_is_taken_away(cast: Cast) -> None:
    talk = planned(cast)
    side = talk.sides.get(person=cast.naima)
    answered = {"tiles": (), "by": cast.naima, "at": NOW}
    for n, voice in ((4, AnswerVoice), (6, HomeVoice)):
        spoken = recorded(cast.naima, cast.vlieger, "home", f"blok {n}")
        if n == 4:
            Answer.give(side, "ambition", words="", voice=spoken, **answered)
        else:
            HomeSituation.tell(side, "", voice=spoken, **answered)
        assert spoken.url in shown(cast, talk, cast.naima, "own")
        assert say(cast, talk, cast.naima, n, words="").status_code == 302
        assert voice.objects.count() == 1
        assert say(cast, talk, cast.naima, n, words="", unspoken="on").status_code == 302
        assert not voice.objects.exists()

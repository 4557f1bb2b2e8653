"""Whatever school or home writes comes in the language of its reader, with the original one tap away."""

from collections.abc import Callable
from typing import Any  # a row of whichever model

import pytest
from django.test import Client
from pytest_django import Settings

from driehoek.backbone.translation.models import Agreement, Correction, Translation
from driehoek.backbone.translation.tests.steps import machine_said
from driehoek.facts.people.models import Person
from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.compliments import give, sentences_about
from driehoek.features.feed.models import GroupAgreement, Kind, Poll, Post, SharedQuestion
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR, draft, shared
from tests.cast import NOW, Cast


def reads_arabic(cast: Cast) -> Client:
    """Naima, from now on in Arabic."""
    Person.objects.filter(pk=cast.naima.pk).update(language="ar")
    cast.naima.refresh_from_db()
    return cast.sign_in(cast.naima)


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def day(cast: Cast, words: str = "Yusuf bouwde een hut.", **said: str) -> DayReport:
    told = {"eaten": "well", "mood": "happy", "words": words} | said
    return DayReport.write(cast.yusuf, cast.bso, told, by=cast.samira, at=NOW, day=NOW.date())


def with_poll(cast: Cast) -> Poll:
    post = draft(cast)
    poll = Poll.objects.create(post=post, question="Waar gaan wij heen?", closes_at=NOW + HOUR)
    poll.offer(["Het bos", "Het museum"])
    post.share(by=cast.anouk, at=NOW - HOUR, due_at=NOW - HOUR / 2)
    return poll


def answered_for_all(cast: Cast) -> SharedQuestion:
    said = shared(cast).comment("Mag ik mee?", by=cast.esther, corner="home", at=NOW, in_line_of=cast.esther)
    words = {"question": "Mogen ouders mee op reis?", "answer": "Ja, er zijn vier plekken."}
    row = SharedQuestion.propose(said, **words, by=cast.anouk, at=NOW, due_at=NOW)
    assert row.decide(True, words=row.words, by=cast.esther, at=NOW)
    return row


def agreement(cast: Cast) -> GroupAgreement:
    terms = {"rhythm": "day", "a_week": 2, "kinds": "update", "answers_within": 2}
    terms["remarks"] = "Wij schrijven niet in de vakantie."
    return GroupAgreement.publish(cast.groep_5, terms, by=cast.anouk, at=NOW)


def lesson(cast: Cast) -> Post:
    post = draft(cast, "De tafel van acht")
    words = {"practice": "Tel samen de trap.", "needs": "Een trap", "talk_about": "Wat ging er goed?"}
    post.write({"kind": Kind.LESSON, **words}, place=Place(cast.vlieger, group=cast.groep_5))
    post.share(by=cast.anouk, at=NOW - HOUR, due_at=NOW - HOUR / 2)
    return post


PLACES: dict[str, tuple[Callable[[Cast], Any], Callable[[Any], str]]] = {
    "a day report": (day, lambda row: row.get_absolute_url()),
    "a poll": (with_poll, lambda row: row.post.get_absolute_url()),
    "a question for all": (answered_for_all, lambda row: row.post.get_absolute_url()),
    "an agreement": (agreement, lambda row: row.get_absolute_url()),
    "a lesson": (lesson, lambda row: row.get_absolute_url()),
}


@pytest.mark.parametrize("name", PLACES)
def test_it_comes_in_her_language_with_the_original_one_tap_away(cast: Cast, name: str) -> None:
    make, where = PLACES[name]
    thing = make(cast)
    client = reads_arabic(cast)
    for text in thing.texts.values():
        assert text.words in page(client, where(thing))
        machine_said(text, "ar", f"بالعربية {text.digest}")
    seen = page(client, where(thing))
    for text in thing.texts.values():
        assert f"بالعربية {text.digest}" in seen and text.words in seen.partition('<details class="tr"')[2]
    assert 'lang="ar" dir="auto"' in seen and 'lang="nl" dir="auto"' in seen
    assert "بالعربية" not in page(cast.sign_in(cast.rachid), where(thing))


@pytest.mark.parametrize("name", PLACES)
def test_what_a_person_wrote_comes_before_the_machine(cast: Cast, name: str) -> None:
    make, where = PLACES[name]
    thing = make(cast)
    for text in thing.texts.values():
        machine_said(text, "ar", "من الآلة")
        Correction.write(text, "ar", "من إنسان", by=cast.meryem, at=NOW)
    seen = page(reads_arabic(cast), where(thing))
    assert "من إنسان" in seen and "من الآلة" not in seen


@pytest.mark.parametrize("name", PLACES)
def test_it_is_asked_for_as_soon_as_it_is_there(cast: Cast, settings: Settings, name: str) -> None:
    """So that nobody waits who opens it; in the languages of those who may read it, and no other."""
    settings.TRANSLATOR = "libretranslate"
    Agreement.give(cast.vlieger, by=cast.joris, at=NOW)
    reads_arabic(cast)
    make, _where = PLACES[name]
    for text in make(cast).texts.values():
        wanted = set(Translation.objects.filter(digest=text.digest).values_list("language", flat=True))
        assert "ar" in wanted and "nl" not in wanted


def test_of_one_child_only_the_languages_of_her_own_family_are_asked_for(
    cast: Cast, settings: Settings
) -> None:
    settings.TRANSLATOR = "libretranslate"
    Agreement.give(cast.vlieger, by=cast.joris, at=NOW)
    reads_arabic(cast)
    day(cast)
    assert list(Translation.objects.values_list("language", flat=True)) == ["ar"]


TAKEN_BACK: dict[str, tuple[Callable[[Cast], Any], Callable[[Cast, Any], object]]] = {
    "a day report": (day, lambda cast, row: row.take_back(by=cast.samira, at=NOW)),
    "a corrected day report": (day, lambda cast, row: day(cast, "Yusuf sliep.")),
    "a poll": (with_poll, lambda cast, row: row.post.withdraw(by=cast.anouk, at=NOW)),
    "a question": (answered_for_all, lambda cast, row: row.withdraw(by=cast.anouk, at=NOW)),
    "a yes": (answered_for_all, lambda cast, row: row.decide(False, words="", by=cast.esther, at=NOW)),
    "a lesson": (lesson, lambda cast, row: row.withdraw(by=cast.anouk, at=NOW)),
}


@pytest.mark.parametrize("name", TAKEN_BACK)
def test_what_is_taken_back_is_forgotten_by_the_memory(cast: Cast, name: str) -> None:
    make, take_back = TAKEN_BACK[name]
    thing = make(cast)
    for text in thing.texts.values():
        machine_said(text, "ar", "من الآلة")
    assert Translation.objects.exists()
    take_back(cast, thing)
    assert not Translation.objects.exists()


def test_the_card_of_a_poll_asks_in_her_language_too(cast: Cast) -> None:
    poll, client = with_poll(cast), reads_arabic(cast)
    assert "Waar gaan wij heen?" in page(client, "/")
    machine_said(poll.texts["question"], "ar", "إلى أين نذهب؟")
    seen = page(client, "/")
    assert '<b lang="ar" dir="auto">إلى أين نذهب؟</b>' in seen and "Waar gaan wij heen?" not in seen


def test_homework_is_listed_by_its_title_in_her_language(cast: Cast) -> None:
    post, client = lesson(cast), reads_arabic(cast)
    machine_said(post.texts["title"], "ar", "جدول الثمانية")
    assert "جدول الثمانية" in page(client, f"/groep/{cast.groep_5.pk}/huiswerk/")


def test_a_compliment_needs_no_machine(cast: Cast) -> None:
    """The sentence is ours, and so is what it says in six languages; the name stands in it untouched."""
    post = give(cast.yusuf, 1, cast.viewer(cast.anouk))
    assert post and post.title == "Yusuf hielp vandaag een ander kind."
    post.publication.due_at = NOW - HOUR
    post.publication.save()
    seen = page(reads_arabic(cast), post.get_absolute_url())
    assert "مساعدة لطفل آخر اليوم" in seen and "Yusuf" in seen and "Yusuf hielp vandaag" in seen
    assert "/ik/tolk/" not in seen


def test_a_compliment_in_own_words_is_nobody_elses_sentence(cast: Cast) -> None:
    post = draft(cast, "Yusuf hielp vandaag een kind.")
    assert post.texts["title"].ours == {}
    assert sentences_about(cast.yusuf)[1] != post.title


def test_a_question_that_school_chose_from_the_list_needs_no_machine(cast: Cast) -> None:
    post = draft(cast)
    post.write({"ask_at_home": "Wat ging er eerst mis?"}, place=Place(cast.vlieger, group=cast.groep_5))
    post.share(by=cast.anouk, at=NOW - HOUR, due_at=NOW - HOUR / 2)
    assert "ما الذي لم ينجح في البداية؟" in page(reads_arabic(cast), "/")
    assert not Translation.objects.exists()


def test_school_may_still_say_it_in_other_words_than_ours(cast: Cast) -> None:
    post = give(cast.yusuf, 1, cast.viewer(cast.anouk))
    assert post
    Correction.write(post.texts["title"], "ar", "يوسف ساعد زميله", by=cast.meryem, at=NOW)
    assert "يوسف ساعد زميله" in page(cast.sign_in(cast.anouk), f"/vertaling/bericht/{post.pk}/ar/")


@pytest.mark.parametrize(
    ("kind", "make"),
    [("dagverslag", day), ("peiling", with_poll), ("antwoord", answered_for_all), ("afspraak", agreement)],
)
def test_school_translates_it_by_hand_and_home_does_not(
    cast: Cast, kind: str, make: Callable[[Cast], Any]
) -> None:
    thing = make(cast)
    address = f"/vertaling/{kind}/{thing.pk}/ar/"
    writer = cast.samira if kind == "dagverslag" else cast.anouk
    assert cast.sign_in(writer).post(address, dict.fromkeys(thing.texts, "بالعربية")).status_code == 302
    assert Correction.objects.count() == len(set(text.digest for text in thing.texts.values()))
    for stranger in (cast.rachid, cast.wouter, cast.petra):
        assert cast.sign_in(stranger).get(address).status_code in (403, 404)

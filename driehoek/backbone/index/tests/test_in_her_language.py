"""Who reads a translation finds by its words; exactly she, and exactly as long as it is what she reads."""

import datetime as dt
from threading import Thread

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from driehoek.backbone.index import finding
from driehoek.backbone.index.finding import Hit, search
from driehoek.backbone.index.keeping import follow
from driehoek.backbone.index.models import TONGUES, Findable, FindableIn, FindableText
from driehoek.backbone.translation import jobs
from driehoek.backbone.translation.models import Agreement, Changed, Correction, Translation
from driehoek.backbone.translation.tests.steps import work
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import want
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR, shared
from tests.cast import NOW, Cast
from tests.servers.translator import TURKISH, Interpreter, Mood

BRIDGES = {
    "nl": "Wij bouwden bruggen",
    "tr": "Köprüler yaptık",
    "ar": "بنينا جسوراً من الورق",
    "uk": "Ми збудували мости",
}


def hits(cast: Cast, key: str, sought: str, language: str = "tr", hat: str | None = None) -> list[Hit]:
    """On a page in that language."""
    with override(language):
        return search(cast.viewer(getattr(cast, key), hat), sought).hits


def titles(cast: Cast, key: str, sought: str, language: str = "tr", hat: str | None = None) -> list[str]:
    return [hit.said.title or hit.said.words for hit in hits(cast, key, sought, language, hat)]


def say(cast: Cast, text: Text, words: str, language: str = "tr") -> None:
    """A person translates it, and the minute passes in which the index hears of it."""
    Correction.write(text, language, words, by=cast.marja, at=NOW)
    follow()


def bridges(cast: Cast, *languages: str) -> Post:
    post = shared(cast, BRIDGES["nl"])
    for language in languages or ("tr",):
        say(cast, post.texts["title"], BRIDGES[language], language)
    return post


def test_she_finds_it_by_the_words_she_reads_and_reads_them_in_the_list(cast: Cast) -> None:
    post = bridges(cast)
    say(cast, post.texts["text"], "En güçlüsü 14 kitap taşıdı.")
    (hit,) = hits(cast, "elif_", "köprü")
    assert (hit.said.title, hit.said.words) == (BRIDGES["tr"], "En güçlüsü 14 kitap taşıdı.")
    assert [piece.words for piece in hit.title if piece.is_sought] == ["Köprüler"]
    assert (hit.told["title"].language, hit.language) == ("tr", "tr")
    assert titles(cast, "elif_", "köprüleri taşıdı") == [BRIDGES["tr"]]


def test_who_reads_dutch_finds_it_in_dutch_alone(cast: Cast) -> None:
    bridges(cast)
    assert titles(cast, "elif_", "köprü", "nl") == titles(cast, "elif_", "köprü", "pl") == []
    assert titles(cast, "elif_", "brug", "nl") == [BRIDGES["nl"]]
    assert titles(cast, "elif_", "bruggen", "tr") == [BRIDGES["tr"]]


def test_another_class_finds_no_translation_either(cast: Cast) -> None:
    bridges(cast)
    assert titles(cast, "stefan", "köprü") == titles(cast, "wouter", "köprü") == []
    assert titles(cast, "anouk", "köprü", hat="home") == []
    assert titles(cast, "anouk", "köprü", hat="school") == [BRIDGES["tr"]]


@pytest.mark.parametrize(
    ("language", "sought"),
    [("tr", "KÖPRÜLERİ"), ("tr", "kopru"), ("ar", "جسورا"), ("ar", "الوَرَق"), ("uk", "мости")],
)
def test_in_each_script_as_people_type_it(cast: Cast, language: str, sought: str) -> None:
    bridges(cast, language)
    assert titles(cast, "naima", sought, language) == [BRIDGES[language]]


def test_every_language_of_the_portal_has_a_place_of_its_own_in_the_index(cast: Cast) -> None:
    assert {code for code, _name in settings.LANGUAGES} == set(TONGUES) - {""} and len(TONGUES) <= 16
    post = bridges(cast, "tr", "ar", "uk")
    rows = FindableIn.objects.filter(thing=post.pk, kind__model="post").values_list("pk", flat=True)
    assert len({key % 2**44 // 2**40 for key in rows}) == len(rows) == 3


def test_a_name_is_found_in_the_middle_of_a_translation(cast: Cast) -> None:
    post = shared(cast, "Yusuf won de race")
    say(cast, post.texts["title"], "فاز Yusuf بالسباق", "ar")
    assert titles(cast, "naima", "yusuf السباق", "ar") == ["فاز Yusuf بالسباق"]


def test_what_a_mother_wrote_in_turkish_is_found_by_her_and_in_dutch_by_school(cast: Cast) -> None:
    said = shared(cast).comment(
        "Köprüler çok güzel olmuş, bunun için teşekkür ederim.",
        by=cast.elif_, corner="home", at=cast.now, in_line_of=cast.elif_,
    )  # fmt: skip
    assert said.language == "tr"
    say(cast, said.texts["text"], "Wat prachtig, die bruggetjes.", "nl")
    assert titles(cast, "anouk", "prachtig", "nl", "school") == ["Wat prachtig, die bruggetjes."]
    assert titles(cast, "elif_", "köprüyü") == [said.text]
    assert titles(cast, "naima", "prachtig", "nl") == titles(cast, "naima", "köprü") == []


def test_it_is_found_from_the_moment_a_machine_is_ready(cast: Cast, interpreter: Interpreter) -> None:
    post = shared(cast, BRIDGES["nl"])
    want(post.texts.values(), ["tr"], at=NOW)
    follow()
    assert titles(cast, "elif_", "güzel") == []
    work()
    follow()
    assert titles(cast, "elif_", "güzel") == [TURKISH] and titles(cast, "stefan", "güzel") == []
    assert not Changed.objects.exists() and follow() == 0


@pytest.mark.parametrize("mood", [Mood.SAYS_NOT, Mood.INVENTS_A_NUMBER, Mood.OTHER_LANGUAGE, Mood.SCRIPTS])
def test_words_that_no_page_shows_as_certain_are_not_found(
    cast: Cast, interpreter: Interpreter, mood: Mood
) -> None:
    interpreter.mood = mood
    post = shared(cast, BRIDGES["nl"])
    want(post.texts.values(), ["tr"], at=NOW)
    work()
    follow()
    assert titles(cast, "elif_", "güzel") == titles(cast, "elif_", "that") == []
    assert titles(cast, "elif_", "bruggen") == [BRIDGES["nl"]]


def test_where_the_school_did_not_agree_there_is_nothing_to_find(
    cast: Cast, interpreter: Interpreter
) -> None:
    Agreement.end(cast.vlieger, by=cast.joris, at=NOW)
    want(shared(cast, BRIDGES["nl"]).texts.values(), ["tr"], at=NOW)
    work()
    follow()
    assert titles(cast, "elif_", "güzel") == [] and not FindableIn.objects.filter(words__contains="guzel")


def test_looking_for_something_has_nothing_translated(cast: Cast, interpreter: Interpreter) -> None:
    shared(cast, BRIDGES["nl"])
    work()
    asked = len(interpreter.asked)
    assert titles(cast, "naima", "bruggen", "uk") == [BRIDGES["nl"]]
    assert work() == 0 and len(interpreter.asked) == asked


def test_the_words_of_a_person_take_the_place_of_those_of_a_machine(
    cast: Cast, interpreter: Interpreter
) -> None:
    post = shared(cast, BRIDGES["nl"])
    want(post.texts.values(), ["tr"], at=NOW)
    work()
    for name in post.texts:
        say(cast, post.texts[name], BRIDGES["tr"])
    assert titles(cast, "elif_", "köprü") == [BRIDGES["tr"]] and titles(cast, "elif_", "güzel") == []
    for name in post.texts:
        say(cast, post.texts[name], "")
    assert titles(cast, "elif_", "köprü") == [] and titles(cast, "elif_", "güzel") == [TURKISH]


def test_other_words_and_words_taken_back_are_gone_in_every_language_at_once(cast: Cast) -> None:
    said = shared(cast).comment("De giraffe!", by=cast.naima, corner="home", at=cast.now)
    say(cast, said.texts["text"], "Zürafa!")
    assert titles(cast, "elif_", "zürafa") == ["Zürafa!"]
    said.edit("De neushoorn!", by=cast.naima, at=cast.now)
    assert titles(cast, "elif_", "zürafa") == [] and not _kept("zurafa")
    say(cast, said.texts["text"], "Gergedan!")
    assert titles(cast, "elif_", "gergedan") == ["Gergedan!"]
    said.remove(by=cast.naima, at=cast.now)
    assert titles(cast, "elif_", "gergedan") == titles(cast, "naima", "gergedan") == []
    assert not _kept("gergedan") and not FindableText.objects.filter(digest=said.texts["text"].digest)


def _kept(word: str) -> bool:
    return FindableIn.objects.filter(words__contains=word).exists()


@pytest.mark.django_db(transaction=True)
def test_a_translation_that_comes_while_its_text_is_changed_does_not_bring_the_old_words_back(
    cast: Cast,
) -> None:
    said = shared(cast).comment("De giraffe!", by=cast.naima, corner="home", at=cast.now)
    Correction.write(said.texts["text"], "tr", "Zürafa!", by=cast.marja, at=NOW)
    late = Thread(target=follow_elsewhere)
    with transaction.atomic():
        said.edit("De neushoorn!", by=cast.naima, at=cast.now)
        late.start()
        late.join(0.5)
    late.join(20)
    (row,) = Findable.objects.filter(thing=said.pk, kind__model="comment")
    assert row.words == "de neushoorn" and not _kept("zurafa") and not late.is_alive()


def follow_elsewhere() -> None:
    """As the worker does, on a connection of its own."""
    try:
        follow()
    finally:
        connection.close()


def test_the_same_words_at_two_places_are_found_by_the_readers_of_each(cast: Cast) -> None:
    both = [shared(cast, BRIDGES["nl"]), in_groep_2(cast)]
    say(cast, both[0].texts["title"], BRIDGES["tr"])
    mine, other = (post.get_absolute_url() for post in both)
    assert [hit.text.url for hit in hits(cast, "elif_", "köprü")] == [mine]
    assert {hit.text.url for hit in hits(cast, "naima", "köprü")} == {mine, other}
    both[0].withdraw(by=cast.anouk, at=cast.now)
    follow()
    assert titles(cast, "elif_", "köprü") == []
    assert [hit.text.url for hit in hits(cast, "naima", "köprü")] == [other]


def in_groep_2(cast: Cast) -> Post:
    place = Place(cast.vlieger, group=cast.groep_2)
    post = Post.begin(place, by=cast.joris, at=NOW - HOUR)
    post.write({"title": BRIDGES["nl"], "text": "Stevig!"}, place=place)
    post.share(by=cast.joris, at=NOW - HOUR, due_at=NOW - HOUR / 2)
    return post


def test_what_the_memory_forgets_is_forgotten_here_too(cast: Cast, interpreter: Interpreter) -> None:
    post = shared(cast, BRIDGES["nl"])
    want(post.texts.values(), ["tr"], at=NOW)
    work()
    follow()
    assert titles(cast, "elif_", "güzel") and _kept("guzel")
    Translation.objects.update(wanted_at=NOW - jobs.KEPT - dt.timedelta(minutes=1))
    jobs.forget_old.func()
    follow()
    assert not titles(cast, "elif_", "güzel") and not _kept("guzel")
    assert Findable.objects.filter(thing=post.pk, kind__model="post").exists()


def private(cast: Cast) -> list[Comment | Message]:
    """A remark and a message of Naima, of which a colleague told Elif's language what they say."""
    said = shared(cast).comment(
        "Hij slaapt slecht", by=cast.naima, corner="home", at=NOW, in_line_of=cast.naima
    )
    told = {"line_of": cast.naima, "by": cast.naima, "corner": "home", "at": NOW, "told_at": NOW}
    begun = Conversation.begin(cast.vlieger, [cast.yusuf], text="Hij slaapt slecht", **told)
    message = Message.objects.get(conversation=begun)
    for one in (said, message):
        say(cast, one.texts["text"], "Yusuf zürafa gibi uyuyor")
    return [said, message]


def test_of_two_guardians_of_one_child_neither_finds_the_private_words_of_the_other(cast: Cast) -> None:
    private(cast)
    alike = shared(cast).comment(
        "Hij slaapt slecht", by=cast.rachid, corner="home", at=NOW, in_line_of=cast.rachid
    )
    assert len(titles(cast, "naima", "zürafa")) == len(titles(cast, "anouk", "zürafa", hat="school")) == 2
    assert titles(cast, "rachid", "zürafa") == titles(cast, "elif_", "zürafa") == []
    assert titles(cast, "rachid", "slaapt") == [alike.text]


def test_without_the_policy_the_other_guardian_would_find_them(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    private(cast)
    monkeypatch.setattr(finding, "_seen_by", lambda viewer, kinds: finding.Q())
    assert titles(cast, "rachid", "zürafa")


@pytest.mark.parametrize("posts", [1, 19])
def test_it_takes_one_query_more_whatever_is_found(cast: Cast, posts: int) -> None:
    for number in range(posts):
        post = shared(cast, f"Bruggen {number}")
        say(cast, post.texts["title"], f"Köprü {number}")
        post.comment("Mooie brug", by=cast.naima, corner="home", at=cast.now)
    viewer = cast.viewer(cast.naima)
    with override("tr"):
        search(viewer, "köprü")
        with CaptureQueriesContext(connection) as asked:
            assert len(search(viewer, "köprü").hits) == posts
    assert len(asked) <= 5

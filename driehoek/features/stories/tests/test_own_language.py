"""What families tell comes in the language of whoever reads it, and can be heard."""

from driehoek.backbone.translation.models import Correction
from driehoek.features.stories.models import Story
from driehoek.features.stories.tests.telling import told
from tests.cast import Cast

WORDS, DUTCH = "Ekmek pişirdik", "Wij bakten brood"


def baked(cast: Cast, **choices: object) -> Story:
    """Elif writes in Turkish, and somebody put it in Dutch."""
    cast.elif_.speak("tr")
    story = told(cast, WORDS, by=cast.elif_, student=cast.defne, **choices)
    Correction.write(story.texts["text"], "nl", DUTCH, by=cast.murat, at=cast.now)
    return story


def test_each_reads_it_in_her_own_language_with_the_original_behind_it(cast: Cast) -> None:
    baked(cast, for_class=True)
    page = cast.sign_in(cast.naima).get("/van-thuis/").content.decode()
    assert DUTCH in page and WORDS in page
    assert DUTCH not in cast.sign_in(cast.elif_).get("/van-thuis/").content.decode()


def test_the_class_hears_of_it_in_its_own_language(cast: Cast) -> None:
    baked(cast, in_circle=True)
    page = cast.sign_in(cast.anouk).get(f"/groep/{cast.groep_5.pk}/kring/").content.decode()
    assert page.index(DUTCH) < page.index(WORDS)


def test_other_words_are_not_told_in_the_old_translation(cast: Cast) -> None:
    story = baked(cast, for_class=True)
    story.edit("Çorba pişirdik", by=cast.elif_, at=cast.now)
    assert DUTCH not in cast.sign_in(cast.naima).get("/van-thuis/").content.decode()


def test_who_may_read_it_may_hear_it(cast: Cast) -> None:
    story = baked(cast)
    address = f"/geluid/stories.story/{story.pk}/?taal=nl"
    assert cast.sign_in(cast.anouk).get(address)["Content-Type"].startswith("audio/")
    assert cast.sign_in(cast.naima).get(address).status_code == 404

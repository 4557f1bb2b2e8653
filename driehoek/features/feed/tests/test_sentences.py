"""Sentences of ours: each is there in every language, and only exactly those words are ours."""

from django.conf import settings

from driehoek.features.feed.kitchen_table import bank
from driehoek.features.feed.models.sentences import compliments, ours_in_other_languages

OTHERS = {code for code, _name in settings.LANGUAGES} - {"nl"}


def test_every_question_that_we_suggest_and_every_compliment_is_there_in_every_language() -> None:
    questions = [words for subject in bank().values() for words in subject["questions"]]
    for words in [*questions, *compliments()]:
        said = ours_in_other_languages(words)
        assert set(said) == OTHERS and all(said.values()), words
    assert len(compliments()) == 6


def test_the_name_of_the_child_stands_in_every_one_of_them() -> None:
    for words in compliments():
        said = ours_in_other_languages(words.replace("{name}", "Yusuf"), "Yusuf")
        assert said and all("Yusuf" in other and "{" not in other for other in said.values())


def test_other_words_are_left_to_who_wrote_them() -> None:
    assert ours_in_other_languages("Wat ging er eerst mis") == ours_in_other_languages("", "Yusuf") == {}
    assert ours_in_other_languages("Lina werkte vandaag hard door.", "Yusuf") == {}

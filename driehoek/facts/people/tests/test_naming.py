"""Which texts say a given name, or that they are about a child of one's own."""

import pytest

from driehoek.facts.people.naming import names_one_of, says_my_child


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Yusuf", "Mag Yusufs brug mee naar huis?"),
        ("Naima", "Dat zegt Naimas juf"),
        ("Noor", "noors verjaardag is morgen"),
        ("Mila", "Mila's jas"),
        ("Mila", "Mila’s jas"),
        ("Bas", "Bas' tas"),
        ("Bo", "Bo's tas"),
        ("Tom", "Toms tas"),
        ("Anne Sophie", "Anne Sophies tas"),
    ],
)
def test_a_name_is_heard_also_with_an_s_behind_it(name: str, text: str) -> None:
    assert names_one_of([name], text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bo", "Bos en hei"),
        ("Al", "Als het regent"),
        ("Dan", "wij leren een dans"),
        ("Mar", "een mars"),
        ("Yusuf", "Yusufsen woont hier"),
        ("Naima", "naim"),
        ("Yusuf", "De brug is af"),
    ],
)
def test_an_ordinary_word_is_no_name(name: str, text: str) -> None:
    assert not names_one_of([name], text)


@pytest.mark.parametrize("text", ["M’n kind slaapt", "m'n zoon", "Mijn dochters juf", "mijn zoontje"])
def test_my_child_is_heard_with_either_apostrophe(text: str) -> None:
    assert says_my_child(text)


@pytest.mark.parametrize("text", ["Men kindt elkaar", "mijn kindertijd", "De zoon van de buren"])
def test_other_words_are_not_about_my_child(text: str) -> None:
    assert not says_my_child(text)

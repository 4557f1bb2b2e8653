"""Whatever is sent gets a clear sentence, and nothing that was typed gets lost."""

import pytest

from driehoek.facts.people.models import Guardianship, Restriction
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked
from tests.cast import Cast

LONG = "Dit is een lang verhaal. " * 400


def test_too_long_a_text_comes_back_whole_with_a_sentence(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    key = f"{cast.vlieger.pk}-{cast.yusuf.pk}"
    for url, post in (
        (f"/berichten/{talk.pk}/zinnen/", {"text": LONG}),
        ("/berichten/nieuw/", {"about": key, "text": LONG}),
    ):
        page = client.post(url, post)
        assert page.status_code == 422 and "Maak er twee van." in page.content.decode()
        assert page.content.decode().count("Dit is een lang verhaal.") == 400
        assert 'maxlength="5000"' not in page.content.decode()  # a browser would cut off what is pasted
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "{{ viewer.person.email }} {% csrf_token %}",
        "[school](https://school-drie-hoeken.example)",
        "https://dri\u0435hoek.example/inloggen",
        "Van: Juf Anouk\r\nBcc: iemand@elders.example",
        "\u202egnp.eksneh\u202c",
    ],
)
def test_what_looks_like_code_or_a_link_is_shown_as_text(cast: Cast, words: str) -> None:
    talk = asked(cast)
    assert cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/zinnen/", {"text": words}).status_code == 302
    for who in ("naima", "anouk"):
        client = cast.sign_in(getattr(cast, who))
        for url in (talk.get_absolute_url(), "/berichten/"):
            page = client.get(url).content.decode()
            assert "<script>alert" not in page and cast.naima.email not in page
            assert 'href="https://school' not in page and 'href="https://dri' not in page


def test_about_somebody_who_is_not_in_the_list_gets_a_plain_sentence_and_keeps_the_words(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    for about, sentence in (
        ("1-197", "Kies een van de antwoorden die er staan."),
        ("", "Kies over wie het gaat."),
    ):
        answer = client.post("/berichten/nieuw/", {"about": about, "text": "Hoe gaat het?"})
        page = answer.content.decode()
        assert answer.status_code == 422 and sentence in page and "Hoe gaat het?" in page
        assert "beschikbare keuze" not in page and "is verplicht" not in page
    assert not Conversation.objects.exists()


def test_a_question_sent_twice_is_one(cast: Cast) -> None:
    client, post = (
        cast.sign_in(cast.naima),
        {"about": f"{cast.vlieger.pk}-{cast.yusuf.pk}", "text": "Hoe gaat het?"},
    )
    assert {client.post("/berichten/nieuw/", post).status_code for _time in range(2)} == {302}
    assert Conversation.objects.count() == Message.objects.count() == 1


def test_who_was_put_out_while_typing_gets_her_own_words_back_and_learns_nothing(cast: Cast) -> None:
    talk, client = asked(cast, "Slaapt hij genoeg?"), cast.sign_in(cast.naima)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=cast.today, entered_by=cast.marja
    )
    answer = client.post(f"/berichten/{talk.pk}/zinnen/", {"text": "Hij sliep <b>slecht</b>"})
    page = answer.content.decode()
    assert answer.status_code == 404 and "Hij sliep &lt;b&gt;slecht&lt;/b&gt;" in page
    assert "Slaapt hij genoeg?" not in page and "Yusuf" not in page and Message.objects.count() == 1


def test_who_may_no_longer_answer_gets_her_own_words_back(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    Guardianship.objects.filter(guardian=cast.naima, student=cast.yusuf).update(may_answer=False)
    answer = client.post(f"/berichten/{talk.pk}/zinnen/", {"text": "Hij sliep slecht"})
    assert answer.status_code == 403 and "Hij sliep slecht" in answer.content.decode()

"""Staff see how easily their words read at home, with a script and without; it never stops anybody."""

from driehoek.backbone.translation.models import Term
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked
from tests.cast import Cast

HARD = "Wij verwachten dat hij participeert, en dat hij zijn werk altijd heel goed en op tijd thuis afmaakt."


def level(cast: Cast, who: str, text: str) -> str:
    answer = cast.sign_in(getattr(cast, who)).post("/berichten/leesniveau/", {"text": text})
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_a_teacher_is_told_what_is_hard_about_her_words(cast: Cast) -> None:
    said = level(cast, "anouk", HARD)
    assert "Deze zin is lang" in said and "participeert" in said
    assert "Makkelijk te lezen" in level(cast, "anouk", "Het gaat goed met Yusuf.")


def test_the_words_of_her_school_come_first(cast: Cast) -> None:
    Term.objects.create(school=cast.vlieger, word="snappet", plain="tablet")
    assert "tablet" in level(cast, "anouk", "Yusuf werkt op zijn snappet.")
    assert "tablet" not in level(cast, "imane", "") and "tablet" not in level(cast, "petra", "Een snappet.")


def test_an_empty_text_and_another_language_get_no_verdict(cast: Cast) -> None:
    for words in ("", "   ", "Merhaba, bugün çok güzel bir gün ve biz çok mutluyuz"):
        assert "hints" not in level(cast, "anouk", words) and "Makkelijk" not in level(cast, "anouk", words)


def test_it_is_for_who_works_at_a_school(cast: Cast) -> None:
    assert level(cast, "naima", HARD) == "403"
    talk = asked(cast)
    assert "leesniveau" not in cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
    assert "leesniveau" in cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()


def test_without_a_script_she_looks_first_and_nothing_is_sent_or_lost(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.anouk)
    answer = client.post(f"/berichten/{talk.pk}/zinnen/", {"text": HARD, "kijk": "ja"})
    page = answer.content.decode()
    assert answer.status_code == 200 and "participeert" in page and "Deze zin is lang" in page
    assert Message.objects.count() == 1
    home = {"to": [cast.naima.pk], "reason": "Hij las het al", "about": "good", "text": HARD, "kijk": "ja"}
    page = client.post(f"/berichten/schrijven/{cast.yusuf.pk}/", home).content.decode()
    assert "Deze zin is lang" in page and Conversation.objects.count() == 1


def test_a_hard_text_is_sent_all_the_same(cast: Cast) -> None:
    talk = asked(cast)
    answer = cast.sign_in(cast.anouk).post(f"/berichten/{talk.pk}/zinnen/", {"text": HARD})
    assert answer.status_code == 302 and Message.objects.count() == 2

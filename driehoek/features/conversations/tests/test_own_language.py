"""A line in two languages: each end reads its own, with the original beside it."""

from driehoek.backbone.translation.models import Correction, Helper
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.conversations.tests.test_figures import MOST, queries
from tests.cast import Cast


def test_a_turkish_question_is_read_in_dutch_by_the_team_and_by_nobody_else(cast: Cast) -> None:
    talk = asked(
        cast,
        "Çok güzel, biz de evde yapmak istiyoruz",
        by=cast.elif_,
        line_of=cast.elif_,
        children=[cast.defne],
    )
    said = Message.objects.get(conversation=talk)
    assert said.language == "tr"
    address = f"/vertaling/gesprek/{said.pk}/nl/"
    Helper.ask(cast.vlieger, cast.murat, "tr", by=cast.marja, at=cast.now)
    for who in ("murat", "naima", "elif_", "daan"):
        assert cast.sign_in(getattr(cast, who)).get(address).status_code in (403, 404)
    answer = cast.sign_in(cast.anouk).post(address, {"text": "Heel mooi, dat willen wij ook"})
    assert answer.status_code == 302 and Correction.objects.get().by == cast.anouk
    seen = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert "Heel mooi, dat willen wij ook" in seen and "Vertaald uit het Turks" in seen
    assert "Çok güzel" in seen
    listed = cast.sign_in(cast.anouk).get("/berichten/").content.decode()
    assert "Heel mooi, dat willen wij ook" in listed and "Çok güzel" not in listed
    assert "Çok güzel" in cast.sign_in(cast.elif_).get("/berichten/").content.decode()
    own = cast.sign_in(cast.elif_).get(talk.get_absolute_url()).content.decode()
    assert "Çok güzel" in own and "Heel mooi" not in own


def test_a_list_of_many_languages_asks_once_for_their_translations(cast: Cast) -> None:
    """One more question than a list in Dutch, however many there are."""
    for number in range(3):
        asked(
            cast,
            f"Bugün yağmur yağıyor ve biz evde çok iyiyiz {number}",
            by=cast.elif_,
            children=[cast.defne],
        )
    client = cast.sign_in(cast.anouk)
    few = queries(client, "/berichten/")
    for number in range(12):
        asked(
            cast,
            f"Yarın hava çok güzel olacak ve biz gideceğiz {number}",
            by=cast.elif_,
            children=[cast.defne],
        )
    assert queries(client, "/berichten/") == few <= MOST


def test_who_cannot_read_it_and_gets_no_translation_is_offered_an_interpreter(cast: Cast) -> None:
    talk = asked(
        cast, "Merhaba, yarın gelemiyoruz çünkü biz çok hastayız", by=cast.elif_, children=[cast.defne]
    )
    talk.say(
        "Dat is goed, beterschap voor jullie.", by=cast.anouk, corner="school", at=cast.now, told_at=cast.now
    )
    cast.elif_.language = "tr"
    cast.elif_.save()
    page = cast.sign_in(cast.elif_).get(talk.get_absolute_url()).content.decode()
    assert "/ik/tolk/" in page
    said = Message.objects.get(conversation=talk, author=cast.elif_)
    at_school = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert "Dit is niet vertaald. Het is geschreven in het Turks." in at_school
    assert "Niet vertaald uit het Turks" in at_school and f'"/vertaling/gesprek/{said.pk}/"' in at_school
    assert f"/vertaling/gesprek/{said.pk}/" not in page and "Dit is niet vertaald. Het is" not in page
    assert "/ik/tolk/" not in at_school
    asking = cast.sign_in(cast.elif_).get(f"/berichten/{talk.pk}/praten/").content.decode()
    assert "/ik/tolk/" in asking

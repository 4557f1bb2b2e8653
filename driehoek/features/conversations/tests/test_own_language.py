"""A line in two languages: each end reads its own, with the original beside it."""

from driehoek.backbone.translation.models import Correction, Helper
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import asked
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
    own = cast.sign_in(cast.elif_).get(talk.get_absolute_url()).content.decode()
    assert "Çok güzel" in own and "Heel mooi" not in own

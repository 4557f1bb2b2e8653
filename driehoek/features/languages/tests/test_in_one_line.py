"""What a person made of somebody's words in one line is shown in no other, however alike the words are."""

import datetime as dt

import pytest

from driehoek.backbone.translation.models import Correction, Translation
from driehoek.backbone.translation.reading import How, read_in
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.conversations.forgetting import forget as forget_talks
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.feed.models import Comment
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast

SHORT, WITH_A_NAME = "Hij slaapt slecht", "Yusuf uyuyamıyor"


def in_line(cast: Cast, of: Person) -> Comment:
    return shared(cast).comment(SHORT, by=of, corner="home", at=NOW, in_line_of=of)


def message(cast: Cast, of: Person, child: Person) -> Message:
    told = {"line_of": of, "by": of, "corner": "home", "text": SHORT, "at": NOW, "told_at": NOW}
    begun = Conversation.begin(cast.vlieger, [child], **told)
    return Message.objects.get(conversation=begun)


def in_turkish(text: Text) -> tuple[str, How]:
    shown = read_in("tr", [{"text": text}], now=NOW)[0]["text"]
    return shown.words, shown.how


def test_the_words_of_a_helper_in_one_line_reach_no_other_line_and_no_page(cast: Cast) -> None:
    hers = in_line(cast, cast.naima).texts["text"]
    Correction.write(hers, "tr", WITH_A_NAME, by=cast.anouk, at=NOW)
    assert in_turkish(hers) == (WITH_A_NAME, How.HUMAN)
    to_all = shared(cast).comment(SHORT, by=cast.esther, corner="home", at=NOW)
    elsewhere = [in_line(cast, cast.esther), in_line(cast, cast.rachid), to_all]
    elsewhere += [message(cast, cast.naima, cast.yusuf)]
    assert [in_turkish(said.texts["text"])[0] for said in elsewhere] == [SHORT] * 4


def test_nor_do_they_come_from_another_line(cast: Cast) -> None:
    first, second = message(cast, cast.esther, cast.noor), message(cast, cast.naima, cast.yusuf)
    Correction.write(first.texts["text"], "tr", "Noor uyuyamıyor", by=cast.meryem, at=NOW)
    Correction.write(second.texts["text"], "tr", WITH_A_NAME, by=cast.meryem, at=NOW)
    assert in_turkish(first.texts["text"])[0] == "Noor uyuyamıyor"
    assert in_turkish(second.texts["text"])[0] == WITH_A_NAME


def test_a_machine_translates_the_same_words_once_for_every_line(cast: Cast) -> None:
    hers, his = in_line(cast, cast.naima).texts["text"], in_line(cast, cast.rachid).texts["text"]
    row = Translation.of(hers, "tr", at=NOW)
    row.state, row.words = Translation.State.DONE, "Kötü uyuyor"
    row.save()
    assert in_turkish(hers) == in_turkish(his) == ("Kötü uyuyor", How.MACHINE)
    Correction.write(hers, "tr", WITH_A_NAME, by=cast.anouk, at=NOW)
    assert in_turkish(hers)[0] == WITH_A_NAME and in_turkish(his)[0] == "Kötü uyuyor"
    Correction.write(hers, "tr", "", by=cast.anouk, at=NOW)  # given back to the machine
    assert in_turkish(hers) == ("Kötü uyuyor", How.MACHINE)


def test_what_is_kept_no_longer_takes_its_own_translation_along_and_no_other(cast: Cast) -> None:
    hers, to_all = in_line(cast, cast.naima).texts["text"], Text(SHORT, "nl", cast.vlieger.pk)
    for text in (hers, to_all):
        Correction.write(text, "tr", WITH_A_NAME, by=cast.anouk, at=NOW)
    forget([hers], by_hand=True)
    assert in_turkish(hers)[0] == SHORT and in_turkish(to_all)[0] == WITH_A_NAME


def test_without_the_place_in_the_key_one_line_reads_the_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Text, "human_digest", property(lambda text: text.digest))
    hers, his = in_line(cast, cast.naima).texts["text"], in_line(cast, cast.esther).texts["text"]
    Correction.write(hers, "tr", WITH_A_NAME, by=cast.anouk, at=NOW)
    assert in_turkish(his)[0] == WITH_A_NAME


def test_it_is_kept_as_long_as_the_words_it_was_made_of(cast: Cast) -> None:
    said, told = in_line(cast, cast.naima), message(cast, cast.naima, cast.yusuf)
    for text in (said.texts["text"], told.texts["text"]):
        Correction.write(text, "tr", WITH_A_NAME, by=cast.anouk, at=NOW)
    said.post.discard()
    assert [in_turkish(one.texts["text"])[0] for one in (said, told)] == [SHORT, WITH_A_NAME]
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=NOW.date())
    forget_talks(NOW + dt.timedelta(days=3 * 366))
    assert not Message.objects.exists() and not Translation.objects.exists()

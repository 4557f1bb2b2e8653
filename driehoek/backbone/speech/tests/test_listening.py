"""What somebody may read she may hear, spoken by a real espeak-ng, and nobody else hears it."""

import datetime as dt
import io
import os
import re
import subprocess
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.models import Model
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from django.utils.translation import trans_real
from pytest_django.fixtures import Settings

from driehoek.backbone.speech import listening, making
from driehoek.backbone.speech.engines import CannotSpeak, Espeak
from driehoek.backbone.speech.texts import LONGEST, Words, words_of
from driehoek.base.core import confined
from driehoek.base.core.confined import program
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def kept(cupboard: Path) -> list[Path]:
    return sorted(path for path in (cupboard / "speech").rglob("*") if path.is_file())


def status(client: Client, thing: Model, part: str = "") -> int:
    return client.get(f"/geluid/{thing._meta.label_lower}/{thing.pk}/{part}").status_code


def seconds(path: Path) -> float:
    asked = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(path)]
    return float(subprocess.run(asked, check=True, capture_output=True).stdout)


def test_a_guardian_hears_the_post_of_her_childs_class(cast: Cast, cupboard: Path) -> None:
    post = shared(cast)
    answer = cast.sign_in(cast.naima).get(f"/geluid/feed.post/{post.pk}/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "audio/mp4")
    (made,) = kept(cupboard)
    assert seconds(made) > 1 and b"".join(answer.streaming_content) == made.read_bytes()


def test_who_may_not_read_it_does_not_hear_it(cast: Cast, cupboard: Path) -> None:
    post = shared(cast)
    line = post.comment("Hij is moe", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    asked = {
        key: (status(cast.sign_in(getattr(cast, key)), post), status(cast.sign_in(getattr(cast, key)), line))
        for key in ("naima", "rachid", "anouk", "daan", "wouter", "jeroen")
    }
    assert asked == {
        "naima": (200, 200), "rachid": (200, 404), "anouk": (200, 200), "daan": (404, 404),
        "wouter": (404, 404), "jeroen": (404, 404),
    }  # fmt: skip
    assert Client().get(f"/geluid/feed.post/{post.pk}/").status_code == 302


def test_without_a_script_the_link_opens_a_page_with_the_words_a_player_and_the_way_back(cast: Cast) -> None:
    post, naima = shared(cast), cast.sign_in(cast.naima)
    opened = naima.get(f"/luister/feed.post/{post.pk}/")
    assert opened["Content-Type"].startswith("text/html") and post.text in opened.text
    (sound,) = re.findall(r'<audio controls autoplay src="([^"]+)"', opened.text)
    assert naima.get(sound)["Content-Type"] == "audio/mp4"
    assert f'href="{post.get_absolute_url()}"' in opened.text
    here = naima.get(f"/luister/feed.post/{post.pk}/", headers={"referer": "http://testserver/?kind=3"})
    assert 'href="/?kind=3"' in here.text
    for key in ("daan", "jeroen"):
        assert cast.sign_in(getattr(cast, key)).get(f"/luister/feed.post/{post.pk}/").status_code == 404
    assert Client().get(f"/luister/feed.post/{post.pk}/").status_code == 302


def test_a_removed_remark_is_heard_no_more(cast: Cast) -> None:
    said = shared(cast).comment("Oeps", by=cast.naima, corner="home", at=cast.now)
    assert status(cast.sign_in(cast.naima), said) == 200
    said.remove(by=cast.anouk, at=cast.now)
    assert status(cast.sign_in(cast.naima), said) == 404


def test_only_things_that_say_so_are_read_aloud(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    for label in ("people.person", "media.photo", "no.such", "feed.reaction", "journal.entry"):
        for door in ("luister", "geluid"):
            assert client.get(f"/{door}/{label}/{cast.yusuf.pk}/").status_code == 404
    assert status(client, shared(cast), "anything/") == 404


def test_the_question_for_the_kitchen_table_is_heard_by_itself(cast: Cast, cupboard: Path) -> None:
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(ask_at_home="Welke vorm is sterk?")
    assert status(cast.sign_in(cast.naima), post, "question/") == 200
    assert len(kept(cupboard)) == 1


def test_what_was_said_once_is_not_said_anew_for_another(cast: Cast, cupboard: Path) -> None:
    post = shared(cast)
    status(cast.sign_in(cast.naima), post)
    (made,) = kept(cupboard)
    before = made.stat().st_ino
    status(cast.sign_in(cast.rachid), post)
    assert [path.stat().st_ino for path in kept(cupboard)] == [before]


def test_other_words_are_another_voice_and_old_ones_are_forgotten(cast: Cast, cupboard: Path) -> None:
    post = shared(cast)
    status(cast.sign_in(cast.naima), post)
    Post.objects.filter(pk=post.pk).update(text="Heel iets anders.")
    status(cast.sign_in(cast.naima), post)
    old, new = sorted(kept(cupboard), key=lambda path: path.stat().st_mtime)
    os.utime(old, (0, 0))
    assert making.forget(before=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)) == 1
    assert kept(cupboard) == [new]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Wij bouwden bruggen van papier."), ("en", "We built bridges of paper."),
        ("tr", "Kâğıttan köprüler yaptık."), ("ar", "بنينا جسورًا من الورق."),
        ("pl", "Zbudowaliśmy mosty z papieru."), ("uk", "Ми збудували мости з паперу."),
    ],
)  # fmt: skip
def test_every_language_of_the_portal_has_a_voice(language: str, words: str) -> None:
    with wave.open(io.BytesIO(Espeak().speak(words, language))) as spoken:
        assert 1 < spoken.getnframes() / spoken.getframerate() < 10 or spoken.getnframes() > 22_000


def test_no_word_stands_on_a_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lists the processes of this computer learns nothing."""
    seen: list[list[str]] = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        confined.subprocess, "Popen", lambda command, **more: seen.append(command) or popen(command, **more)
    )
    Espeak().speak("Yusuf is ziek", "nl")
    assert seen and "Yusuf" not in str(seen)


@pytest.mark.parametrize("text", ["-h", "--version", "<speak>x</speak>", "[[a]]", "%s%n", "$(reboot)", "😀"])
def test_odd_words_are_only_spoken(text: str) -> None:
    assert Espeak().speak(text, "nl").startswith(b"RIFF")


def test_who_lets_make_very_much_must_wait_but_hears_what_is_there(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "NEW", listening.Limit("speech", 1, dt.timedelta(minutes=10)))
    first, client = shared(cast), cast.sign_in(cast.naima)
    said = first.comment("Nog iets", by=cast.naima, corner="home", at=cast.now)
    assert [status(client, first), status(client, said), status(client, first)] == [200, 429, 200]
    assert status(cast.sign_in(cast.rachid), said) == 200


def test_a_translation_is_asked_for_at_the_door(cast: Cast, settings: Settings) -> None:
    post = shared(cast)
    assert words_of(post, wanted="tr").language == "nl"
    settings.SPEECH_TEXTS = f"{__name__}.in_turkish"
    assert words_of(post, wanted="tr") == Words("Merhaba.", "tr")
    assert words_of(post, wanted="pl").language == "nl"


def test_a_language_that_the_portal_has_not_is_loaded_for_nobody(cast: Cast) -> None:
    post = shared(cast)
    for number in range(3):
        assert status(cast.sign_in(cast.naima), post, f"?taal=x{number}") == 200
    assert "x0" not in trans_real._translations


def in_turkish(thing: Model, text: str, wanted: str) -> str | None:
    return "Merhaba." if wanted == "tr" else None


def test_a_long_text_ends_with_a_sentence(cast: Cast) -> None:
    post = Post(text="Dit is een zin. " * 1000)
    words = words_of(post)
    assert words and len(words.text) <= LONGEST and words.text.endswith(".")


def drawn(thing: Model, language: str = "nl") -> str:
    with translation.override(language):
        return Template("{% load speech %}{% listen thing %}").render(Context({"thing": thing}))


def test_without_an_engine_the_page_says_what_is_missing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    post = shared(cast)
    assert f'href="/luister/feed.post/{post.pk}/"' in drawn(post)
    monkeypatch.setattr(confined, "PATH", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    assert "espeak-ng" in drawn(post) and "/luister/" not in drawn(post)
    assert status(cast.sign_in(cast.naima), post) == 404
    with pytest.raises(CannotSpeak):
        Espeak().speak("Dag", "nl")


def test_a_language_without_a_voice_says_so(cast: Cast) -> None:
    said = Comment(pk=1, text="Selam", language="am")
    assert "Voor deze taal is er nog geen stem." in drawn(said)


def test_espeak_is_there_for_these_tests() -> None:
    assert program("espeak-ng")

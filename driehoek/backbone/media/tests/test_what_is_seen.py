"""What is on a picture in words: asked of who sends it, read by who reads the message, and never demanded."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.models import Agreement, Translation
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.feed.models import Comment
from tests.cast import Cast
from tests.oracle.life import News

WORDS = "Een toren van rode blokken."


def picture(width: int = 60) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{width}.png", encoded(corners(width, 40), "PNG"), "image/png")


def letter() -> SimpleUploadedFile:
    return SimpleUploadedFile("briefje.txt", b"Beste juf, hier is het briefje.", "text/plain")


def send(client: Client, talk: Conversation, *files: SimpleUploadedFile, **said: object) -> HttpResponse:
    post = {"text": "Kijk eens", "files": list(files)} | said
    return client.post(f"/berichten/{talk.pk}/zinnen/", post)  # type: ignore[return-value]  # of a test


def described() -> list[str]:
    return list(Attachment._default_manager.order_by("pk").values_list("alt", flat=True))


def test_who_reads_the_message_gets_the_words_and_nobody_else(cast: Cast) -> None:
    talk = asked(cast)
    assert send(cast.sign_in(cast.naima), talk, picture(), alt=WORDS).status_code == 302
    for who in (cast.naima, cast.anouk):
        page = cast.sign_in(who).get(talk.get_absolute_url()).content.decode()
        assert f'alt="{WORDS}"' in page and "Foto die erbij hoort" not in page
    for who in (cast.rachid, cast.elif_, cast.joris):
        assert cast.sign_in(who).get(talk.get_absolute_url()).status_code == 404


def test_without_words_it_is_sent_all_the_same(cast: Cast) -> None:
    talk = asked(cast)
    assert send(cast.sign_in(cast.naima), talk, picture(), alt="  ").status_code == 302
    assert described() == [""]
    assert "Foto die erbij hoort" in cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()


def test_each_picture_has_its_line_and_the_last_one_all_that_follows(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    send(client, talk, picture(60), letter(), picture(61), alt="Een toren.\n\nEen brug.\nMet Lego.")
    assert described() == ["Een toren.", "", "Een brug. Met Lego."]
    send(client, talk, picture(62), picture(63), alt="Een huis.", text="Nog twee")
    assert described()[3:] == ["Een huis.", ""]


def test_a_form_that_comes_back_keeps_the_words_and_takes_other_ones(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    bad = SimpleUploadedFile("spel.exe", b"MZ\x90\x00" + bytes(200), "application/octet-stream")
    answer = send(client, talk, picture(), bad, alt=WORDS)
    kept = Attachment._default_manager.get()
    assert answer.status_code == 422
    assert f'name="alt-{kept.token}" rows="2">{WORDS}</textarea>' in answer.content.decode()
    assert Message.objects.count() == 1
    send(client, talk, **{"kept": kept.token, f"alt-{kept.token}": "Een brug."})
    assert described() == ["Een brug."] and Message.objects.count() == 2


def test_words_that_are_too_long_stay_on_the_page(cast: Cast) -> None:
    answer = send(cast.sign_in(cast.naima), asked(cast), picture(), alt="blok " * 61)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Foto 1: zeg het in één of twee zinnen." in page
    assert ("blok " * 61).strip() in page and described() == [""]


def test_words_about_a_photo_that_was_forgotten_are_not_lost(cast: Cast) -> None:
    answer = send(cast.sign_in(cast.naima), asked(cast), letter(), alt=WORDS)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Maar er is geen foto bij." in page
    assert f"{WORDS}</textarea>" in page and Message.objects.count() == 1


def test_marks_and_empty_bytes_are_words_like_others(cast: Cast) -> None:
    talk = asked(cast)
    assert send(cast.sign_in(cast.naima), talk, picture(), alt='"><script>x\0</script>').status_code == 302
    page = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert "&quot;&gt;&lt;script&gt;x&lt;/script&gt;" in page and "<script>x" not in page


def test_the_words_of_a_reaction_are_read_under_the_post(cast: Cast) -> None:
    post = News(cast).posts["news"]
    said = {"text": "Kijk", "to": "school", "files": [picture()], "alt": WORDS}
    assert cast.sign_in(cast.naima).post(f"/bericht/{post.pk}/reacties/", said).status_code == 302
    assert Comment.objects.filter(text="Kijk").exists()
    seen = {
        name: f'alt="{WORDS}"'
        in cast.sign_in(getattr(cast, name)).get(post.get_absolute_url()).content.decode()
        for name in ("naima", "anouk", "rachid", "elif_")
    }
    assert seen == {"naima": True, "anouk": True, "rachid": False, "elif_": False}


def test_they_come_in_the_language_of_the_reader_and_go_with_the_picture(
    cast: Cast, settings: Settings
) -> None:
    settings.TRANSLATOR = "libretranslate"
    Agreement.objects.create(school=cast.vlieger, by=cast.joris, at=cast.now)
    talk = asked(cast, by=cast.elif_, children=[cast.defne])
    words = "Bugün evde çok güzel bir kule yaptık ve biz çok mutluyuz"
    send(cast.sign_in(cast.elif_), talk, picture(), alt=words)
    kept = Attachment._default_manager.get()
    assert kept.language == "tr"
    cast.sign_in(cast.anouk).get(talk.get_absolute_url())
    digest = kept.texts["alt"].digest
    Translation.objects.filter(digest=digest, language="nl").update(state="done", words="Een hoge toren")
    page = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert 'lang="nl" alt="Een hoge toren"' in page
    kept.discard()
    assert not Translation.objects.filter(digest=digest).exists()

"""What goes with a message: for those who read the message, and nobody else."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from driehoek.backbone.media.models import Attachment
from driehoek.features.conversations.models import Conversation, Message, MessageAttachment
from driehoek.features.conversations.tests.talks import asked
from tests.cast import Cast


def letter(words: bytes = b"Beste juf, hier is het briefje.") -> SimpleUploadedFile:
    return SimpleUploadedFile("briefje.txt", words, "text/plain")


def send(client: Client, talk: Conversation, *files: SimpleUploadedFile, text: str = "") -> int:
    post = {"text": text, "files": list(files)}
    return client.post(f"/berichten/{talk.pk}/zinnen/", post).status_code


def test_a_file_goes_with_it_to_whoever_reads_it(cast: Cast) -> None:
    talk = asked(cast)
    assert send(cast.sign_in(cast.naima), talk, letter()) == 302
    url = MessageAttachment.objects.get().attachment.url
    opened = {name: cast.sign_in(getattr(cast, name)).get(url).status_code for name in ("naima", "anouk")}
    assert opened == {"naima": 200, "anouk": 200}
    for name in ("rachid", "elif_", "imane", "joris"):
        assert cast.sign_in(getattr(cast, name)).get(url).status_code == 404
    page = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert "briefje.txt" in page


def test_a_question_may_be_a_file_alone(cast: Cast) -> None:
    key = f"{cast.vlieger.pk}-{cast.yusuf.pk}"
    answer = cast.sign_in(cast.naima).post(
        "/berichten/nieuw/", {"about": key, "text": "", "files": [letter()]}
    )
    assert answer.status_code == 302 and MessageAttachment.objects.count() == 1
    assert "Spraakbericht of bestand" in cast.sign_in(cast.anouk).get("/berichten/").content.decode()


def test_nothing_at_all_is_not_sent(cast: Cast) -> None:
    assert send(cast.sign_in(cast.naima), asked(cast)) == 422
    assert Message.objects.count() == 1


def test_what_is_refused_leaves_the_text_and_the_other_file(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    bad = SimpleUploadedFile("spel.exe", b"MZ\x90\x00" + bytes(200), "application/octet-stream")
    answer = client.post(f"/berichten/{talk.pk}/zinnen/", {"text": "Kijk", "files": [letter(), bad]})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Kijk</textarea>" in page and "briefje.txt" in page
    assert Message.objects.count() == 1


def test_what_was_kept_alone_and_is_sent_twice_is_one_message_that_keeps_it(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    bad = SimpleUploadedFile("spel.exe", b"MZ\x90\x00" + bytes(200), "application/octet-stream")
    assert send(client, talk, letter(), bad) == 422
    token = Attachment.objects.get().token
    kept = {"text": "", "kept": [token]}
    answers = [client.post(f"/berichten/{talk.pk}/zinnen/", kept) for _time in range(2)]
    assert {(one.status_code, one["Location"]) for one in answers} == {(302, answers[0]["Location"])}
    assert Message.objects.count() == 2 and MessageAttachment.objects.get().attachment.token == token
    his = cast.sign_in(cast.rachid).post(f"/berichten/{asked(cast, by=cast.rachid).pk}/zinnen/", kept)
    assert his.status_code == 422  # it is not his


def test_sent_twice_it_is_one_message_and_another_file_is_another(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    for _time in range(2):
        send(client, talk, letter(), text="Alsjeblieft")
    assert Message.objects.count() == 2
    send(client, talk, letter(b"Een ander briefje"), text="Alsjeblieft")
    assert Message.objects.count() == 3


def test_the_file_of_another_home_is_never_sent_along(cast: Cast) -> None:
    his, hers = asked(cast, by=cast.rachid), asked(cast)
    send(cast.sign_in(cast.rachid), his, letter())
    token = MessageAttachment.objects.get().attachment.token
    post = {"text": "Kijk", "kept": [token]}
    cast.sign_in(cast.naima).post(f"/berichten/{hers.pk}/zinnen/", post)
    assert MessageAttachment.objects.count() == 1

"""A colleague who begins: to every guardian in a line of her own, and in balance."""

import datetime as dt

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from driehoek.backbone.journal.good_news import take_back_good_news, tell_good_news
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.people.models import Person
from driehoek.features.conversations.balance import only_worries
from driehoek.features.conversations.models import Conversation, Message, MessageAttachment
from driehoek.features.conversations.tests.talks import seen_by, written
from driehoek.features.feed.tests.test_attaching import spoken
from tests.cast import NOW, Cast

EVENING, MORNING = NOW.replace(hour=21), NOW.replace(day=20, hour=8)  # Thursday, and what waits for Friday


def write(client: Client, child: Person, to: list[Person], **more: str) -> int:
    post = {"to": [str(person.pk) for person in to], "about": "good", "text": "Hij hielp vandaag.", **more}
    return client.post(f"/berichten/schrijven/{child.pk}/", post).status_code


def test_both_parents_get_it_each_in_a_line_of_her_own(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    assert client.get(f"/berichten/schrijven/{cast.yusuf.pk}/").content.decode().count(" checked") == 2
    assert write(client, cast.yusuf, [cast.naima, cast.rachid]) == 302
    hers, his = (Conversation.objects.get(line_of=adult) for adult in (cast.naima, cast.rachid))
    assert seen_by(cast, hers, "naima", "rachid") == {"naima"}
    assert seen_by(cast, his, "naima", "rachid") == {"rachid"}


def test_who_wrote_it_sees_that_no_road_led_to_her_and_she_herself_reads_nothing_of_it(cast: Cast) -> None:
    school, words = cast.sign_in(cast.anouk), "Niet bezorgd"
    write(school, cast.yusuf, [cast.naima, cast.rachid])
    bring(NOW)
    hers, his = (Conversation.objects.get(line_of=adult) for adult in (cast.naima, cast.rachid))
    mail = Delivery.objects.get(notification__person=cast.naima, channel="email")
    assert words not in school.get(hers.get_absolute_url()).text
    for state, is_shown in (("failed", True), ("parked", True), ("waiting", False), ("suppressed", False)):
        Delivery.objects.filter(pk=mail.pk).update(state=state)
        assert (words in school.get(hers.get_absolute_url()).text) is is_shown, state
    Delivery.objects.filter(pk=mail.pk).update(state="failed")
    assert words not in school.get(his.get_absolute_url()).text
    assert words not in cast.sign_in(cast.naima).get(hers.get_absolute_url()).text
    Delivery.objects.create(
        notification=mail.notification, channel="push", state="done", due_at=NOW, first_due_at=NOW
    )
    assert words not in school.get(hers.get_absolute_url()).text


def test_what_school_begins_in_the_evening_is_nothing_at_home_until_the_morning(cast: Cast) -> None:
    with time_machine.travel(EVENING, tick=False):
        said = {"about": "concern", "with_student": "on"}
        assert write(cast.sign_in(cast.anouk), cast.yusuf, [cast.naima, cast.rachid], **said) == 302
        talk = Conversation.objects.get(line_of=cast.naima)
        assert seen_by(cast, talk, "naima", "yusuf", "anouk", now=EVENING) == {"anouk"}
        words = {"text": "Wat is er?"}
        assert cast.sign_in(cast.naima).post(f"{talk.get_absolute_url()}zinnen/", words).status_code == 404
    assert seen_by(cast, talk, "naima", "yusuf", "anouk", now=MORNING) == {"naima", "yusuf", "anouk"}


def test_what_a_colleague_took_back_before_it_went_was_never_there(cast: Cast) -> None:
    with time_machine.travel(EVENING, tick=False):
        write(cast.sign_in(cast.anouk), cast.yusuf, [cast.naima, cast.rachid])
        talk = Conversation.objects.get(line_of=cast.naima)
        said = Message.objects.get(conversation=talk)
        cast.sign_in(cast.anouk).post(f"/berichten/zinnen/{said.pk}/ongedaan/")
    assert seen_by(cast, talk, "naima", "anouk", now=MORNING) == {"anouk"}


def test_leaving_one_out_needs_a_reason_that_only_the_team_reads(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    assert write(client, cast.yusuf, [cast.naima]) == 422
    assert write(client, cast.yusuf, [cast.naima], reason="Vraag over haar werk") == 302
    url = Conversation.objects.get().get_absolute_url()
    assert "Vraag over haar werk" in cast.sign_in(cast.meryem).get(url).content.decode()
    page = cast.sign_in(cast.naima).get(url).content.decode()
    assert "haar werk" not in page and "Rachid" not in page


def test_a_blocked_parent_is_not_among_them(cast: Cast) -> None:
    page = cast.sign_in(cast.anouk).get(f"/berichten/schrijven/{cast.finn.pk}/").content.decode()
    assert cast.marieke.full_name in page and cast.jeroen.full_name not in page


def test_nobody_writes_about_a_child_she_does_not_know(cast: Cast) -> None:
    assert write(cast.sign_in(cast.imane), cast.yusuf, [cast.naima, cast.rachid]) == 404
    assert write(cast.sign_in(cast.naima), cast.yusuf, [cast.rachid]) == 403
    assert not Conversation.objects.exists()


def test_home_never_sees_what_it_was_called(cast: Cast) -> None:
    talk = written(cast, cast.naima, about="concern")
    for url in (talk.get_absolute_url(), "/berichten/"):
        page = cast.sign_in(cast.naima).get(url).content.decode()
        assert "zorg" not in page.lower() and "concern" not in page


def test_only_worries_is_told_to_the_team_and_ends_with_good_news(cast: Cast) -> None:
    pupils = [cast.yusuf.pk, cast.finn.pk]
    written(cast, cast.naima, "Hij had ruzie.", about="concern")
    assert only_worries(cast.viewer(cast.anouk), pupils) == {cast.yusuf.pk}
    assert only_worries(cast.viewer(cast.imane), pupils) == set()
    assert only_worries(cast.viewer(cast.joris), pupils) == set()
    assert only_worries(cast.viewer(cast.naima), pupils) == set()
    later = cast.now + dt.timedelta(weeks=6)
    assert only_worries(cast.viewer(cast.anouk, now=later), pupils) == set()
    written(cast, cast.rachid, "Hij las mooi voor.", about="good")
    assert only_worries(cast.viewer(cast.anouk), pupils) == set()


def test_a_compliment_within_six_weeks_is_good_contact_too(cast: Cast) -> None:
    """The journal knows that good news was told, whoever told it; no feature asks another."""
    written(cast, cast.naima, "Hij had ruzie.", about="concern")
    pupils, anouk = [cast.yusuf.pk], cast.viewer(cast.anouk)
    tell_good_news(cast.yusuf, by=cast.anouk, at=cast.now - dt.timedelta(weeks=6, days=1))
    tell_good_news(cast.finn, by=cast.anouk, at=cast.now)
    assert only_worries(anouk, pupils) == {cast.yusuf.pk}
    tell_good_news(cast.yusuf, by=cast.meryem, at=cast.now - dt.timedelta(weeks=5))
    assert only_worries(anouk, pupils) == set()
    take_back_good_news(cast.yusuf, by=cast.meryem, at=cast.now)
    assert only_worries(anouk, pupils) == {cast.yusuf.pk}


def test_what_goes_along_is_a_copy_for_each_home(cast: Cast) -> None:
    """Each reads and hears her own; the token of the one opens nothing for the other."""
    client = cast.sign_in(cast.anouk)
    drawing = SimpleUploadedFile("tekening.png", encoded(corners()), "image/png")
    said = {"to": [str(cast.naima.pk), str(cast.rachid.pk)], "about": "good", "text": "Kijk eens!"}
    address = f"/berichten/schrijven/{cast.yusuf.pk}/"
    assert client.post(address, {**said, "files": [drawing]}).status_code == 302
    tokens = {}
    for reader in (cast.naima, cast.rachid):
        talk = Conversation.objects.get(line_of=reader)
        row = MessageAttachment.objects.get(message__conversation=talk)
        tokens[reader.pk] = row.attachment
        assert row.attachment.token in cast.sign_in(reader).get(talk.get_absolute_url()).content.decode()
        assert cast.sign_in(reader).get(row.attachment.url).status_code == 200
    assert cast.sign_in(cast.rachid).get(tokens[cast.naima.pk].url).status_code == 404
    assert cast.sign_in(cast.naima).get(tokens[cast.rachid.pk].url).status_code == 404


def test_a_colleague_may_speak_instead_and_an_empty_letter_does_not_go(cast: Cast) -> None:
    voice = SimpleUploadedFile("spraakbericht", spoken(1), content_type="audio/wav")
    client = cast.sign_in(cast.anouk)
    said = {"to": [str(cast.naima.pk), str(cast.rachid.pk)], "about": "good", "text": ""}
    address = f"/berichten/schrijven/{cast.yusuf.pk}/"
    empty = client.post(address, said)
    assert empty.status_code == 422 and "Schrijf of spreek eerst iets in." in empty.content.decode()
    assert client.post(address, {**said, "voice": voice}).status_code == 302
    assert MessageAttachment.objects.filter(attachment__kind="voice").count() == 2


def test_a_file_that_is_refused_is_named_and_the_words_stay(cast: Cast) -> None:
    bad = SimpleUploadedFile("iets.exe", b"MZ\x90\x00\xff\xfe" * 20, "application/octet-stream")
    said = {"to": [str(cast.naima.pk)], "reason": "x", "about": "good", "text": "Kijk eens!", "files": [bad]}
    answer = cast.sign_in(cast.anouk).post(f"/berichten/schrijven/{cast.yusuf.pk}/", said)
    assert answer.status_code == 422 and "Kijk eens!" in answer.content.decode()
    assert not Conversation.objects.exists()

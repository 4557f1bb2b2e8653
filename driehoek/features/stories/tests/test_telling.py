"""Telling something from home, through the front door."""

import datetime as dt

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from driehoek.backbone.media.models import Photo
from driehoek.backbone.moderation.models import Acceptance, Silence, Trace
from driehoek.backbone.moderation.models.conduct import Conduct
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.consent.purposes import Purpose
from driehoek.features.stories.models import Story
from driehoek.features.stories.tests.telling import readers, told
from tests.cast import Cast


def begun(client: Client, cast: Cast, text: str = "Wij zijn naar zee geweest", **more: object) -> str:
    """The address of the second page."""
    about = f"{cast.yusuf.pk}-{cast.groep_5.pk}"
    answer = client.post("/van-thuis/nieuw/", {"about": about, "text": text, **more})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("zee.jpg", encoded(corners()), "image/jpeg")


def test_a_guardian_tells_the_teacher_in_two_steps(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    address = begun(client, cast)
    assert readers(cast, "naima", "anouk") == {"naima"}  # not sent yet
    assert client.post(address, {"to": "teacher"}).status_code == 302
    assert readers(cast, "naima", "anouk", "elif_") == {"naima", "anouk"}


def test_sent_twice_it_is_one_story(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    first, second = begun(client, cast), begun(client, cast)
    assert first == second
    for _time in range(2):
        client.post(first, {"to": "teacher"})
    assert Story.objects.count() == 1


def test_a_second_sheet_with_a_photo_alone_keeps_its_photo(cast: Cast) -> None:
    naima, other = cast.sign_in(cast.naima), encoded(corners().rotate(90).resize((300, 200)))
    first = begun(naima, cast, "", photos=photo())
    assert begun(naima, cast, "", photos=photo()) == first  # sent twice
    second = begun(naima, cast, "", photos=SimpleUploadedFile("hond.jpg", other, "image/jpeg"))
    assert second != first
    assert [len(story.photos()) for story in Story.objects.order_by("pk")] == [1, 1]
    assert Photo.objects.count() == 2


def test_nothing_said_is_no_story_and_the_page_says_so(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).post(
        "/van-thuis/nieuw/", {"about": f"{cast.yusuf.pk}-{cast.groep_5.pk}"}
    )
    assert (
        answer.status_code == 422
        and "Schrijf of spreek iets in, of kies een foto." in answer.content.decode()
    )


def test_nobody_tells_about_anothers_child(cast: Cast) -> None:
    about = f"{cast.yusuf.pk}-{cast.groep_5.pk}"
    assert (
        cast.sign_in(cast.elif_).post("/van-thuis/nieuw/", {"about": about, "text": "Hoi"}).status_code == 422
    )
    for person in (cast.jeroen, cast.anouk, cast.wouter):
        client = cast.sign_in(person)
        assert client.post("/van-thuis/nieuw/", {"about": about, "text": "Hoi"}).status_code in (403, 422)
    assert not Story.objects.exists()


def test_a_child_tells_herself(cast: Cast) -> None:
    client = cast.sign_in(cast.yusuf)
    client.post(begun(client, cast), {"to": "teacher"})
    assert Story.objects.get().corner == "child"


def test_the_first_time_for_the_class_one_reads_the_words_of_the_school(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    address = begun(client, cast)
    refused = client.post(address, {"to": "class"})
    assert refused.status_code == 422 and "Lees de afspraken" in refused.content.decode()
    assert client.post(address, {"to": "class", "accepts": "on"}).status_code == 302
    assert Acceptance.objects.count() == 1
    again = begun(client, cast, "En nog iets")
    assert "afspraken" not in client.get(again).content.decode()
    Conduct.write(cast.vlieger, "Wees lief voor elkaar.", by=cast.joris, at=cast.now)
    assert "Wees lief voor elkaar." in client.get(again).content.decode()


def test_while_it_is_silent_the_class_is_closed_and_the_teacher_is_not(cast: Cast) -> None:
    Silence.begin(cast.vlieger, cast.groep_5, reason="Ruzie", by=cast.joris, at=cast.now)
    client = cast.sign_in(cast.naima)
    address = begun(client, cast)
    page = client.get(address).content.decode()
    assert "School heeft berichten tussen ouders nu stilgezet." in page and "Ruzie" not in page
    client.post(address, {"to": "class", "accepts": "on"})
    assert not Story.objects.get().for_class


def test_a_photo_with_other_children_goes_to_the_teacher_alone(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    address = begun(client, cast, photos=[photo()])
    choices = {"to": "class", "accepts": "on", "who": "others"}
    refused = client.post(address, choices)
    assert refused.status_code == 422 and "Er staan andere kinderen op." in refused.content.decode()
    assert client.post(address, choices | {"to": "teacher"}).status_code == 302
    seen = {key for key in ("anouk", "joris", "rachid", "naima", "elif_") if sees_photo(cast, key)}
    assert seen == {"anouk", "naima"}


def test_without_consent_her_own_photo_stays_out_of_the_class(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    address = begun(client, cast, photos=[photo()])
    refused = client.post(address, {"to": "class", "accepts": "on", "who": "own"})
    assert refused.status_code == 422 and "mag niet naar de klas" in refused.content.decode()


def test_a_photo_of_a_pet_goes_to_the_class_and_follows_no_ones_consent(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    client.post(begun(client, cast, photos=[photo()]), {"to": "class", "accepts": "on", "who": "nobody"})
    assert sees_photo(cast, "elif_") and not sees_photo(cast, "jeroen")
    assert Photo.objects.get().purpose == Purpose.CLASS_APP


def sees_photo(cast: Cast, key: str) -> bool:
    return cast.sign_in(getattr(cast, key)).get(Photo.objects.get().url(800)).status_code == 200


def test_a_bad_picture_is_named_and_the_words_stay(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    address = begun(client, cast, photos=[SimpleUploadedFile("x.jpg", b"geen foto", "image/jpeg")])
    assert "Wij zijn naar zee geweest" in client.get(address).content.decode()
    assert not Photo.objects.exists()


def test_words_can_be_changed_for_a_quarter_and_leave_a_trace(cast: Cast) -> None:
    story, client = told(cast), cast.sign_in(cast.naima)
    address = f"{story.get_absolute_url()}veranderen/"
    assert client.post(address, {"text": "Een brug van blokken"}).status_code == 302
    assert [trace.words for trace in Trace.objects.all()] == ["Yusuf bouwde een brug van dozen"]
    assert cast.sign_in(cast.anouk).post(address, {"text": "Anders"}).status_code == 403
    with time_machine.travel(cast.now + dt.timedelta(minutes=16), tick=False):
        late = client.post(address, {"text": "Te laat"})
        assert late.status_code == 422 and "Te laat" in late.content.decode()  # it comes back, unkept
        assert Story.objects.get().text == "Een brug van blokken"


def test_ones_own_words_can_always_be_taken_back(cast: Cast) -> None:
    story, client = told(cast, for_class=True), cast.sign_in(cast.naima)
    assert cast.sign_in(cast.elif_).post(f"{story.get_absolute_url()}weghalen/").status_code == 403
    with time_machine.travel(cast.now + dt.timedelta(days=9), tick=False):
        for _time in range(2):
            client.post(f"{story.get_absolute_url()}weghalen/")
    assert readers(cast, "naima", "anouk", "elif_") == set()
    assert Trace.objects.get().words == "Yusuf bouwde een brug van dozen"
    assert Story.objects.get().text == ""


def test_a_sheet_that_nobody_sends_is_forgotten(cast: Cast) -> None:
    begun(cast.sign_in(cast.naima), cast, photos=[photo()])
    Story.objects.forget_unsent(cast.now + dt.timedelta(days=6))
    assert Story.objects.exists()
    Story.objects.forget_unsent(cast.now + dt.timedelta(days=8))
    assert not Story.objects.exists() and not Photo.objects.exists()


def test_so_many_in_a_day_is_too_many(cast: Cast) -> None:
    client = cast.sign_in(cast.naima)
    about = f"{cast.yusuf.pk}-{cast.groep_5.pk}"
    answers = [
        client.post("/van-thuis/nieuw/", {"about": about, "text": f"{n}"}).status_code for n in range(21)
    ]
    assert answers == [302] * 20 + [429]

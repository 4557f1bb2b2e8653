"""Adding work: by a child, with her card on a tablet of the class, and by her teacher for several at once."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from driehoek.backbone.media.models import Photo, PhotoCheck
from driehoek.facts.people.models import Person
from driehoek.features.feed.tests.test_attaching import spoken as sound
from driehoek.features.portfolio.models import Work, WorkAttachment, WorkPhoto
from driehoek.features.portfolio.tests.works import BY_CARD, made, photo, readers
from tests.cast import NOW, Cast

NEW = "/werk/nieuw/"


def spoken() -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", sound(), "audio/wav")


def sent(client: Client, **more: object) -> int:
    answer = client.post(NEW, {"whom": "home", "title": "Mijn vulkaan"} | more)
    assert answer.status_code == 302, answer.content.decode()
    return int(answer["Location"].rstrip("/").rsplit("/", 1)[1])


def with_card(cast: Cast, person: Person) -> Client:
    client = cast.sign_in(person)
    session = client.session
    session[BY_CARD] = True
    session.save()
    return client


def nobody(page: HttpResponse, *works: int) -> dict[str, object]:
    """These are ticked, and of those who may not be on photos nobody is on what this page shows."""
    about = page.content.decode().partition('name="about" value="')[2].partition('"')[0]
    return {"work": works, "about": about, "on_photo": "nobody"}


def test_a_child_adds_a_photo_and_his_teacher_looks_before_home_does(cast: Cast) -> None:
    key = sent(cast.sign_in(cast.yusuf), files=photo())
    assert readers(cast, "yusuf", "anouk", "naima", "joris", "elif_") == {"yusuf", "anouk"}
    page = cast.sign_in(cast.anouk).get(f"/groep/{cast.groep_5.pk}/werk/")
    assert "Mijn vulkaan" in page.content.decode()
    answer = cast.sign_in(cast.anouk).post(f"/groep/{cast.groep_5.pk}/werk/", nobody(page, key))
    assert answer.status_code == 302
    assert readers(cast, "yusuf", "anouk", "naima", "rachid", "elif_") == {
        "yusuf", "anouk", "naima", "rachid"
    }  # fmt: skip
    assert WorkPhoto.objects.shown_to(cast.viewer(cast.naima), [key])[key]


def test_a_child_reads_of_his_work_that_his_teacher_looks_first(cast: Cast) -> None:
    def read_by(person: Person) -> str:
        child = f"/kind/{cast.yusuf.pk}/"
        pages = (child, f"{child}week/{NOW.date()}/", f"{child}werk/", work.get_absolute_url())
        answers = [cast.sign_in(person).get(page) for page in pages]
        return "".join(answer.text for answer in answers if answer.status_code == 200)

    work = made(cast, looked=False)
    his, hers = read_by(cast.yusuf), read_by(cast.anouk)
    assert "Wacht op je juf of meester" in his and "Je juf of meester kijkt eerst." in his
    assert "Nog niet nagekeken" in hers and "Kijk het na" in hers and "je juf" not in hers
    work.approve(by=cast.anouk, at=cast.now)
    his, hers = read_by(cast.yusuf), read_by(cast.anouk)
    assert "Wacht op je juf" not in his and "kijkt eerst" not in his
    assert "Nog niet nagekeken" not in hers and "Kijk het na" not in hers


def test_the_check_of_the_photos_is_asked_before_anything_goes_home(cast: Cast) -> None:
    key = sent(cast.sign_in(cast.yusuf), files=photo())
    answer = cast.sign_in(cast.anouk).post(f"/groep/{cast.groep_5.pk}/werk/", {"work": key})
    assert answer.status_code == 422
    assert not readers(cast, "naima")


def test_about_a_photo_that_came_while_she_looked_nothing_was_said(cast: Cast) -> None:
    yusuf, anouk = cast.sign_in(cast.yusuf), cast.sign_in(cast.anouk)
    address = f"/groep/{cast.groep_5.pk}/werk/"
    key = sent(yusuf, files=photo())
    said = nobody(anouk.get(address), key)
    sent(yusuf, title="Brug", files=photo("brug.jpg"))
    assert anouk.post(address, said).status_code == 422
    assert not PhotoCheck.objects.exists() and not readers(cast, "naima")


def test_with_nothing_ticked_nobody_said_who_is_on_the_photos(cast: Cast) -> None:
    sent(cast.sign_in(cast.yusuf), files=photo())
    answer = cast.sign_in(cast.anouk).post(f"/groep/{cast.groep_5.pk}/werk/", {})
    assert answer.status_code == 302
    assert not PhotoCheck.objects.exists() and Work.objects.waiting().count() == 1


def test_what_is_not_ticked_stays(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    first, second = sent(yusuf, title="Een"), sent(yusuf, title="Twee")
    cast.sign_in(cast.anouk).post(f"/groep/{cast.groep_5.pk}/werk/", {"work": first})
    seen = Work.objects.visible_to(cast.viewer(cast.naima)).values_list("pk", flat=True)
    assert list(seen) == [first] and second in Work.objects.waiting().values_list("pk", flat=True)


def test_a_colleague_of_another_group_looks_at_nothing(cast: Cast) -> None:
    sent(cast.sign_in(cast.yusuf))
    assert cast.sign_in(cast.daan).get(f"/groep/{cast.groep_5.pk}/werk/").status_code in (403, 404)
    assert cast.sign_in(cast.naima).get(f"/groep/{cast.groep_5.pk}/werk/").status_code in (403, 404)


def test_sent_twice_it_is_one_piece_of_work_with_one_photo(cast: Cast) -> None:
    client = cast.sign_in(cast.yusuf)
    assert sent(client, files=photo()) == sent(client, files=photo())
    assert Work.objects.count() == 1 and Photo.objects.count() == 1


def test_a_voice_alone_is_work_and_is_heard(cast: Cast) -> None:
    key = sent(cast.sign_in(cast.yusuf), title="", voice=spoken())
    assert WorkAttachment.objects.get(work=key).attachment.kind == "voice"


def test_nothing_at_all_is_no_work_and_the_page_says_so(cast: Cast) -> None:
    answer = cast.sign_in(cast.yusuf).post(NEW, {"whom": "home"})
    assert answer.status_code == 422
    assert "Maak een foto, spreek iets in, of schrijf iets." in answer.content.decode()


def test_what_is_wrong_loses_nothing(cast: Cast) -> None:
    yesterday = cast.today - dt.timedelta(days=1)
    said = {"whom": "home", "title": "Brug", "until_on": yesterday, "files": photo()}
    answer = cast.sign_in(cast.yusuf).post(NEW, said)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Deze dag is al voorbij" in page
    assert 'name="kept"' in page and 'value="Brug"' in page


def test_an_older_student_says_herself_who_is_on_the_photo(cast: Cast) -> None:
    client = cast.sign_in(cast.dewi)
    answer = client.post(NEW, {"whom": "home", "title": "Verband", "files": photo()})
    assert answer.status_code == 422 and "Zeg wie er op de foto staat." in answer.text
    asked, _, beside = answer.text.partition("Wie staat er op de foto?")[2].partition("</legend>")
    assert "(nodig bij een foto)" in asked and "mag leeg blijven" not in asked and beside
    sent(client, title="Verband", files=photo(), on_photos="own")
    assert "sri" in readers(cast, "sri") or not cast.viewer(cast.sri).wards()
    sent(client, title="Samen", files=photo(), on_photos="others")
    assert Work.objects.waiting().count() == 1


def test_with_her_card_an_older_student_waits_too(cast: Cast) -> None:
    sent(with_card(cast, cast.dewi), title="Verband")
    assert Work.objects.waiting().count() == 1


def test_a_teacher_adds_one_photo_to_three_portfolios_and_each_has_a_copy(cast: Cast) -> None:
    three = [cast.yusuf.pk, cast.noor.pk, cast.mila.pk]
    answer = cast.sign_in(cast.anouk).post(
        f"/maken/werk/?groep={cast.groep_5.pk}",
        {"students": three, "title": "Onze brug", "whom": "home", "files": photo()},
    )
    assert answer.status_code == 302, answer.content.decode()
    photos = {row.photo for row in WorkPhoto.objects.select_related("photo")}
    assert Work.objects.count() == 3 and len({one.token for one in photos}) == 3
    works = list(Work.objects.waiting().values_list("pk", flat=True))
    if works:  # some children of the group may not be on photos: that is asked on the next page
        anouk = cast.sign_in(cast.anouk)
        said = nobody(anouk.get(answer["Location"]), *works)
        assert anouk.post(answer["Location"], said).status_code == 302
    assert not Work.objects.waiting().exists()
    assert "naima" in readers(cast, "naima")


def test_a_teacher_who_sends_it_twice_adds_it_once(cast: Cast) -> None:
    anouk, address = cast.sign_in(cast.anouk), f"/maken/werk/?groep={cast.groep_5.pk}"
    for _time in range(2):
        said = {
            "students": [cast.yusuf.pk, cast.noor.pk],
            "title": "Brug",
            "whom": "home",
            "files": photo(),
            "voice": spoken(),
        }
        assert anouk.post(address, said).status_code == 302
    assert Work.objects.count() == Photo.objects.count() == WorkAttachment.objects.count() == 2


def test_a_teacher_adds_nothing_for_a_child_of_another_class(cast: Cast) -> None:
    said = {"students": [cast.lina.pk], "title": "Niet van mij", "whom": "home"}
    answer = cast.sign_in(cast.anouk).post(f"/maken/werk/?groep={cast.groep_5.pk}", said)
    assert answer.status_code == 422 and not Work.objects.exists()


def test_nobody_at_home_adds_work(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    assert naima.post(NEW, {"whom": "home", "title": "x"}).status_code in (403, 404)
    assert naima.post("/maken/werk/", {"title": "x"}).status_code in (403, 404)
    assert not Work.objects.exists()


@pytest.mark.parametrize(
    ("whom", "others"),
    [("home", {"naima"}), ("class", {"naima", "noor"}), ("teacher", set())],
)
def test_a_teacher_says_for_whom_the_work_of_a_little_one_is(cast: Cast, whom: str, others: set[str]) -> None:
    anouk, address = cast.sign_in(cast.anouk), f"/maken/werk/?groep={cast.groep_5.pk}"
    page = anouk.get(address).text
    assert "Wie mag dit zien?" in page and "Voor thuis en de klas" in page and "Wie van thuis?" not in page
    said = {"students": [cast.yusuf.pk], "title": "Mijn vulkaan", "whom": whom}
    assert anouk.post(address, said | {"until_on": "2026-01-01"}).status_code == 422
    assert all(anouk.post(address, said | {"whom": other}).status_code == 422 for other in ("", "chosen"))
    assert not Work.objects.exists()
    assert anouk.post(address, said).status_code == 302
    everybody = readers(cast, "anouk", "yusuf", "naima", "noor", "elif_", "lina")
    assert everybody == {"anouk", "yusuf"} | others


def test_of_who_is_of_age_a_teacher_opens_nothing_for_others(cast: Cast) -> None:
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=dt.date(2008, 11, 1))
    said = {"students": [cast.yusuf.pk, cast.noor.pk], "title": "Mijn vulkaan", "whom": "class"}
    assert cast.sign_in(cast.anouk).post(f"/maken/werk/?groep={cast.groep_5.pk}", said).status_code == 302
    assert {work.student: work.whom for work in Work.objects.select_related("student")} == {
        cast.yusuf: "teacher", cast.noor: "class",
    }  # fmt: skip

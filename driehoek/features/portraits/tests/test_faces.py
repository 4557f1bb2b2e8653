"""Who sees a face, and who does not."""

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from driehoek.facts.people.models import Person, Portrait, Protection, Restriction
from driehoek.facts.schools.models import Enrolment, Group
from driehoek.features.portraits import views
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def picture(colour: str = "#E8643C") -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(file, "JPEG")
    file.seek(0)
    return file


def face_of(person: Person) -> Portrait:
    return Portrait.put(person, picture())


def ticks(cast: Cast, person: Person, *groups: Group) -> None:
    """She lets these classes see her face, and no other."""
    said = {f"group-{group.pk}": "face" for group in groups}
    assert cast.sign_in(person).post("/ik/kennismaken/", said).status_code == 302


def test_a_childs_face_is_for_her_guardians_and_her_teachers(cast: Cast) -> None:
    address = face_of(cast.yusuf).get_absolute_url()
    for person, status in [(cast.naima, 200), (cast.rachid, 200), (cast.anouk, 200), (cast.yusuf, 200)]:
        assert cast.sign_in(person).get(address).status_code == status
    for person in (cast.elif_, cast.mark, cast.daan):
        assert cast.sign_in(person).get(address).status_code == 404


def test_a_browser_keeps_a_face_for_a_minute_and_for_this_reader(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).get(face_of(cast.yusuf).get_absolute_url())
    assert answer["Cache-Control"] == "private, max-age=60" and "Cookie" in answer["Vary"]


def test_a_parent_is_known_to_other_parents_only_by_her_own_choice(cast: Cast) -> None:
    face = face_of(cast.elif_)
    assert cast.sign_in(cast.naima).get(face.get_absolute_url()).status_code == 404
    assert cast.sign_in(cast.anouk).get(face.get_absolute_url()).status_code == 200
    ticks(cast, cast.elif_, cast.groep_5)
    assert cast.sign_in(cast.naima).get(face.get_absolute_url()).status_code == 200
    assert cast.sign_in(cast.yusuf).get(face.get_absolute_url()).status_code == 404  # for parents


def test_a_child_sees_the_faces_of_her_own_guardians_until_one_is_kept_away(cast: Cast) -> None:
    hers, other = (face_of(person).get_absolute_url() for person in (cast.naima, cast.tom))
    child = cast.sign_in(cast.yusuf)
    assert [child.get(hers).status_code, child.get(other).status_code] == [200, 404]
    Restriction.objects.create(
        adult=cast.naima, student=cast.yusuf, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    assert child.get(hers).status_code == 404


def test_a_face_ticked_for_one_class_is_not_there_for_the_other(cast: Cast) -> None:
    Enrolment.objects.filter(student=cast.fleur).update(group=cast.groep_2)  # daughter of Annelies
    address = face_of(cast.naima).get_absolute_url()
    ticks(cast, cast.naima, cast.groep_2)
    assert cast.sign_in(cast.annelies).get(address).status_code == 200
    assert cast.sign_in(cast.elif_).get(address).status_code == 404
    ticks(cast, cast.naima, cast.groep_5)
    assert cast.sign_in(cast.annelies).get(address).status_code == 404
    assert cast.sign_in(cast.elif_).get(address).status_code == 200


def test_another_ticked_field_shows_no_face_and_a_class_that_was_left_loses_it(cast: Cast) -> None:
    address = face_of(cast.elif_).get_absolute_url()
    said = {"job": "Bakker", f"group-{cast.groep_5.pk}": ["job", "child", "email", "phone"]}
    cast.sign_in(cast.elif_).post("/ik/kennismaken/", said)
    assert cast.sign_in(cast.naima).get(address).status_code == 404
    ticks(cast, cast.elif_, cast.groep_5)
    assert cast.sign_in(cast.naima).get(address).status_code == 200
    Enrolment.objects.filter(student=cast.defne).update(ends_on=cast.today - dt.timedelta(days=1))
    assert cast.sign_in(cast.naima).get(address).status_code == 404


def test_a_face_for_the_class_is_not_for_who_is_kept_from_her_child_and_of_nobody_in_hiding(
    cast: Cast,
) -> None:
    address = face_of(cast.elif_).get_absolute_url()
    ticks(cast, cast.elif_, cast.groep_5)
    Restriction.objects.create(
        adult=cast.naima, student=cast.defne, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    assert cast.sign_in(cast.naima).get(address).status_code == 404
    assert cast.sign_in(cast.sanne_v).get(address).status_code == 200
    Protection.objects.create(student=cast.defne, basis="-", entered_by=cast.marja, entered_at=cast.now)
    assert cast.sign_in(cast.sanne_v).get(address).status_code == 404


def test_a_teacher_shows_her_face_to_the_families_of_her_school(cast: Cast) -> None:
    address = face_of(cast.anouk).get_absolute_url()
    assert cast.sign_in(cast.naima).get(address).status_code == 200
    assert cast.sign_in(cast.dewi).get(address).status_code == 404


def test_one_chooses_ones_own_face_and_takes_it_away_again(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    upload = SimpleUploadedFile("ik.jpg", picture().read(), "image/jpeg")
    assert browser.post("/ik/gezicht/", {"picture": upload}).status_code == 302
    face = Portrait.objects.get(person=cast.naima)
    assert face.path.exists()
    assert "/ik/kennismaken/" in browser.get("/ik/gezicht/").text  # for which class, she says there
    assert "/ik/kennismaken/" not in cast.sign_in(cast.daan).get("/ik/gezicht/").text
    browser.post("/ik/gezicht/weg/")
    assert not Portrait.objects.filter(person=cast.naima).exists()


def test_what_is_not_a_picture_is_refused_with_a_sentence(cast: Cast) -> None:
    upload = SimpleUploadedFile("ik.jpg", b"<svg onload=alert(1)>", "image/jpeg")
    answer = cast.sign_in(cast.naima).post("/ik/gezicht/", {"picture": upload})
    assert answer.status_code == 422 and "Dit bestand is geen foto" in answer.content.decode()
    assert not Portrait.objects.filter(person=cast.naima).exists()


def test_who_changes_her_face_all_day_waits_until_tomorrow_and_keeps_the_last(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "FACES", views.Limit("portraits.face", 2, dt.timedelta(days=1)))
    browser = cast.sign_in(cast.elif_)
    answers = [
        browser.post("/ik/gezicht/", {"picture": SimpleUploadedFile("ik.jpg", picture().read())}).status_code
        for _time in range(3)
    ]
    assert answers == [302, 302, 429] and Portrait.objects.filter(person=cast.elif_).exists()
    assert browser.post("/ik/gezicht/weg/").status_code == 302  # taking it away always works

"""What a parent lets a class know of herself: field by field, class by class, and nothing unasked."""

import datetime as dt
from importlib import import_module
from typing import Any

from django.db import connection
from django.test import Client

from driehoek.backbone.translation.models import Correction, Translation
from driehoek.facts.people.models import Guardianship, Person, Portrait, Protection, Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.introductions.models import Sharing, Trait
from tests.cast import NOW, Cast


def introduced(cast: Cast, *fields: str) -> Client:
    """Naima tells of herself, and lets groep 5 know these fields."""
    client = cast.sign_in(cast.naima)
    said = {"job": "Bakker", "hobby": "Schaken", f"group-{cast.groep_5.pk}": list(fields)}
    assert client.post("/ik/kennismaken/", said).status_code == 302
    return client


def read(cast: Cast, key: str, path: str = "") -> str:
    answer = cast.sign_in(getattr(cast, key)).get(path or f"/groep/{cast.groep_5.pk}/klas/")
    return answer.content.decode() if answer.status_code == 200 else ""


def test_nothing_is_shared_until_she_says_so(cast: Cast) -> None:
    introduced(cast)
    assert Trait.objects.count() == 2
    assert "Bakker" not in read(cast, "elif_") and "Naima" not in read(cast, "elif_")


def test_the_class_sees_the_fields_she_chose_and_no_other(cast: Cast) -> None:
    introduced(cast, "job", "child")
    page = read(cast, "elif_")
    assert "Bakker" in page and "Yusuf" in page and "Schaken" not in page and cast.naima.email not in page


def test_contact_details_only_for_the_class_she_chose(cast: Cast) -> None:
    introduced(cast, "email")
    assert cast.naima.email in read(cast, "elif_") and cast.naima.email in read(cast, "murat")
    assert cast.naima.email not in read(cast, "annelies", f"/groep/{cast.groep_2.pk}/klas/")


def test_only_parents_and_teachers_of_the_class_open_it(cast: Cast) -> None:
    introduced(cast, "job")
    found = {
        key
        for key in ("elif_", "anouk", "tom", "jeroen", "daan", "joris", "yusuf", "wouter")
        if read(cast, key)
    }
    assert found == {"elif_", "anouk"}


def test_a_ticked_field_can_be_taken_back(cast: Cast) -> None:
    introduced(cast, "job")
    introduced(cast)
    assert "Bakker" not in read(cast, "elif_") and not Sharing.objects.exists()


def test_blocked_pairs_never_meet_either_way(cast: Cast) -> None:
    introduced(cast, "job")
    block = {
        "kind": Restriction.Kind.NO_ACCESS,
        "starts_on": cast.today,
        "basis": "x",
        "entered_by": cast.joris,
    }
    kept = Restriction.objects.create(adult=cast.elif_, student=cast.yusuf, **block)
    assert "Bakker" not in read(cast, "elif_")
    kept.delete()
    assert "Bakker" in read(cast, "elif_")
    Restriction.objects.create(adult=cast.naima, student=cast.defne, **block)
    assert "Bakker" not in read(cast, "elif_")


def test_a_family_with_a_secret_address_is_in_no_list(cast: Cast) -> None:
    introduced(cast, "job")
    Protection.objects.create(student=cast.yusuf, basis="x", entered_by=cast.joris, entered_at=cast.now)
    assert "Bakker" not in read(cast, "elif_")


def test_nobody_shares_with_a_class_that_is_not_hers(cast: Cast) -> None:
    cast.sign_in(cast.naima).post("/ik/kennismaken/", {"job": "Bakker", f"group-{cast.groep_6.pk}": ["job"]})
    assert not Sharing.objects.exists()


def test_a_teacher_finds_a_parent_of_her_own_group_for_a_lesson(cast: Cast) -> None:
    introduced(cast, "job")
    assert "Bakker" in read(cast, "anouk", "/werk/gastles/?sought=bakk")
    assert "Bakker" not in read(cast, "anouk", "/werk/gastles/?sought=piloot")
    assert "Bakker" not in read(cast, "daan", "/werk/gastles/?sought=bakk")
    assert cast.sign_in(cast.naima).get("/werk/gastles/").status_code == 403


def test_a_class_takes_as_many_queries_for_many_as_for_few(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for key in ("elif_", "murat", "esther", "pieter", "bas", "linda"):
        person = getattr(cast, key)
        Trait.objects.create(person=person, field="job", words="Bakker")
        Sharing.objects.create(person=person, group=cast.groep_5, field="job", at=cast.now)
        Sharing.objects.create(person=person, group=cast.groep_5, field="child", at=cast.now)
    client = cast.sign_in(cast.naima)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        assert client.get(f"/groep/{cast.groep_5.pk}/klas/").content.decode().count("Bakker") == 6


def test_what_a_parent_tells_of_herself_comes_in_the_language_of_the_reader(cast: Cast) -> None:
    cast.elif_.speak("tr")
    introduced(cast, "job")
    job = Trait.objects.get(field="job")
    job.school = cast.vlieger.pk
    Correction.write(job.texts["words"], "tr", "Fırıncı", by=cast.meryem, at=cast.now)
    page = read(cast, "elif_")
    assert "Fırıncı" in page and "tr-original" in page and "Bakker" in page
    assert "Fırıncı" not in read(cast, "rachid") and "Bakker" in read(cast, "rachid")
    cast.sign_in(cast.naima).post("/ik/kennismaken/", {"job": "Kok", f"group-{cast.groep_5.pk}": ["job"]})
    assert not Translation.objects.filter(original="Bakker").exists()


def test_the_other_parent_of_her_child_never_finds_her_address_here(cast: Cast) -> None:
    introduced(cast, "job", "email", "phone")
    cast.naima.mobile = "0611122233"
    cast.naima.save(update_fields=["mobile"])
    page = read(cast, "rachid")
    assert "Bakker" in page and cast.naima.email not in page and "0611122233" not in page
    assert cast.naima.email in read(cast, "elif_") and "0611122233" in read(cast, "elif_")
    assert "ziet hier nooit je mailadres" in read(cast, "naima", "/ik/kennismaken/")
    Guardianship.objects.filter(guardian=cast.rachid).update(ends_on=cast.today)  # an end opens nothing
    assert cast.naima.email not in read(cast, "rachid")


def test_the_way_to_an_interpreter_stands_once_among_many_words(cast: Cast) -> None:
    introduced(cast, "job", "hobby")
    assert '"/ik/tolk/"' not in read(cast, "anouk")
    page = read(cast, "elif_")
    assert "Bakker" in page and "Schaken" in page and page.count('"/ik/tolk/"') == 1


def test_a_face_alone_puts_nobody_in_the_list_and_stands_beside_what_she_tells(cast: Cast) -> None:
    address = Portrait.objects.create(person=cast.naima, token="faceOfNaima0123456789").get_absolute_url()
    introduced(cast, "face")
    assert "Naima" not in read(cast, "elif_")
    introduced(cast, "job")
    assert "Naima" in read(cast, "elif_") and address not in read(cast, "elif_")
    introduced(cast, "job", "face")
    assert address in read(cast, "elif_")
    assert address not in read(cast, "annelies", f"/groep/{cast.groep_2.pk}/klas/")


class SharedThen:
    """A row as that step makes it, for the table of today."""

    objects = Sharing.objects

    def __new__(cls, **said: Any) -> Sharing:  # type: ignore[misc]  # it stands in for the model
        return Sharing(at=NOW, **said)


class Before:
    """The models as they were when a face had one choice for all classes."""

    def __init__(self, *chose: Person) -> None:
        self.chose, self.objects = [person.pk for person in chose], self

    def get_model(self, _app: str, name: str) -> Any:  # as Django hands them over
        return {"Portrait": self, "Sharing": SharedThen}[name]

    def filter(self, *, for_class: bool) -> "Before":
        return self if for_class else Before()

    def values_list(self, _field: str, *, flat: bool) -> list[int]:
        return self.chose if flat else []


def test_who_showed_her_face_to_all_keeps_it_for_the_classes_of_today_and_for_no_other(cast: Cast) -> None:
    Guardianship.objects.filter(guardian=cast.elif_).update(ends_on=cast.today - dt.timedelta(days=1))
    step = import_module("driehoek.features.introductions.migrations.0002_a_face_for_each_class")
    before = Before(cast.naima, cast.elif_, cast.daan)
    for _time in range(2):
        step.tick_for_each_class(before, connection.schema_editor())
    hers = Sharing.objects.filter(person=cast.naima, field="face").values_list("group", flat=True)
    classes = Enrolment.objects.on(cast.today).filter(student__in=[cast.yusuf, cast.lina, cast.adam])
    assert {cast.groep_5.pk, cast.groep_2.pk} <= set(hers) == set(classes.values_list("group", flat=True))
    assert Sharing.objects.count() == len(hers)  # nobody else, and nothing twice

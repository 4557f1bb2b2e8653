"""Whether students read what their guardians read: usual from secondary school on, and its author chooses."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.models import Role
from driehoek.facts.people.ages import birthday
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post, Publication
from driehoek.features.feed.places import Place
from tests.cast import Cast

SHEET = {"title": "De eerste proef", "text": "Het water werd blauw.", "kind": "update", "when": "now"}
BOX = 'name="with_students" id="id_with_students" data-keep'
TWELVE = 12  # years


def page_for(client: Client, place: Place) -> str:
    return client.get("/maken/", {"voor": place.key}).content.decode()


def sent(page_place: Place, **more: str) -> dict[str, str]:
    """The sheet as its page has it: filled in for that place."""
    return SHEET | {"place": page_place.key, "asked_for": page_place.key} | more


def share(client: Client, place: Place, **more: str) -> Post:
    """As the button named it; the empty sheet first becomes a draft."""
    name = client.get("/maken/").context["desk"].begun
    assert client.post("/maken/delen/", sent(place, begun=name, **more)).status_code == 302
    return Post.objects.latest("pk")


def room_of_adam(cast: Cast) -> Place:
    return Place(cast.kompas, student=cast.adam)


def sees(post: Post, cast: Cast, person: Person) -> bool:
    return post.allows(cast.viewer(person, "home", now=cast.now + dt.timedelta(minutes=1)), "see")


def test_usual_in_secondary_and_vocational_schools_and_not_in_a_primary_one(cast: Cast) -> None:
    usual = [Place(cast.kompas), Place(cast.kompas, group=cast.klas_1b), room_of_adam(cast)]
    usual += [Place(cast.delta), Place(cast.delta, student=cast.dewi)]
    not_usual = [Place(cast.vlieger), Place(cast.vlieger, group=cast.groep_5)]
    not_usual += [Place(cast.vlieger, student=cast.yusuf)]
    assert all(place.reaches_students(cast.today) for place in usual)
    assert not any(place.reaches_students(cast.today) for place in not_usual)


@pytest.mark.parametrize(("days", "usual"), [(-1, False), (0, True)])
def test_in_the_room_of_a_child_in_primary_school_from_the_day_it_is_twelve(
    cast: Cast, days: int, *, usual: bool
) -> None:
    room = Place(cast.vlieger, student=cast.yusuf)
    day = birthday(cast.yusuf.birth_date, TWELVE) + dt.timedelta(days=days)
    assert room.reaches_students(day) is usual
    cast.yusuf.birth_date = None
    assert not room.reaches_students(day)


def test_the_sheet_says_before_one_shares_that_students_read_it(cast: Cast) -> None:
    dijk, anouk = cast.sign_in(cast.dijk), cast.sign_in(cast.anouk)
    page = page_for(dijk, Place(cast.kompas, group=cast.klas_1b))
    assert f"{BOX} checked" in page and "Ouders en leerlingen krijgen het:" in page
    page = page_for(dijk, room_of_adam(cast))
    assert "with_students" not in page and "leest het ook" in page
    assert f"Ouders en <bdi>{cast.adam.name}</bdi> krijgen het:" in page and "leerlingen lezen" not in page
    page = page_for(anouk, Place(cast.vlieger, group=cast.groep_5))
    assert f"{BOX}>" in page and "Ouders krijgen het:" in page


def test_what_a_mentor_shares_in_the_room_of_adam_he_reads_and_the_class_does_not(cast: Cast) -> None:
    room = room_of_adam(cast)
    post = share(cast.sign_in(cast.dijk), room, with_students="on", told=f"{room.key}-and-students")
    assert sees(post, cast, cast.adam) and sees(post, cast, cast.naima)
    assert not sees(post, cast, cast.lisa)


def test_what_a_head_tells_her_whole_secondary_school_its_students_read(cast: Cast) -> None:
    school = Place(cast.kompas)
    post = share(cast.sign_in(cast.peter), school, with_students="on", told=f"{school.key}-and-students")
    assert sees(post, cast, cast.adam) and not sees(post, cast, cast.yusuf)


def test_in_the_room_of_who_reads_herself_nothing_is_for_home_alone(cast: Cast) -> None:
    """With the box of another page left empty; and under twelve she chooses, and nobody asks the child."""
    adams, yusufs = room_of_adam(cast), Place(cast.vlieger, student=cast.yusuf)
    post = share(cast.sign_in(cast.dijk), adams, told=f"{adams.key}-and-students")
    assert sees(post, cast, cast.adam) and "Wat zegt" in shown(post, cast)
    anouk = cast.sign_in(cast.anouk)
    assert f"{BOX}>" in page_for(anouk, yusufs)
    to_home = share(anouk, yusufs, told=yusufs.key)
    assert not sees(to_home, cast, cast.yusuf) and "Wat zegt" not in shown(to_home, cast)
    to_home.audience.lines.create(role=Role.STUDENT, student=cast.yusuf)
    assert sees(to_home, cast, cast.yusuf) and "Wat zegt" in shown(to_home, cast)


def shown(post: Post, cast: Cast) -> str:
    """To his mother, when it is there."""
    Publication.objects.filter(post=post).update(due_at=cast.now)
    return cast.sign_in(cast.naima).get(post.get_absolute_url()).text


def test_the_author_takes_it_off_and_then_the_button_names_parents_alone(cast: Cast) -> None:
    dijk, place = cast.sign_in(cast.dijk), Place(cast.kompas, group=cast.klas_1b)
    name = dijk.get("/maken/").context["desk"].begun
    with_him = sent(place, begun=name, told=f"{place.key}-and-students")
    answer = dijk.post("/maken/delen/", with_him)  # her page still said that students read it
    page = answer.content.decode()
    assert answer.status_code == 422 and f"{BOX}>" in page and "Ouders krijgen het:" in page
    post = Post.objects.get()
    assert dijk.post(f"/maken/{post.pk}/delen/", sent(place, told=place.key)).status_code == 302
    assert sees(Post.objects.get(), cast, cast.naima) and not sees(post, cast, cast.adam)


def test_taken_off_it_stays_off_while_she_writes_on(cast: Cast) -> None:
    dijk, place = cast.sign_in(cast.dijk), Place(cast.kompas, group=cast.klas_1b)
    name = dijk.get("/maken/").context["desk"].begun
    page = dijk.post("/maken/", sent(place, begun=name), follow=True).content.decode()
    assert f"{BOX}>" in page
    address = f"/maken/{Post.objects.get().pk}/"
    page = dijk.post(address, sent(place, text="Meer."), follow=True).content.decode()
    assert f"{BOX}>" in page


@pytest.mark.parametrize(("ticked", "leaves"), [(False, True), (True, False)])
def test_another_place_brings_its_own_usual_readers_unless_she_chose_them_there(
    cast: Cast, *, ticked: bool, leaves: bool
) -> None:
    """A teacher goes from her class in primary school to the room of a child of twelve, and back."""
    born = cast.today.replace(year=cast.today.year - TWELVE)
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=born)
    client, box = cast.sign_in(cast.anouk), {"with_students": "on"}
    group, room = Place(cast.vlieger, group=cast.groep_5), Place(cast.vlieger, student=cast.yusuf)
    name = client.get("/maken/").context["desk"].begun
    client.post("/maken/", sent(group, begun=name, place=room.key) | (box if ticked else {}))
    post = Post.objects.get()
    assert post.student == cast.yusuf and post.is_for_students
    client.post(f"/maken/{post.pk}/", sent(room, place=group.key) | (box if leaves else {}))
    back = Post.objects.get()
    assert back.group == cast.groep_5 and not back.is_for_students


def test_a_tip_that_is_laid_on_a_sheet_of_1b_has_its_usual_readers(cast: Cast) -> None:
    """The page of tips does not ask about students."""
    laid = {"place": f"group-{cast.klas_1b.pk}", "kind": "lesson", "when": "usual", "title": "Een plan"}
    page = cast.sign_in(cast.dijk).post("/maken/", laid, follow=True).content.decode()
    assert f"{BOX} checked" in page and Post.objects.get().is_for_students


def test_the_sheet_asks_the_database_as_often_for_students_as_for_parents_alone(cast: Cast) -> None:
    dijk, place, counts = cast.sign_in(cast.dijk), Place(cast.kompas, group=cast.klas_1b), []
    draft = Post.begin(place, by=cast.dijk, at=cast.now)
    for with_students in (True, False):
        draft.write({}, place=place, with_students=with_students)
        dijk.get(f"/maken/{draft.pk}/")
        with CaptureQueriesContext(connection) as found:
            assert dijk.get(f"/maken/{draft.pk}/").status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1] <= 22

"""Who reads a conversation: one person at home, the child who was asked in, and the team."""

import datetime as dt

from driehoek.facts.people.models import Guardianship, ProtectionReader, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, Leave
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked, seen_by, written
from tests.cast import Cast

FAMILY = ("naima", "rachid", "yusuf", "lina")
STAFF = ("anouk", "meryem", "daan", "gijs", "joris", "marja")


def test_it_is_between_one_parent_and_the_team(cast: Cast) -> None:
    assert seen_by(cast, asked(cast), *FAMILY, *STAFF, "elif", "petra") == {"naima", "anouk", "meryem"}


def test_each_of_two_homes_has_its_own(cast: Cast) -> None:
    hers, his = asked(cast), asked(cast, by=cast.rachid)
    assert seen_by(cast, hers, "naima", "rachid") == {"naima"}
    assert seen_by(cast, his, "naima", "rachid") == {"rachid"}
    page = cast.sign_in(cast.rachid).get("/berichten/").content.decode()
    assert his.get_absolute_url() in page and hers.get_absolute_url() not in page
    assert cast.sign_in(cast.rachid).get(hers.get_absolute_url()).status_code == 404


def test_the_child_reads_along_only_when_asked_in(cast: Cast) -> None:
    assert "yusuf" in seen_by(cast, asked(cast, with_student=True), *FAMILY)
    assert "yusuf" not in seen_by(cast, asked(cast, "Stil"), *FAMILY)
    assert "rachid" not in seen_by(cast, asked(cast, with_student=True), *FAMILY)


def test_a_block_ends_reading_and_writing(cast: Cast) -> None:
    talk = asked(cast)
    client = cast.sign_in(cast.naima)
    assert client.get(talk.get_absolute_url()).status_code == 200
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=cast.today, entered_by=cast.marja
    )
    assert client.get(talk.get_absolute_url()).status_code == 404
    assert client.post(f"/berichten/{talk.pk}/zinnen/", {"text": "Nog iets"}).status_code == 404
    assert Message.objects.count() == 1


def test_the_end_of_a_guardianship_ends_it_and_school_is_told(cast: Cast) -> None:
    talk = asked(cast)
    yesterday = cast.today - dt.timedelta(days=1)
    Guardianship.objects.filter(guardian=cast.naima, student=cast.yusuf).update(ends_on=yesterday)
    assert seen_by(cast, talk, "naima", "anouk") == {"anouk"}
    client = cast.sign_in(cast.anouk)
    page = client.get(talk.get_absolute_url()).content.decode()
    assert "leest dit gesprek niet meer" in page and 'id="antwoord"' not in page
    assert client.post(f"/berichten/{talk.pk}/zinnen/", {"text": "Hallo?"}).status_code == 422


def test_whoever_may_only_look_may_not_answer(cast: Cast) -> None:
    tie = Guardianship.objects.filter(guardian=cast.tom, student=cast.mila)
    assert tie.get().sees_child and not tie.get().may_answer
    talk = written(cast, cast.tom, children=[cast.mila])
    client = cast.sign_in(cast.tom)
    page = client.get(talk.get_absolute_url()).content.decode()
    assert "hardop" in page and 'id="antwoord"' not in page
    assert client.post(f"/berichten/{talk.pk}/zinnen/", {"text": "Mooi"}).status_code == 403
    assert client.get("/berichten/nieuw/").content.decode().count('name="about"') == 0


def test_a_child_who_left_the_school_ends_it(cast: Cast) -> None:
    talk = asked(cast)
    yesterday = cast.today - dt.timedelta(days=1)
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=yesterday)
    assert seen_by(cast, talk, *FAMILY, *STAFF) == set()


def test_another_class_is_another_team(cast: Cast) -> None:
    talk = asked(cast)
    Enrolment.objects.filter(student=cast.yusuf, group=cast.groep_5).update(group=cast.groep_6)
    assert seen_by(cast, talk, *STAFF, "imane") == {"imane"}


def test_a_teacher_who_left_reads_nothing(cast: Cast) -> None:
    talk = asked(cast)
    yesterday = cast.today - dt.timedelta(days=1)
    Appointment.objects.filter(person=cast.meryem).update(ends_on=yesterday)
    assert seen_by(cast, talk, "anouk", "meryem") == {"anouk"}


def test_a_secret_address_is_for_the_colleagues_who_were_named(cast: Cast) -> None:
    talk = asked(cast, by=cast.karin, children=[cast.lotte])
    assert seen_by(cast, talk, "karin", "anouk", "meryem") >= {"karin", "anouk"}
    ProtectionReader.objects.all().delete()
    assert seen_by(cast, talk, "karin", "anouk", "meryem") == {"karin"}


def test_one_question_about_two_children_ends_with_the_right_to_either(cast: Cast) -> None:
    talk = asked(cast, children=[cast.yusuf, cast.lina])
    assert seen_by(cast, talk, "naima", "anouk", "daan", "carla") == {"naima", "anouk", "daan"}
    Guardianship.objects.filter(guardian=cast.naima, student=cast.lina).delete()
    assert seen_by(cast, talk, "naima") == set()


def test_who_stands_in_reads_what_is_open_and_only_then(cast: Cast) -> None:
    talk = asked(cast)
    assert "imane" not in seen_by(cast, talk, "imane")
    tomorrow = cast.today + dt.timedelta(days=1)
    Leave.take(cast.anouk, starts_on=cast.today, ends_on=tomorrow, deputy=cast.imane)
    assert "imane" in seen_by(cast, talk, "imane")
    assert "imane" not in seen_by(cast, talk, "imane", now=cast.now + dt.timedelta(days=3))
    talk.finish(by=cast.meryem, at=cast.now)
    assert "imane" not in seen_by(cast, talk, "imane")


def test_help_is_for_whoever_helps_at_that_school(cast: Cast) -> None:
    talk = asked(cast, children=[], team="help")
    people = ("naima", "rachid", "anouk", "joris", "samira", "peter")
    assert seen_by(cast, talk, *people) == {"naima"}
    Appointment.objects.create(
        person=cast.samira, board=cast.drie_hoeken, school=cast.vlieger, function="key_user",
        starts_on=cast.today,
    )  # fmt: skip
    assert seen_by(cast, talk, *people) == {"naima", "samira"}


def test_a_teacher_at_home_is_a_mother(cast: Cast) -> None:
    talk = asked(cast)
    at_home = cast.viewer(cast.anouk, "home")
    assert not Conversation.objects.visible_to(at_home).filter(pk=talk.pk).exists()


def test_no_answer_ever_reaches_more_people(cast: Cast) -> None:
    talk = asked(cast)
    everyone = {key for key in cast.everyone()}
    before = seen_by(cast, talk, *everyone)
    post = {"text": "Ja", "with_student": "on", "to": "all", "line_of": str(cast.rachid.pk)}
    assert cast.sign_in(cast.anouk).post(f"/berichten/{talk.pk}/zinnen/", post).status_code == 302
    assert seen_by(cast, talk, *everyone) == before

"""F9, from the digest itself: whoever holds it reads each piece, says that they talked, answers and asks, and
signs in to nothing."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
import time_machine
from django.core.signing import Signer
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import int_to_base36

from driehoek.backbone.notifications.digests.doors import SALT
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.digests.tests.test_bringing import mails_to
from driehoek.backbone.notifications.models import Notification
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Guardianship, Person, Protection, Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.conversations.models import ConversationChild, Message
from driehoek.features.conversations.tests.talks import written
from driehoek.features.feed.models import Comment, Post
from driehoek.features.kitchen.models import Talked, Wish
from driehoek.surfaces.home.tests.test_today import shared
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
WHOLE = "De sterkste brug droeg veertien boeken. " * 8 + "Het geheim zat in de driehoek."
Doors = dict[str, list[str]]  # by what they open, in the order of the mail
NOT_ANY_MORE = "Deze link werkt niet meer."


@pytest.fixture
def friday(cast: Cast, postman: Postman) -> Doors:
    """Anouk wrote to groep 5 and answered Naima, who reads once a week: it is Friday, half past four."""
    for category in ("news", "replies"):
        wish(cast.naima, "weekly", category=category)
    shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Welke vorm is sterk?")
    Post.objects.update(text=WHOLE)
    run(NOW)
    run(FRIDAY)
    return doors(mails_to(postman, cast.naima)[0])


@pytest.fixture(autouse=True)
def _it_is_friday(cast: Cast) -> "object":
    with time_machine.travel(FRIDAY + dt.timedelta(hours=1), tick=False):
        yield


def doors(text: str) -> Doors:
    found: Doors = {}
    for path in re.findall(r"https?://[^/]+(/\S+)", text):
        found.setdefault(path.split("/")[1] if "mail/" not in path else "table", []).append(path)
    return found


def ticks(cast: Cast) -> list[tuple[Person, Person]]:
    return [(one.person, one.student) for one in Talked.objects.all()]


def test_every_piece_is_read_in_full_without_signing_in(cast: Cast, friday: Doors) -> None:
    """Only the page of the whole week and the portal itself ask for that."""
    assert set(friday) == {"lees", "table", "vraag", "deze-week", "meldingen"}
    visitor = Client()
    page = visitor.get(friday["lees"][0]).text
    assert "Het geheim zat in de driehoek." in page and "Deze link is alleen van jou." in page
    assert "_auth_user_id" not in visitor.session and visitor.get("/").status_code == 302
    assert 'href="/' not in page.partition("<body")[2].replace('href="/static', "")


def test_one_tap_on_the_page_behind_it_says_that_they_talked_and_twice_is_once(
    cast: Cast, friday: Doors
) -> None:
    (table,), visitor = friday["table"], Client()
    page = visitor.get(table).text
    assert "Vraag eens aan Yusuf: <bdi>Welke vorm is sterk?</bdi>" in page and not Talked.objects.exists()
    key = re.findall(r'name="key" value="(post-\d+)"', page)[0]
    for _again in range(2):
        after = visitor.post(table, {"key": key, "gepraat": "ja"}, follow=True)
        assert "Jullie praatten hierover" in after.text
    assert ticks(cast) == [(cast.naima, cast.yusuf)]
    visitor.post(table, {"key": key, "gepraat": "nee"})
    assert ticks(cast) == []


def test_a_scanner_ticks_nothing_and_nobody_ticks_what_was_not_asked(cast: Cast, friday: Doors) -> None:
    (table,), scanner = friday["table"], Client(enforce_csrf_checks=True)
    assert scanner.post(table, {"key": "post-1", "gepraat": "ja"}).status_code == 403
    assert Client().post(table, {"key": "bank-verzonnen"}).status_code == 422
    assert Client().get(f"{table[:-2]}x/").status_code == 404
    assert ticks(cast) == []


def test_the_answer_to_the_teacher_goes_in_her_own_line(cast: Cast, friday: Doors) -> None:
    (page, *_rest), visitor = friday["lees"], Client()
    for _again in range(2):
        after = visitor.post(page, {"text": "Thuis bouwden wij er ook een!"}, follow=True)
        assert "Alleen school leest dit." in after.text
    said = Comment.objects.get()
    assert (said.author, said.thread_of, said.text) == (
        cast.naima,
        cast.naima,
        "Thuis bouwden wij er ook een!",
    )
    assert visitor.post(page, {"text": " "}).status_code == 422
    assert Client(enforce_csrf_checks=True).post(page, {"text": "Hoi"}).status_code == 403


def test_she_asks_school_something_of_her_own(cast: Cast, friday: Doors) -> None:
    (ask,), visitor = friday["vraag"], Client()
    page = visitor.get(ask).text
    assert "Yusuf" in page and "Lina" in page and 'href="/' not in page.partition("<main")[2]
    about = f"{cast.vlieger.pk}-{cast.yusuf.pk}"
    assert visitor.post(ask, {"about": "1-1", "text": "Hoe laat?"}).status_code == 422
    assert visitor.post(ask, {"about": about, "text": ""}).status_code == 422
    for _again in range(2):
        after = visitor.post(ask, {"about": about, "text": "Mag zijn fiets mee?"}, follow=True)
        assert "Je vraag is verstuurd." in after.text
    asked = Message.objects.get()
    assert (asked.author, asked.text) == (cast.naima, "Mag zijn fiets mee?")
    hers = {"about": f"{cast.vlieger.pk}-{cast.lina.pk}", "text": "Mag zijn fiets mee?"}
    visitor.post(ask, hers)  # the same words about another child are not the same question
    assert set(ConversationChild.objects.values_list("student__given_name", flat=True)) == {"Yusuf", "Lina"}
    assert "_auth_user_id" not in visitor.session
    assert Client(enforce_csrf_checks=True).post(ask, {"about": about, "text": "Hoi"}).status_code == 403


def restricted(cast: Cast) -> None:
    for child in (cast.yusuf, cast.lina, cast.adam):
        said = {"student": child, "adult": cast.naima, "kind": "no_access", "starts_on": TODAY}
        Restriction.objects.create(**said, basis="-", entered_by=cast.marja)


def no_guardian(cast: Cast) -> None:
    for tie in Guardianship.objects.filter(guardian=cast.naima):
        tie.end(on=TODAY)


def of_age(cast: Cast) -> None:
    """They decide themselves from today, and opened nothing to her."""
    children = Person.objects.filter(guardians__guardian=cast.naima)
    children.update(birth_date=TODAY.replace(year=TODAY.year - 18))


def left_school(cast: Cast) -> None:
    Enrolment.objects.filter(student__guardians__guardian=cast.naima).update(ends_on=TODAY - dt.timedelta(1))


def gone(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)


def moved(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(email="naima@nieuw.example")


def shared_mailbox(cast: Cast) -> None:
    """Somebody who must keep away from Yusuf opens the same mailbox."""
    Person.objects.filter(pk=cast.jeroen.pk).update(email=cast.naima.email)
    said = {"student": cast.yusuf, "adult": cast.jeroen, "kind": "no_access", "starts_on": TODAY}
    Restriction.objects.create(**said, basis="-", entered_by=cast.marja)


@pytest.mark.parametrize(
    "change", [restricted, no_guardian, of_age, left_school, gone, moved, shared_mailbox]
)
def test_no_door_opens_to_who_may_no_more(cast: Cast, friday: Doors, change: Callable[[Cast], None]) -> None:
    change(cast)
    for name in ("lees", "table", "vraag"):
        for door in friday[name]:
            for answer in (Client().get(door), Client().post(door, {"text": "Hoi", "key": "post-1"})):
                assert (answer.status_code, NOT_ANY_MORE in answer.text) == (404, True), door
    assert not Talked.objects.exists() and not Comment.objects.exists() and not Message.objects.exists()


def test_a_block_around_one_child_leaves_what_is_about_others(cast: Cast, friday: Doors) -> None:
    said = {"student": cast.yusuf, "adult": cast.naima, "kind": "no_access", "starts_on": TODAY}
    Restriction.objects.create(**said, basis="-", entered_by=cast.marja)
    ask, about = friday["vraag"][0], f"{cast.vlieger.pk}-{cast.yusuf.pk}"
    assert Client().get(friday["lees"][0]).status_code == 404
    assert "Lina" in (page := Client().get(ask).text) and "Yusuf" not in page
    assert Client().post(ask, {"about": about, "text": "Waar is hij?"}).status_code == 422
    table = Client().get(friday["table"][0]).text
    assert "Yusuf" not in table and "Welke vorm is sterk?" not in table
    assert not Message.objects.exists()


def test_an_objection_shuts_the_news_until_it_is_taken_back(cast: Cast, friday: Doors) -> None:
    for child in (cast.yusuf, cast.lina, cast.adam):
        said = {"student": child, "guardian": cast.naima, "school": cast.vlieger, "reason": "-"}
        Objection.objects.create(**said, at=NOW)
    assert Client().get(friday["lees"][0]).status_code == 404
    assert Client().post(friday["lees"][0], {"text": "Hoi"}).status_code == 404
    Objection.objects.update(ended_at=NOW)
    assert Client().get(friday["lees"][0]).status_code == 200


def test_no_door_opens_with_the_key_of_another(cast: Cast, friday: Doors) -> None:
    """Neither made for something else, nor with the number of what somebody else was told."""
    keys = {name: friday[name][0].rstrip("/").split("/")[-1] for name in ("lees", "vraag")}
    sealed, _laid = Signer(salt=SALT).unsign_object(friday["table"][0].rstrip("/").split("/")[-1])
    keys["table"] = sealed
    for name, key in keys.items():
        paths = {"lees": f"/lees/{key}/", "vraag": f"/vraag/{key}/", "table": f"/keukentafel/mail/{key}/"}
        paths["answer"] = f"/antwoord/{key}/"
        for other, path in paths.items():
            assert Client().get(path).status_code == (200 if other == name != "table" else 404), path
    theirs = Notification.objects.exclude(person=cast.naima).first()
    assert theirs
    for name, key in keys.items():
        assert Client().get(f"/{name}/{int_to_base36(theirs.pk)}-{key.partition('-')[2]}/").status_code == 404


def test_no_browser_keeps_what_stands_behind_a_door(cast: Cast, friday: Doors) -> None:
    """On a tablet of the family the next one would go back to it."""
    for name in ("lees", "table", "vraag"):
        assert Client().get(friday[name][0])["Cache-Control"] == "no-store, private"


def test_no_door_opens_after_thirty_days(cast: Cast, friday: Doors) -> None:
    with time_machine.travel(NOW + dt.timedelta(days=31), tick=False):
        opened = [
            Client().get(door).status_code for name in ("lees", "table", "vraag") for door in friday[name]
        ]
    assert set(opened) == {404}


def test_what_was_taken_back_is_behind_no_door(cast: Cast, friday: Doors) -> None:
    Post.objects.get(title="Bruggen").withdraw(by=cast.anouk, at=NOW)
    assert Client().get(friday["lees"][0]).status_code == 404
    assert "Welke vorm is sterk?" not in Client().get(friday["table"][0]).text


def test_a_child_whose_whereabouts_are_a_secret_is_named_behind_no_door(
    cast: Cast, postman: Postman, friday: Doors
) -> None:
    Protection.objects.create(student=cast.yusuf, basis="-", entered_by=cast.marja, entered_at=NOW)
    assert "Vraag eens aan je kind" in Client().get(friday["table"][0]).text
    about = {"about": f"{cast.vlieger.pk}-{cast.yusuf.pk}", "text": "Hoe laat?"}
    for answer in (Client().get(friday["vraag"][0]), Client().post(friday["vraag"][0], about)):
        assert answer.status_code == 404 and "Yusuf" not in answer.text and "Anouk" not in answer.text
    assert not Message.objects.exists()
    shared(cast.anouk, cast.groep_5, title="Torens")
    run(FRIDAY + dt.timedelta(days=1))
    run(FRIDAY + dt.timedelta(days=7))
    assert "vraag" not in doors(mails_to(postman, cast.naima)[-1])


def test_two_messages_of_school_are_one_line_and_one_page_and_words_to_her_alone_stand_there(
    cast: Cast, postman: Postman
) -> None:
    wish(cast.naima, "weekly", category="talks")
    talk = written(cast, cast.naima, "Ja, dat mag.")
    talk.say("En neem een slot mee.", by=cast.anouk, corner="school", at=NOW, told_at=NOW)
    run(NOW + dt.timedelta(hours=1))
    run(FRIDAY)
    (text,) = mails_to(postman, cast.naima)
    assert "2 berichten van school" in text and "Ja, dat mag." not in text
    page = Client().get(doors(text)["lees"][0]).text
    assert "Ja, dat mag." in page and "En neem een slot mee." in page
    Person.objects.filter(pk=cast.esther.pk).update(email=cast.naima.email)  # then it may have two readers
    assert "Ja, dat mag." not in Client().get(doors(text)["lees"][0]).text


def test_what_a_child_asks_herself_stands_there_until_she_takes_it_back_and_in_no_shared_mailbox(
    cast: Cast, postman: Postman
) -> None:
    wish(cast.naima, "weekly")
    hers = Wish.ask(cast.yusuf, cast.vlieger, "Wat droomde jij?", picked="", at=NOW)
    shared(cast.anouk, cast.groep_5, title="Weer")
    run(NOW)
    run(FRIDAY)
    (text,) = mails_to(postman, cast.naima)
    _beside_it, table = doors(text)["table"]
    assert "Wat droomde jij?" not in text and "Wat droomde jij?" in Client().get(table).text
    Person.objects.filter(pk=cast.esther.pk).update(email=cast.naima.email)
    page = Client().get(table).text
    assert "Wat droomde jij?" not in page and "Log in om hem te lezen." in page
    hers.take_back(at=NOW)
    assert "eigen vraag" not in Client().get(table).text


def test_the_page_of_the_table_asks_as_often_however_much_lies_on_it(cast: Cast, postman: Postman) -> None:
    def queries(weeks: int) -> int:
        wish(cast.naima, "weekly")
        for place in (cast.groep_5, cast.groep_2)[:weeks]:
            shared(cast.anouk, place, title="Weer", ask="Waarom regent het?")
        run(NOW)
        run(FRIDAY + dt.timedelta(days=7 * weeks))
        (table,) = doors(mails_to(postman, cast.naima)[-1])["table"]
        with CaptureQueriesContext(connection) as asked:
            assert "Waarom regent het?" in Client().get(table).text
        return len(asked)

    assert queries(1) == queries(2) <= 12

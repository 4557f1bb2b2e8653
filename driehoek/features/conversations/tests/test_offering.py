"""School can be asked something where there is somebody to ask about, and the door is shown nowhere else."""

from driehoek.backbone.access.querysets import rows
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Person, StudentGrant
from driehoek.features.conversations.addresses import addresses, may_ask
from tests.cast import NOW, Cast

DOOR = 'href="/berichten/nieuw/'


def test_the_seats_tell_whether_she_may_ask_as_the_policy_does(cast: Cast) -> None:
    told = {}
    for name, person in cast.everyone().items():
        viewer = cast.viewer(person, hat="home")
        told[name] = may_ask(viewer)
        assert told[name] == rows(Person, viewer, may="ask_about").exists() == bool(addresses(viewer)), name
    assert told["naima"] and not told["yusuf"] and not told["jeroen"]


def test_the_door_to_school_is_shown_to_whom_it_opens_for(cast: Cast) -> None:
    for name, opens in (("naima", True), ("yusuf", False), ("zehra", False), ("gerda", False)):
        client = cast.sign_in(getattr(cast, name))
        for page in ("/", "/berichten/"):
            assert (DOOR in client.get(page).content.decode()) == opens, (name, page)


def test_where_nobody_can_be_asked_the_page_says_whom_to_call(cast: Cast) -> None:
    page = cast.sign_in(cast.yusuf).get("/berichten/nieuw/").content.decode()
    assert "Hier kun je nu niets vragen" in page and cast.vlieger.phone in page
    opened = cast.sign_in(cast.naima).get("/berichten/nieuw/").content.decode()
    assert "Hier kun je nu niets vragen" not in opened and cast.vlieger.phone not in opened


def objects(cast: Cast) -> None:
    pair = {"student": cast.dewi, "guardian": cast.sri, "school": cast.delta}
    Objection.objects.create(**pair, reason="Liever zelf.", at=NOW)


def test_who_is_shut_out_reads_why_and_which_way_is_open(cast: Cast) -> None:
    objects(cast)
    page = cast.sign_in(cast.sri).get("/berichten/nieuw/").text
    assert "deelt nu niet met jou wat school vertelt" in page and cast.dewi.given_name in page
    assert "Een ouder mag wel altijd vragen hoe het gaat." in page and "Hier kun je nu niets" not in page
    StudentGrant.objects.filter(student=cast.kevin, kind="news").delete()
    his = cast.sign_in(cast.ronald).get("/berichten/nieuw/").text
    assert "deelt nu niet met jou wat school vertelt" in his and "altijd vragen" not in his
    assert "deelt nu niet met jou" not in cast.sign_in(cast.yusuf).get("/berichten/nieuw/").text


def test_a_colleague_reads_that_the_student_shut_it_and_not_that_nobody_is_there(cast: Cast) -> None:
    nobody = "In Driehoek staat nu geen ouder die dit kan lezen."
    shut = "deelt nu niet met thuis wat school vertelt"
    coach, page = cast.sign_in(cast.youssef), f"/berichten/schrijven/{cast.dewi.pk}/"
    before = coach.get(page).text
    assert shut not in before and nobody not in before
    objects(cast)
    after = coach.get(page).text
    assert shut in after and "aan de telefoon" in after and nobody not in after
    assert coach.post(page, {"to": [str(cast.sri.pk)], "about": "good", "text": "Dag"}).status_code == 422
    Person.objects.filter(pk=cast.sri.pk).update(is_active=False)
    assert nobody in coach.get(page).text

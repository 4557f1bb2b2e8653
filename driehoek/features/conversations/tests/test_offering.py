"""School can be asked something where there is somebody to ask about, and the door is shown nowhere else."""

from driehoek.backbone.access.querysets import rows
from driehoek.facts.people.models import Person
from driehoek.features.conversations.addresses import addresses, may_ask
from tests.cast import Cast

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

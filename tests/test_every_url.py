"""Every URL, read and written to by the cast. The table that comes out is docs/access-matrix.md.

On the same walk: looking changes no row, whoever looks, and neither does what is refused; but for what is
named below.

bin/check --write-matrix     writes it anew; the difference is for a person to judge
"""

import os
import shutil
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.speech.making import FOLDER
from tests.cast import NOW, Cast
from tests.oracle.life import Life
from tests.refusing import refusals_drawn_once
from tests.routes import routes
from tests.samples import arguments
from tests.written import written

TABLE = Path(__file__).parents[1] / "docs" / "access-matrix.md"
PERSONAS = {  # who asks, in which hat; the words are the table's
    "naima": "home",  # guardian of Yusuf in groep 5
    "rachid": "home",  # the same, other household
    "tom": "home",  # father of Mila in groep 5 without custody: only what is about her
    "dennis": "home",  # father in groep 5 without custody: nothing
    "jeroen": "home",  # father in groep 5, blocked
    "gerda": "home",  # grandmother in groep 5 until October
    "cheryl": "home",  # guardian in groep 5 and another group
    "annelies": "home",  # guardian in groep 7
    "adam": "home",  # student of 13 at the other school, brother of Yusuf
    "yusuf": "home",  # student in groep 5
    "anouk": "school",  # teaches groep 5
    "anouk_at_home": "home",  # the same person as a mother of groep 1
    "gijs": "school",  # taught groep 5 until October
    "daan": "school",  # teaches groep 2
    "joris": "school",  # head of De Vlieger
    "marja": "school",  # its office
    "peter": "school",  # head of another school of the board
    "ingrid": "school",  # the board
    "petra": "school",  # teaches under another board
    "wouter": "home",  # guardian under another board
    "visitor": "",  # not signed in
}
AGAIN = ("naima", "yusuf", "anouk", "joris", "marja", "visitor")  # on PostgreSQL: every page, by one who may
ASKED = AGAIN if connection.vendor == "postgresql" else tuple(PERSONAS)
TRIES = {
    (f"entry:{page}", "core_attempt"): "how often codes were tried from here"
    for page in ("welcome", "card", "confirm", "staff_start")
}
SIGN_ON = {  # what a provider says is heard when somebody comes back: her browser only looks
    ("entry:sign_on", "core_attempt"): "how often somebody went to a provider from here",
    ("entry:sign_on", "journal_entry"): "that somebody did not come in, for who set it up",
    ("entry:sign_on_back", "core_attempt"): "how often somebody came back",
    ("entry:sign_on_back", "journal_entry"): "that she did not come in",
}
OF_ONE_CHILD = """
absences:absence absences:change absences:leave absences:swap absences:told children:pupil children:timeline
consents:cover consents:photos dayreports:child feed:compliment following:agreement following:extra
following:looked following:other following:refusal following:weighing guardianships:ending
guardianships:grant guardianships:lifting guardianships:protection guardianships:restriction
guardianships:student moderation:report paper:answers portfolio:bundle portfolio:bundles portfolio:goal
portfolio:goal_for portfolio:goal_removal portfolio:goal_words portfolio:laying portfolio:of_child
portfolio:period portfolio:removal
portfolio:sharing portfolio:work portfolio:words results:child stories:story talks:calendar talks:cancelling
talks:change talks:moving talks:new talks:own talks:pledge talks:question talks:run talks:talk
talks:asking_along timeline:change timeline:new timetable:student discussed:laying absences:overview
inviting:student absences:swap_change career:assignment career:list career:sheet corrections:near
portfolio:bundle_removal portfolio:echo_removal portfolio:progress talks:bringing
"""  # tests/test_who_looked.py finds one that is missing
LEFT_BY_LOOKING = {  # (route, table): why
    **{(route, "journal_entry"): "which colleague or guardian opened it" for route in OF_ONE_CHILD.split()},
    ("absences:day_list", "absences_listseen"): "that a colleague of the group has seen who is away",
    ("children:group", "absences_listseen"): "the same: the list stands there too",
    ("every page", "entry_device"): "once a day the device is noted as used",
    ("children:detail", "journal_entry"): "who opened the page of a child, for herself to see",
    ("children:week", "journal_entry"): "the same",
    ("demo:entrance", "journal_entry"): "the demo signs in by a link",
    ("demo:entrance", "people_person"): "the same: when she was last here",
    ("conversations:conversation", "conversations_readmark"): "that she saw it, for her alone",
    ("conversations:conversation", "notifications_notification"): "that no mail about it need come any more",
    **TRIES,
    **SIGN_ON,
    ("speech:sound", "core_attempt"): "how often a voice was made for her",
    ("speech:sound_part", "core_attempt"): "how often a voice was made for her",
    ("feed:post", "feed_readmark"): "that she saw it, for her alone",
    ("feed:post", "notifications_notification"): "that no mail about it need come any more",
    ("newsletters:copy", "notifications_notification"): "the same",
    ("portfolio:work", "portfolio_echoheard"): "that she heard it, for her alone",
    ("portfolio:goal", "portfolio_echoheard"): "the same",
    ("portfolio:goal", "portfolio_goalreading"): "which version she read, for her and the child",
    ("portfolio:work", "notifications_notification"): "that no mail about it need come any more",
    ("portfolio:goal", "notifications_notification"): "the same",
}
MAY_BE_KEPT = {  # photos, sounds and files for some seconds; the others are the same for everybody
    "media:photo", "media:attachment", "media:attachment_picture", "speech:sound", "speech:sound_part",
    "speech:explanation", "alerts:public",
    "shell:theme", "shell:manifest", "shell:service_worker", "demo:drawing",
}  # fmt: skip
REFUSED = {403, 404, 405}
PARTS = 4  # so that two cores finish together; the addresses of one feature stay beside each other
LEFT_BY_THE_REFUSED = {
    **TRIES,
    **SIGN_ON,
    ("every page", "entry_device"): "once a day the device is noted as used",
}
INTRO = """# Who may open what

Made by a test from the running code: every URL, asked and written to (GET/POST) by the cast,
about something of groep 5 of De Vlieger. 200 answers, 302 sends elsewhere (a visitor: to sign in),
403 may not, 404 is not there for this person, 405 does not take that, 422 and 400 want more.
After a change: `bin/check --write-matrix`.

"""


def browser_of(cast: Cast, persona: str) -> Client:
    if persona == "visitor":
        return Client()
    return cast.sign_in(getattr(cast, persona.removesuffix("_at_home")), PERSONAS[persona])


class Walk:
    """What was answered where, and what looking left behind."""

    def __init__(self, life: Life, asked: list[str]) -> None:
        self.life, self.left = life, set[tuple[str, str]]()
        self.left_by_refused, self.kept = set[tuple[str, str]](), set[str]()
        self.clients = {persona: browser_of(life.cast, persona) for persona in ASKED}
        self.rows = {route: self.row(route) for route in asked}

    def row(self, route: str) -> list[str]:
        with transaction.atomic():
            try:
                url = reverse(route, args=arguments(route, self.life))
            except NoReverseMatch:
                pytest.fail(f"{route} is new: give it an example in tests/samples.py")
            answers = [self.asked(client, route, url) for client in self.clients.values()]
            transaction.set_rollback(True)
        return [route, *answers]

    def asked(self, client: Client, route: str, url: str) -> str:
        """The two answers, each undone afterwards, in the browser too: one of them signs out."""
        statuses, cookies = [], client.cookies.output().replace("Set-Cookie: ", "")
        for method in (client.get, client.post):
            cache.clear()
            client.cookies = SimpleCookie(cookies)
            with transaction.atomic(), written() as tables:
                answer = method(url)
                transaction.set_rollback(True)
            statuses.append(str(answer.status_code))
            if "no-store" not in answer.get("Cache-Control", "") and client.session.get("_auth_user_id"):
                self.kept.add(route)
            wrote = {(route, table) for table in tables}
            if method == client.get:
                self.left |= wrote
            elif answer.status_code in REFUSED:
                self.left_by_refused |= wrote
        client.cookies = SimpleCookie(cookies)
        return "/".join(statuses)


def table(rows: list[list[str]]) -> str:
    head = ["url", *(persona.replace("_", " ") for persona in PERSONAS)]
    lines = [head, ["---"] * len(head), *rows]
    return INTRO + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def published() -> dict[str, list[str]]:
    """The rows of the table as it stands."""
    lines = TABLE.read_text(encoding="utf-8").removeprefix(INTRO).splitlines()
    _head, _rule, *rows = (line.strip("| ").split(" | ") for line in lines)
    return {row[0]: row for row in rows}


def of_the_asked(row: list[str]) -> list[str]:
    """Its columns of those who are asked."""
    return [row[0], *(row[number] for number, persona in enumerate(PERSONAS, 1) if persona in ASKED)]


def publish(found: dict[str, list[str]]) -> None:
    rows = published() | found
    TABLE.write_text(table([rows[route] for route in routes() if route in rows]), encoding="utf-8")


def part_of(addresses: list[str], part: int) -> list[str]:
    size = -(-len(addresses) // PARTS)
    return addresses[part * size : (part + 1) * size]


def unnamed(left: set[tuple[str, str]], named: dict[tuple[str, str], str]) -> set[tuple[str, str]]:
    return {(route, kind) for route, kind in left if not {(route, kind), ("every page", kind)} & named.keys()}


def test_the_published_table_names_every_url_once() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(list(published().values()))
    assert list(published()) == routes(), "run bin/check --write-matrix and judge the difference"
    assert [route for part in range(PARTS) for route in part_of(routes(), part)] == routes()


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_url_answers_as_the_published_table_says_and_looking_changes_nothing(
    cast: Cast, part: int
) -> None:
    life, asked = Life(cast), part_of(routes(), part)
    while tell_due(NOW):  # so that something is unread
        pass
    shutil.rmtree(settings.MEDIA_ROOT / FOLDER, ignore_errors=True)  # a voice that another test had made
    with refusals_drawn_once() as drawn:
        walk = Walk(life, asked)
    if os.environ.get("DRIEHOEK_WRITE_MATRIX"):
        publish(walk.rows)
    assert any(row[1].startswith("200") for row in walk.rows.values())  # the first of them is signed in
    assert unnamed(walk.left, LEFT_BY_LOOKING) == set(), "these pages change rows when somebody only looks"
    assert unnamed(walk.left_by_refused, LEFT_BY_THE_REFUSED) == set(), "these change rows and then refuse"
    named = {kind for route, kind in LEFT_BY_LOOKING if route in asked}
    assert named <= {kind for _route, kind in walk.left}  # it does notice
    assert walk.left_by_refused and len(drawn) > len(ASKED)  # and it was refused
    assert walk.kept == MAY_BE_KEPT & set(asked), "what she sees may lie in a cache, for the next one here"
    written_down = {route: of_the_asked(row) for route, row in published().items() if route in asked}
    assert walk.rows == written_down, "run bin/check --write-matrix and judge the difference"

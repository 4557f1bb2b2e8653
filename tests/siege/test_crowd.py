"""More people than can be served at once: most are asked to come back, and all get their page (F19)."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any  # what WSGI hands over

import pytest
import requests
from django.templatetags.static import static
from django.urls import reverse

from driehoek.base.core.crowding import LATEST, SOONEST, Doorman
from driehoek.base.shell.full import NEVER_SHUT, too_crowded
from tests.bench.installation import Installation
from tests.cast import Cast
from tests.oracle.life import Life
from tests.samples import arguments
from tests.servers.database import url
from tests.siege.crowd import Crowd

PEOPLE = 120


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_f19_a_storm_is_turned_away_kindly_spread_out_and_leaves_nothing_behind(
    transactional_db: None, cast: Cast, tmp_path: Path
) -> None:
    with Installation(tmp_path, url()).serve(DRIEHOEK_PLACES="1") as (port, _pid):
        page = f"http://localhost:{port}{reverse('entry:signin')}"
        assert requests.get(page, timeout=30).ok  # everything is read in
        crowd = Crowd(port, reverse("entry:signin"), pace=30)
        crowd.rush(PEOPLE)
        began = time.monotonic()
        assert requests.get(page, timeout=30).ok and time.monotonic() - began < 2
    assert (crowd.served, crowd.other) == (PEOPLE, [])
    assert crowd.turned_away > 5
    assert set(crowd.waits) <= set(range(SOONEST, LATEST + 1)) and len(set(crowd.waits)) > 2
    assert "Het is nu heel druk." in crowd.words.decode() and b'http-equiv="refresh"' in crowd.words


class Slow:
    """Pages that take until they are told."""

    def __init__(self) -> None:
        self.go, self.inside = threading.Event(), threading.Semaphore(0)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.inside.release()
        self.go.wait(10)
        start_response("200 OK", [])
        return [b"page"]


def asked(door: Doorman, path: str = "/", **environ: str) -> tuple[str, str, str]:
    """What the door says, with which words, and when to come back."""
    said: list[Any] = []
    words = door({"PATH_INFO": path} | environ, lambda *answer: said.extend(answer))
    return said[0], b"".join(words).decode(), dict(said[1]).get("Retry-After", "")


def test_two_are_inside_one_waits_the_next_is_turned_away_and_what_all_may_read_is_open() -> None:
    slow = Slow()
    door = Doorman(slow, too_crowded, places=2, line=1, patience=5, open_to_all=("/dringend/",))
    came: list[str] = []
    people = [threading.Thread(target=lambda: came.append(asked(door)[0])) for _person in range(3)]
    for person in people[:2]:
        person.start()
        slow.inside.acquire(timeout=5)
    people[2].start()
    while door.line._value:  # until she stands in line
        time.sleep(0.001)
    assert asked(door)[0] == "503 Service Unavailable"
    slow.go.set()
    assert asked(door, "/dringend/de-vlieger/")[0] == "200 OK"
    for person in people:
        person.join(5)
    assert came == ["200 OK"] * 3 and asked(door)[0] == "200 OK"


PARTS = (
    "media:photo", "media:attachment", "media:attachment_picture", "speech:sound", "speech:sound_part",
    "speech:explanation", "portraits:portrait", "shell:theme", "shell:manifest", "shell:service_worker",
    "alerts:public",
)  # fmt: skip


def test_what_a_page_asks_for_that_is_there_already_is_never_turned_away(cast: Cast) -> None:
    """One browser asks for a dozen at once: a page without its style or its photos would be broken."""
    life = Life(cast)
    door = Doorman(Slow(), too_crowded, places=1, line=0, open_to_all=NEVER_SHUT)
    door.pages.go.set()  # type: ignore[attr-defined]
    door.inside.acquire()
    parts = [reverse(route, args=arguments(route, life)) for route in PARTS]
    parts.append(static("shell/css/tokens.css"))
    assert {asked(door, part)[0] for part in parts} == {"200 OK"}
    assert asked(door, reverse("home:today"))[0] == "503 Service Unavailable"


def test_who_waited_long_enough_is_turned_away_and_her_place_in_line_is_free_again() -> None:
    slow = Slow()
    door = Doorman(slow, too_crowded, places=1, line=1, patience=0.01)
    inside = threading.Thread(target=asked, args=[door])
    inside.start()
    slow.inside.acquire(timeout=5)
    for _twice in range(2):
        assert asked(door)[0] == "503 Service Unavailable"
    slow.go.set()
    inside.join(5)
    assert asked(door)[0] == "200 OK"


def test_a_crowd_that_came_at_once_is_not_there_at_once_again() -> None:
    door = Doorman(Slow(), too_crowded, places=1, line=0)
    door.inside.acquire()
    moments = [int(asked(door)[2]) for _person in range(260)]
    assert min(moments) >= SOONEST and max(moments) <= LATEST
    assert max(moments.count(moment) for moment in set(moments)) < 40 and len(set(moments)) > 20


def test_a_page_that_breaks_gives_its_place_back() -> None:
    def breaks(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        raise ValueError

    door = Doorman(breaks, too_crowded, places=1, line=0)
    for _thrice in range(3):
        with pytest.raises(ValueError):
            asked(door)


def test_it_is_said_in_the_language_of_the_browser_and_what_was_sent_is_not_sent_again_by_itself() -> None:
    door = Doorman(Slow(), too_crowded, places=1, line=0)
    door.inside.acquire()
    arabic = asked(door, REQUEST_METHOD="GET", HTTP_ACCEPT_LANGUAGE="ar-MA,nl;q=0.5")[1]
    assert 'lang="ar" dir="rtl"' in arabic and 'http-equiv="refresh"' in arabic
    sent = asked(door, REQUEST_METHOD="POST", HTTP_ACCEPT_LANGUAGE="xx")[1]
    assert 'lang="nl"' in sent and "Dit is nog niet bewaard." in sent and "refresh" not in sent

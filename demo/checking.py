"""bin/demo --check: comes in as every member of the cast and looks at the first page each of them gets."""

import re
import time
import tomllib
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any  # a table of visitors.toml

VISITORS = Path(__file__).with_name("visitors.toml")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
FIRST_MAIL = 60  # seconds in which the worker must have told somebody something


def check(address: str) -> int:
    """Prints a line for each person and the post box; 0 when all is well, else 1."""
    corners = tomllib.loads(VISITORS.read_text(encoding="utf-8"))["corner"]
    wrong = 0
    for key, person in [row for corner in corners for row in corner["people"].items()]:
        wrong += not reported(key, *visit(f"{address}/demo/als/{key}/", person))
    wrong += not reported("postbus", *first_mail(f"{address}/demo/postbus/"))
    print("everything works" if not wrong else f"{wrong} things are wrong", flush=True)
    return 1 if wrong else 0


def visit(url: str, person: dict[str, Any]) -> tuple[bool, str]:
    """Follow the link as a browser with an empty jar of cookies. Well means: signed in, on a whole page, that
    shows what this person must see and nothing of what she must not."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    began = time.monotonic()
    try:
        with browser.open(url, timeout=20) as answer:
            body, landed = answer.read().decode(), answer.geturl()
    except (urllib.error.URLError, TimeoutError) as error:
        return False, str(error)
    title = TITLE.search(body)
    inside = "/inloggen" not in landed and "/demo/" not in landed and body.rstrip().endswith("</html>")
    took = (time.monotonic() - began) * 1000
    missing = [word for word in person.get("sees", ()) if word not in body]
    leaked = [word for word in person.get("never", ()) if word in body]
    if missing or leaked:
        return False, f"missing: {', '.join(missing) or '-'} · must not be there: {', '.join(leaked) or '-'}"
    return inside, f"{title[1].strip() if title else '(no title)'} · {len(body) // 1024} KB · {took:.0f} ms"


def first_mail(url: str) -> tuple[bool, str]:
    """The worker tells the newest news; until then the post box is empty."""
    until = time.monotonic() + FIRST_MAIL
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                letters = answer.read().decode().count('href="/demo/postbus/')
        except (urllib.error.URLError, TimeoutError) as error:
            return False, str(error)
        if letters:
            return True, f"{letters} mails"
        time.sleep(1)
    return False, "no mail left"


def reported(who: str, well: bool, seen: str) -> bool:
    print(f"{'ok   ' if well else 'WRONG'} {who:10} {seen}", flush=True)
    return well

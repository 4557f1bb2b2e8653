"""bin/demo, as a newcomer runs it: a board from nothing, everybody's first page, or why not."""

import os
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.running import ROOT, begin, forget, port_number, take_lock
from demo.telling import VISITORS, told

ADDRESS = "http://localhost:8000/demo/"
CORNERS = tomllib.loads(VISITORS.read_text(encoding="utf-8"))["corner"]


@pytest.mark.slow
def test_a_newcomer_gets_a_running_school_in_which_everybody_sees_her_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "demo.running", "--check"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "WRONG" not in done.stdout
    assert done.stdout.rstrip().endswith("everything works")
    steps = [line for line in done.stdout.splitlines() if line.endswith(" ...")]
    assert len(steps) >= 8  # nobody waits before a silent screen


def test_it_gives_a_link_for_every_member_of_the_cast_under_where_she_belongs() -> None:
    lines = told(ADDRESS, 2).splitlines()
    for corner in CORNERS:
        here = lines.index(corner["name"]) + 1
        links = [line.split()[0] for line in lines[here : here + len(corner["people"])]]
        assert links == [f"{ADDRESS}als/{key}/" for key in corner["people"]]
    assert sum(f"{ADDRESS}als/" in line for line in lines) == sum(len(one["people"]) for one in CORNERS) > 30


def test_every_link_says_who_that_is_and_fits_a_screen() -> None:
    lines = told(ADDRESS, 2).splitlines()
    assert all(len(line) < 120 for line in lines)
    assert sum(line.endswith("Mama van Defne, leest Turks") for line in lines) == 1


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which somebody else listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_a_taken_port_is_said_and_costs_nothing_that_was_kept(
    taken: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "driehoek.sqlite3").write_text("what you did")
    assert begin(tmp_path, taken, fresh=True) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"Port {taken} is taken. Try: bin/demo --port ")
    assert f"--port {taken}" not in said
    assert (tmp_path / "driehoek.sqlite3").read_text() == "what you did"


def test_a_second_one_says_where_the_first_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = take_lock(tmp_path)
    assert first is not None
    with first:
        print(ADDRESS, end="", file=first, flush=True)
        assert begin(tmp_path, 8000, fresh=True) == 1
    assert f"running already: {ADDRESS}" in capsys.readouterr().err


def test_beginning_anew_forgets_all_but_the_lock(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "one.log").write_text("Dag")
    (tmp_path / "driehoek.sqlite3").write_text("what you did")
    lock = take_lock(tmp_path)
    assert lock is not None
    with lock:
        forget(tmp_path)
        assert [kept.name for kept in tmp_path.iterdir()] == ["lock"]


@pytest.mark.parametrize("said", ["80", "65536", "acht", "-1", ""])
def test_what_is_no_port_of_ours_is_refused_in_words(said: str) -> None:
    with pytest.raises(Exception, match="a number from 1024 to 65535"):
        port_number(said)
    assert port_number("8161") == 8161


def shell(words: str, path: Path) -> "subprocess.CompletedProcess[str]":
    """What bin/_environment.sh knows, on a computer that has only what lies in this folder."""
    for name in ("sh", "id"):
        (path / name).symlink_to(shutil.which(name) or "")
    command = [str(path / "sh"), "-c", f". bin/_environment.sh; {words}"]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PATH": str(path)}, capture_output=True, text=True, check=False
    )


def test_a_missing_package_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    done = shell("wanted sh ffmpeg espeak-ng || say 'without them'", tmp_path)
    assert done.stderr.splitlines() == [
        "Missing: ffmpeg espeak-ng. On Debian or Ubuntu: sudo apt-get install ffmpeg espeak-ng",
        "without them",
    ]


def test_what_is_there_is_not_asked_for(tmp_path: Path) -> None:
    assert shell("wanted sh id && say good", tmp_path).stderr == "good\n"

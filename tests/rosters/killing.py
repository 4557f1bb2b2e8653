"""Imports in children that are killed on the way. Run as a program: prints what each kill left behind.

Usage: python -m tests.rosters.killing FOLDER KILLS SEED, with the settings and a filled database of its own
in the environment. Prints one JSON object: the state before, after, after each kill, and after two imports at
once.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings

AT_ONCE = 4  # times that two imports start together
TABLES = {  # what of each table tells before from after; passwords and tokens differ every time
    "people_person": "given_name, infix, family_name, birth_date, email",
    "people_guardianship": "guardian_id, student_id, kind, starts_on, ends_on",
    "people_approval": "guardianship_id",
    "schools_externalkey": "key, person_id, group_id",
    "schools_group": "name, year_id",
    "schools_enrolment": "student_id, group_id, starts_on, ends_on",
    "schools_appointment": "person_id, function, ends_on",
    "rosters_upload": "school_id",
    "rosters_decision": "upload_id, is_agreed",
    "journal_entry": "verb, subject_id",
}


def main(folder: Path, kills: int, seed: int) -> None:
    django.setup()
    killed = import_module("tests.rosters.killed")  # has models in it, so only now
    database = Path(settings.DATABASES["default"]["NAME"])
    bring_in = killed.prepare(folder)
    template = folder / "before.sqlite3"
    shutil.copyfile(database, template)
    told = {"before": state(database), "kills": []}
    started = time.monotonic()
    child(bring_in, patience=None)
    longest = time.monotonic() - started
    told["after"] = state(database)
    chance = random.Random(seed)
    for _kill in range(kills):
        restore(template, database)
        child(bring_in, patience=chance.uniform(0, longest))
        told["kills"].append(state(database))
    told["at_once"] = []
    for _time in range(AT_ONCE):
        restore(template, database)
        together(bring_in)
        told["at_once"].append(state(database))
    sys.stdout.write(json.dumps(told))


def together(work: Callable[[], None]) -> None:
    """Two children with the same work, at the same moment."""
    pids = [start(work) for _twin in range(2)]
    for pid in pids:
        os.waitpid(pid, 0)


def start(work: Callable[[], None]) -> int:
    """A child that works; its number."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(0)
    return pid


def child(work: Callable[[], None], patience: float | None) -> None:
    """Do this in a child process, and kill it when it takes longer than our patience."""
    pid = start(work)
    if patience is not None:
        time.sleep(patience)
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def restore(template: Path, database: Path) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        Path(f"{database}{ending}").unlink(missing_ok=True)
    shutil.copyfile(template, database)


def state(database: Path) -> str:
    """The whole of it in one word. Opening the database rolls back what was half written."""
    told = hashlib.sha256()
    with sqlite3.connect(database) as connection:
        for table, columns in TABLES.items():
            rows = connection.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()
            told.update(repr((table, rows)).encode())
    connection.close()
    return told.hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

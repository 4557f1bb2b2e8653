"""What an installation refuses to be."""

import json
import os
import subprocess
import sys

import pytest

from driehoek.base.core.garbage import EVERY

SECRET = {"DRIEHOEK_SECRET_KEY": "s" * 60}


SHOW_URLS = """
import django, json
django.setup()
from django.urls import get_resolver
print(json.dumps([str(pattern.pattern) for pattern in get_resolver().url_patterns]))
"""
SHOW_GARBAGE = """
import gc, json
import driehoek.config.wsgi
print(json.dumps([gc.get_threshold()[0], gc.get_freeze_count()]))
"""
SHOW_DATABASE = """
import json
from driehoek.config.settings import DATABASES
print(json.dumps(DATABASES["default"]))
"""


def start(code: str, **kind: str) -> subprocess.CompletedProcess[str]:
    """A fresh process with these settings and no others of ours."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DRIEHOEK_")}
    chosen = {f"DRIEHOEK_{name}": value for name, value in kind.items()}
    environment = clean | SECRET | {"DJANGO_SETTINGS_MODULE": "driehoek.config.settings"} | chosen
    asked = [sys.executable, "-c", code]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("other", ["DEMO", "DEBUG"])
def test_a_real_installation_does_not_start_as_a_demo_and_shows_no_traces(other: str) -> None:
    sound = start("import driehoek.config.settings", PRODUCTION="1", **{other: "0"})
    wrong = start("import driehoek.config.settings", PRODUCTION="1", **{other: "1"})
    assert (sound.returncode, wrong.returncode) == (0, 1)
    assert "exclude each other" in wrong.stderr


def test_only_the_demo_has_the_pages_of_the_demo() -> None:
    def opened(**kind: str) -> list[str]:
        found: list[str] = json.loads(start(SHOW_URLS, **kind).stdout)
        return [path for path in found if "demo" in path]

    assert opened(DEMO="1") == ["demo/"]
    assert opened() == opened(PRODUCTION="1") == []


def test_behind_a_pooler_nothing_is_left_on_a_connection() -> None:
    url = "postgres://anna:geheim@127.0.0.1/school"
    pooled, own = (
        json.loads(start(SHOW_DATABASE, DATABASE_URL=url, POOLER=pooler).stdout) for pooler in ("1", "0")
    )
    assert pooled["DISABLE_SERVER_SIDE_CURSORS"] and not own["DISABLE_SERVER_SIDE_CURSORS"]
    names = ("prepare_threshold", "options")
    assert [pooled["OPTIONS"][name] for name in names] == [None, ""]
    planning = "-c jit=off -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1"
    assert [own["OPTIONS"][name] for name in names] == [3, planning]


SHOW_JOBS = """
import json
from driehoek.config.settings import INSTALLED_APPS, TASKS
print(json.dumps([TASKS["default"]["BACKEND"], "procrastinate.contrib.django" in INSTALLED_APPS]))
"""


def test_jobs_are_kept_by_the_database_until_somebody_chooses_the_engine_for_many_machines() -> None:
    url = "postgres://anna:geheim@127.0.0.1/school"
    for chosen in ({}, {"JOBS": "database"}, {"DATABASE_URL": url}):
        assert json.loads(start(SHOW_JOBS, **chosen).stdout) == ["django_tasks_db.DatabaseBackend", False]
    many = start(SHOW_JOBS, DATABASE_URL=url, JOBS="distributed").stdout
    assert json.loads(many) == ["driehoek.base.core.distributed.Backend", True]


def test_an_engine_that_is_not_there_or_has_no_postgresql_is_refused_at_the_start() -> None:
    assert "needs PostgreSQL" in start(SHOW_JOBS, JOBS="distributed").stderr
    assert "must be one of these: database, distributed" in start(SHOW_JOBS, JOBS="celery").stderr


@pytest.mark.parametrize("url", ["", "postgres://anna:geheim@127.0.0.1/school"])
def test_a_database_is_not_opened_anew_for_each_page(url: str) -> None:
    chosen = {"DATABASE_URL": url} if url else {}
    assert json.loads(start(SHOW_DATABASE, **chosen).stdout)["CONN_MAX_AGE"] == 600


def test_a_page_is_not_held_up_by_looking_for_garbage_in_what_stays() -> None:
    every, kept = json.loads(start(SHOW_GARBAGE).stdout)
    assert every == EVERY and kept > 10_000

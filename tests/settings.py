"""The settings of the tests: the real ones, with a folder of their own and nothing that waits for a disk."""

import atexit
import os
import shutil
import tempfile

if "DRIEHOEK_TEST_VAR" not in os.environ:  # the first process makes it, its children share it
    os.environ["DRIEHOEK_TEST_VAR"] = tempfile.mkdtemp(prefix="driehoek-test-")
    atexit.register(shutil.rmtree, os.environ["DRIEHOEK_TEST_VAR"], ignore_errors=True)
if (worker := os.environ.get("PYTEST_XDIST_WORKER", "")) != os.environ.get("DRIEHOEK_TEST_WORKER", ""):
    os.environ["DRIEHOEK_TEST_WORKER"] = worker  # each its own: what one throws away, another still shows
    os.environ["DRIEHOEK_TEST_VAR"] = os.path.join(os.environ["DRIEHOEK_TEST_VAR"], worker)
    os.makedirs(os.environ["DRIEHOEK_TEST_VAR"], exist_ok=True)
os.environ["DRIEHOEK_VAR"] = os.environ["DRIEHOEK_TEST_VAR"]
os.environ.setdefault("DRIEHOEK_DEMO", "1")

from driehoek.base.core.engines import KINDS
from driehoek.config.settings import *  # noqa: F403
from driehoek.config.settings import DATABASES, INSTALLED_APPS, VAR

PUSH_KEY = "KvMVxCO9gVZ-IBeTEeiJZvPb-0Ae5TfcmGnPWmtVbZA"  # for tests alone
PUSH_CONTACT = "mailto:beheer@school.example"
PUSH_SERVICES = ["http://127.0.0.1:*", *PUSH_SERVICES]  # noqa: F405
SIGN_ON_PLACES = ["http://127.0.0.1:*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

SHARED = VAR.parent if worker else VAR  # by all processes of one run
database = DATABASES["default"]
if database["ENGINE"].endswith("sqlite3"):  # in a file, as people run it: several connections, real locks
    database["TEST"] = {"NAME": str(SHARED / "test.sqlite3")}
    options = database["OPTIONS"]
    options["cached_statements"] = 1000  # read and planned once for all tests of a process; people have 128
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
else:
    INSTALLED_APPS += [
        app for app in KINDS["distributed"].apps if app not in INSTALLED_APPS
    ]  # tests/engines.py
    database["OPTIONS"]["prepare_threshold"] = 1  # planned once for all of them: tests/planned.py

"""The settings of the tests: the real ones, with a folder of their own and nothing that waits for a disk."""

import atexit
import os
import shutil
import tempfile

if "DRIEHOEK_TEST_VAR" not in os.environ:  # the first process makes it, its children share it
    os.environ["DRIEHOEK_TEST_VAR"] = tempfile.mkdtemp(prefix="driehoek-test-")
    atexit.register(shutil.rmtree, os.environ["DRIEHOEK_TEST_VAR"], ignore_errors=True)
os.environ["DRIEHOEK_VAR"] = os.environ["DRIEHOEK_TEST_VAR"]
os.environ.setdefault("DRIEHOEK_DEMO", "1")

from driehoek.config.settings import *  # noqa: F403
from driehoek.config.settings import DATABASES, VAR

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

database = DATABASES["default"]
if database["ENGINE"].endswith("sqlite3"):  # in a file, as people run it: several connections, real locks
    database["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
    options = database["OPTIONS"]
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")

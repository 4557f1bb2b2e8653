"""A PostgreSQL of our own, in a temporary folder, gone afterwards.

python -m tests.servers.postgresql COMMAND ...     runs the command with DRIEHOEK_DATABASE_URL set
python -m tests.servers.postgresql --find          says where the server's programs are
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

SYSTEM = Path("/usr/lib/postgresql")  # where Debian and Ubuntu keep each version's programs
QUICK = {  # what keeps data after a power cut costs time and is of no use here
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
}
FOR_TESTS = QUICK | {  # they undo what they did: nothing to tidy, nothing to keep count of
    "autovacuum": "off",
    "track_activities": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1d",
    # Of few rows any plan is quick, and much of its time went to looking for the best one.
    "join_collapse_limit": "1",
    "from_collapse_limit": "1",
    "enable_mergejoin": "off",
    "enable_memoize": "off",
}


class NotFound(Exception):
    """PostgreSQL's server programs are not on this computer."""


def programs() -> Path:
    """The folder with initdb and pg_ctl of the newest version. Raises NotFound."""
    versions = [folder for folder in SYSTEM.glob("*/bin") if (folder / "initdb").exists()]
    if versions:
        return max(versions, key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    if not on_path:
        raise NotFound("PostgreSQL is missing. On Debian or Ubuntu: sudo apt-get install postgresql")
    return Path(on_path).resolve().parent


def unprivileged() -> str | None:
    """Whose name the server runs under: PostgreSQL refuses root. None means: our own."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


def run(user: str | None, *command: str) -> None:
    as_user = ["runuser", "-u", user, "--"] if user else []
    done = subprocess.run([*as_user, *command], capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")


@contextmanager
def cluster(settings: dict[str, str] = QUICK) -> Iterator[str]:
    """A running server; gives the URL of an empty database in it."""
    folder = Path(tempfile.mkdtemp(prefix="driehoek-pg-"))
    user, where, data = unprivileged(), programs(), folder / "data"
    if user:
        shutil.chown(folder, user)
    settings = settings | {"unix_socket_directories": str(folder)}
    control = [str(where / "pg_ctl"), "-D", str(data), "-w"]
    try:
        run(user, str(where / "initdb"), "-D", str(data), "-U", "driehoek", "-A", "trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        with (data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        run(user, *control, "-l", str(folder / "log"), "start")
        yield f"postgresql://driehoek@/postgres?host={quote(str(folder))}"
    finally:
        if (data / "postmaster.pid").exists():
            run(user, *control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def start_again(url: str, *, patience: float = 30) -> None:
    """After its death; the processes it left behind need a moment to notice."""
    folder = Path(unquote(url.partition("host=")[2]))
    control = [str(programs() / "pg_ctl"), "-D", str(folder / "data"), "-w", "-l", str(folder / "log")]
    until = time.monotonic() + patience
    while True:
        try:
            return run(unprivileged(), *control, "start")
        except RuntimeError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def main(command: list[str]) -> int:
    try:
        if command == ["--find"]:
            print(programs())
            return 0
        with cluster(FOR_TESTS) as url:
            return subprocess.run(command, env=os.environ | {"DRIEHOEK_DATABASE_URL": url}).returncode
    except NotFound as missing:
        print(missing, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

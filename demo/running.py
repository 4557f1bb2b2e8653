"""What bin/demo does once there is a Python with everything installed: prepare, start, show, stop.

Standard library only. What is kept lies in .demo/; --check makes a board of its own and throws it away.
"""

import argparse
import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import types
from pathlib import Path
from typing import IO

from demo.checking import check
from demo.telling import told

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / ".demo"
LOCK = "lock"
BIN = Path(sys.executable).parent
PATIENCE = 30  # seconds until the web server must answer
PORTS = range(1024, 65536)  # those below belong to the system


def main() -> int:
    signal.signal(signal.SIGTERM, leave)
    options = read_options()
    try:
        if options.check:
            with tempfile.TemporaryDirectory(prefix="driehoek-demo-") as folder:
                return run(Path(folder), free_port(), checking=True)
        return begin(KEPT, options.port, fresh=options.fresh)
    except KeyboardInterrupt:
        return refused("Stopped before the schools were open. bin/demo begins again.")


def begin(folder: Path, port: int, *, fresh: bool) -> int:
    """Refuses before it forgets: nothing that was kept is lost to a start that cannot be."""
    lock = take_lock(folder)
    if lock is None:
        at = (folder / LOCK).read_text(encoding="ascii") or "somewhere"
        return refused(f"The demo is running already: {at}. Stop it first, with Ctrl-C.")
    with lock:
        if is_taken(port):
            return refused(f"Port {port} is taken. Try: bin/demo --port {free_after(port)}")
        if fresh:
            forget(folder)
        print(f"http://localhost:{port}/demo/", end="", file=lock, flush=True)
        return run(folder, port, checking=False)


def refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


def leave(number: int, frame: types.FrameType | None) -> None:
    """Whoever ends us ends what we started: on the way out everything is stopped."""
    sys.exit(128 + number)


def take_lock(folder: Path) -> IO[str] | None:
    """Ours until we end, however we end; None when another bin/demo has it."""
    folder.mkdir(exist_ok=True)
    lock = (folder / LOCK).open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    lock.truncate(0)  # what the last one wrote
    return lock


def forget(folder: Path) -> None:
    """Everything but the lock, which is ours."""
    for kept in folder.iterdir():
        if kept.is_dir():
            shutil.rmtree(kept)
        elif kept.name != LOCK:
            kept.unlink()


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/demo", description="A running school in one command.")
    parser.add_argument(
        "--fresh", action="store_true", help="forget what was done in the demo and begin anew"
    )
    parser.add_argument("--port", type=port_number, default=8000, help="where to open it (8000)")
    parser.add_argument(
        "--check", action="store_true", help="try everybody's first page on a free port, and stop"
    )
    return parser.parse_args()


def port_number(said: str) -> int:
    if not said.isdecimal() or int(said) not in PORTS:
        raise argparse.ArgumentTypeError(f"a number from {PORTS[0]} to {PORTS[-1]}, not {said}")
    return int(said)


def run(folder: Path, port: int, *, checking: bool) -> int:
    """Prepare, start web and worker, and wait until somebody stops us (or the check is done)."""
    live_in(folder, port)
    began = time.monotonic()
    if not prepare():
        return refused("The demo could not be made ready; the lines above say why.")
    print("Starting the pages and the worker ...", flush=True)
    children = [start(*web(port)), start(sys.executable, "manage.py", "work")]
    try:
        return serve(children, port, began, checking=checking)
    finally:
        stop(children)


def prepare() -> bool:
    """Says what it is doing, line by line, also where nobody sits at a screen."""
    child = start(sys.executable, "-u", "manage.py", "prepare_demo")
    try:
        return child.wait() == 0
    finally:
        stop([child])


def live_in(folder: Path, port: int) -> None:
    """From here on the demo's own settings count, and nothing that was meant for another installation."""
    for name in [name for name in os.environ if name.startswith("DRIEHOEK_")]:
        del os.environ[name]
    os.environ.update(settings_for(folder, port))


def settings_for(folder: Path, port: int) -> dict[str, str]:
    """The environment in which the demo runs; its secrets are made once and kept beside the data."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mail").mkdir(exist_ok=True)
    return {
        "DRIEHOEK_DEMO": "1",
        "DRIEHOEK_VAR": str(folder),
        "DRIEHOEK_DATABASE_URL": f"sqlite:///{folder / 'driehoek.sqlite3'}",
        "DRIEHOEK_HOST": f"localhost:{port}",
        "DRIEHOEK_SECRET_KEY": secret(folder / "secret-key", 60),
        "DRIEHOEK_REPLY_ADDRESS": "antwoord@post.driehoek.example",  # replies are typed in the post box
        "DRIEHOEK_EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "DRIEHOEK_SMS": "driehoek.surfaces.demo.pocket.Pocket",
        "DRIEHOEK_PUSH_KEY": secret(folder / "push-key", 32),  # any 32 bytes are a key
        "DRIEHOEK_PUSH_CONTACT": "mailto:beheer@vlieger.example",
        "DJANGO_SETTINGS_MODULE": "driehoek.config.settings",
        "MALLOC_ARENA_MAX": "2",  # threads share their heaps: less memory at rest
    }


def secret(file: Path, size: int) -> str:
    if not file.exists():
        file.write_text(secrets.token_urlsafe(size), encoding="ascii")
        file.chmod(0o600)
    return file.read_text(encoding="ascii")


def web(port: int) -> list[str]:
    """One process of pages: four are made at once, six wait, one says that it is crowded."""
    return [
        *(str(BIN / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "11", "--runtime-threads", "1", "--no-ws"),
        *("--log-level", "error", "driehoek.config.wsgi:application"),
    ]


def start(*command: str) -> "subprocess.Popen[bytes]":
    """In a group of its own, so that Ctrl-C reaches us first and we stop them in order."""
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def serve(children: "list[subprocess.Popen[bytes]]", port: int, began: float, *, checking: bool) -> int:
    if not answers(port, children):
        return refused("The web server does not answer.")
    if checking:
        return check(f"http://localhost:{port}")
    print(told(f"http://localhost:{port}/demo/", time.monotonic() - began), flush=True)
    return wait(children)


def answers(port: int, children: "list[subprocess.Popen[bytes]]") -> bool:
    """Whether the pages are there before our patience ends."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and all(child.poll() is None for child in children):
        if is_taken(port):
            return True
        time.sleep(0.1)
    return False


def wait(children: "list[subprocess.Popen[bytes]]") -> int:
    """Until Ctrl-C or a SIGTERM, which is how it should end, or until one of the two dies, which is not."""
    asked: list[int] = []

    def note(number: int, frame: types.FrameType | None) -> None:
        asked.append(number)

    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, note)
    while not asked and all(child.poll() is None for child in children):
        time.sleep(0.2)
    return 0 if asked else 1


def stop(children: "list[subprocess.Popen[bytes]]") -> None:
    """Ask both to finish what they are doing; insist after ten seconds."""
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def is_taken(port: int) -> bool:
    with socket.socket() as knock:
        knock.settimeout(1)
        return knock.connect_ex(("127.0.0.1", port)) == 0


def free_after(port: int) -> int:
    return next((other for other in range(port + 1, min(port + 50, PORTS[-1])) if not is_taken(other)), 8000)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())

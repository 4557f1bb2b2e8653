"""The first steps of a confined child: takes its limits, then becomes the program. Imports nothing of ours.

Orders (JSON, see confined.Limits) and the command stand in its arguments.
"""

import ctypes
import json
import os
import resource
import signal
import sys

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main() -> None:
    orders = json.loads(sys.argv[1])
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it died while we began
            sys.exit(1)
    os.nice(orders["nice"])
    for kind, most in (
        (resource.RLIMIT_AS, orders["memory"]),
        (resource.RLIMIT_CPU, orders["seconds"]),
        (resource.RLIMIT_FSIZE, orders["file"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  # that is what it is for


if __name__ == "__main__":
    main()

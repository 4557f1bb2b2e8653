"""What one may compare with: letters that lie finished in a folder, sent by smtplib and nothing else.

    python -m tests.bench.bare_loop FOLDER PORT LOOPS NUMBER

It reads every so many-eth letter, says so, waits for a line, and prints when it began and ended.
"""

import json
import smtplib
import sys
import time
from pathlib import Path


def main(folder: str, port: str, loops: str, number: str) -> None:
    files = sorted(Path(folder).glob("*.letter"))[int(number) :: int(loops)]
    letters = [file.read_bytes().split(b"\n", 1) for file in files]
    ready = [(json.loads(head), body) for head, body in letters]
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.time()
    with smtplib.SMTP("127.0.0.1", int(port), timeout=20) as line:
        for envelope, body in ready:
            line.sendmail(envelope["from"], [envelope["to"]], body)
    print(json.dumps({"began": began, "ended": time.time(), "sent": len(ready)}))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What another computer answers, read with measure: it may be a stranger."""

import json
import time
from typing import Any  # what a stranger's JSON holds

import requests

PIECE = 65_536


def said_in(answer: requests.Response, *, most: int, seconds: float) -> Any:
    """The JSON of it, read piece by piece, so that an endless answer ends here; of half an answer requests
    says so. Raises ValueError for more than `most` bytes, for too slow, and for what is no JSON."""
    pieces, size, began = list[bytes](), 0, time.monotonic()
    for piece in answer.iter_content(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most or time.monotonic() - began > seconds:
            raise ValueError("too much")
    try:
        return json.loads(b"".join(pieces))
    except RecursionError:  # brackets without end
        raise ValueError("too deep") from None

"""Looking for garbage less often. Nearly all that a page or a mail makes goes by itself; Python looks through
everything it holds for circles each 700th time, and that cost one page in fifteen."""

import gc

EVERY = 50_000  # things made and not yet dropped


def look_seldom() -> None:
    """What was loaded so far stays for good and is not looked through again; the rest is, now and then."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(EVERY, 20, 20)

"""What bin/demo prints when it is open: where it is, and a link to come in as each member of the cast."""

import tomllib
from pathlib import Path

VISITORS = Path(__file__).with_name("visitors.toml")


def told(address: str, seconds: float) -> str:
    """In the order of visitors.toml; last, where it stays in sight, the page that has them all."""
    corners = tomllib.loads(VISITORS.read_text(encoding="utf-8"))["corner"]
    width = max(len(f"{address}als/{key}/") for corner in corners for key in corner["people"])
    lines = [f"\nDe Drie Hoeken is open ({seconds:.0f} s). Come in with one click, as:"]
    for corner in corners:
        lines += ["", corner["name"]]
        for key, person in corner["people"].items():
            link = f"{address}als/{key}/"
            lines.append(f"  {link:{width}}  {person['is']}")
    return "\n".join(
        [
            *lines,
            "",
            f"  {address:{width}}  all of them on one page, with a face and what to look at",
            f"  {address + 'postbus/':{width}}  every mail that left",
            "",
            "Stop with Ctrl-C. bin/demo keeps what you did; bin/demo --fresh begins anew.",
        ]
    )

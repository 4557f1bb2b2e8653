"""The name of a file as we show it: as its sender called it, without tricks, with the ending it deserves."""

import re
import unicodedata

LONGEST = 80  # letters
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # also what turns the direction of writing round
FORBIDDEN = re.compile(r'[/\\:*?"<>|]+')


def clean_name(name: str, ending: str) -> str:
    """ "C:\\\\x\\\\Brief groep 5.pdf.exe" that is a PDF becomes "Brief groep 5.pdf"."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name or ""))[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in UNSEEN)
    stem = re.sub(r"(?:\.[A-Za-z0-9]{1,5})+$", "", FORBIDDEN.sub(" ", seen))
    stem = re.sub(r"\s+", " ", stem).strip(" .-")[:LONGEST].strip()
    return f"{stem}.{ending}" if stem else ""

"""Writes demo/rosters/ from cast.toml and the fixed dice: python -m demo.make_rosters [FOLDER]

Run it after a change to cast.toml, names.toml or a writer, and commit what it wrote. The files speak of
school year 2026-2027; the loader moves them to the year it runs in (docs/decisions).
"""

import sys
from pathlib import Path

from demo.schools import all_schools
from demo.writers.edexml import write_edexml
from demo.writers.oneroster import write_oneroster
from demo.writers.plain import write_plain
from demo.writers.sds import write_sds
from demo.writers.tables import write_table

WRITERS = {
    "de-vlieger": write_oneroster,
    "het-kompas": write_edexml,
    "vakcollege-delta": write_plain,
    "de-brug": write_sds,
}


def write_rosters(folder: Path, small: bool = False) -> None:
    """One folder a school, each in the format its administration speaks, and what people chose to read."""
    languages = []
    for school in all_schools(small):
        WRITERS[school.slug](school, folder / school.slug)
        languages += [
            (key, person.language) for key, person in school.guardians.items() if person.language != "nl"
        ]
    write_table(folder / "languages.csv", "key language", languages)


if __name__ == "__main__":
    write_rosters(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "rosters")

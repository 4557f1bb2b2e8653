"""Every address of what is arranged about a day, for the sweep."""

from tests.oracle.life import Life


def absences(life: Life) -> list[tuple[object, ...]]:
    return [(absence.pk,) for absence in life.absences.values()]


def swaps(life: Life) -> list[tuple[object, ...]]:
    return [(swap.pk,) for swap in life.arranged.swaps.values()]


def uploads(life: Life) -> list[tuple[object, ...]]:
    return [(upload.pk,) for upload in life.brought.uploads.values()]


def leaves(life: Life) -> list[tuple[object, ...]]:
    return [(leave.pk,) for leave in life.arranged.leaves.values()]

"""How many families talked about a question, for whoever asked it. A number, and none for a few."""

from collections import defaultdict
from collections.abc import Iterable

from driehoek.features.kitchen.models import Talked

AT_LEAST = 3  # of two a teacher would know which


def families_by_key(keys: Iterable[str]) -> dict[str, int]:
    """Of each question that enough of them talked about."""
    ticks = defaultdict[str, list[tuple[int, int]]](list)
    found = Talked.objects.filter(key__in=list(keys)).values_list("key", "person_id", "student_id")
    for key, person, student in found:
        ticks[key].append((person, student))
    numbers = {key: families_in(pairs) for key, pairs in ticks.items()}
    return {key: number for key, number in numbers.items() if number >= AT_LEAST}


def families_in(ticks: Iterable[tuple[int, int]]) -> int:
    """Adults of one child, and children of one adult, are one family however often they ticked."""
    family = dict[tuple[str, int], tuple[str, int]]()

    def first(one: tuple[str, int]) -> tuple[str, int]:
        while family.setdefault(one, one) != one:
            one = family[one]
        return one

    for person, student in ticks:
        family[first(("adult", person))] = first(("child", student))
    return len({first(one) for one in list(family)})

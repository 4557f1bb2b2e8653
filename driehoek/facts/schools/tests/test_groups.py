"""Groups in a list stand as one counts them."""

from driehoek.facts.schools.models import Group, GroupKind


def test_classes_are_counted_and_the_childcare_comes_after_them() -> None:
    care = Group(name="bso De Zwaluwen", kind=GroupKind.CARE, pk=1)
    classes = [
        Group(name=name, pk=key) for key, name in enumerate(["groep 10", "1B", "groep 2", "Groep 5"], 2)
    ]
    listed = sorted([care, *classes], key=lambda group: group.order)
    assert [group.name for group in listed] == ["1B", "groep 2", "Groep 5", "groep 10", "bso De Zwaluwen"]

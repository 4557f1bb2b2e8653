"""How a school is called in an address that anybody may open: /dringend/de-vlieger/."""

from django.utils.text import slugify

from driehoek.facts.schools.models import School


def addresses() -> dict[int, str]:
    """What stands in the address of each school: the name, and its key when an older one is called so."""
    found: dict[int, str] = {}
    for pk, called in School.objects.order_by("pk").values_list("pk", "name"):
        name = slugify(called) or "school"
        found[pk] = f"{name}-{pk}" if name in found.values() else name
    return found


def address_of(school: School) -> str:
    return addresses()[school.pk]


def school_at(address: str) -> School | None:
    keys = [pk for pk, name in addresses().items() if name == address]
    return School.objects.filter(pk__in=keys).first()

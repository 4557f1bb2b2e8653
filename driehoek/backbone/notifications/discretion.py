"""Whether private words may stand in a mail itself, or only that there are some."""

from driehoek.facts.people.models import Person, Protection


def is_hers_alone(person: Person, address: str) -> bool:
    """As far as we can know: nobody else here has this address, and none of her children must stay hidden."""
    shared = Person.objects.filter(email__iexact=address, is_active=True).exclude(pk=person.pk)
    hidden = Protection.objects.filter(student__guardians__guardian=person)
    return not shared.exists() and not hidden.exists()

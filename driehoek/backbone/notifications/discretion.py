"""Whether private words may stand in a mail itself, or only that there are some (decisions 106 and 119)."""

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Lower

from driehoek.backbone.notifications.models import Brevity, SchoolBrevity
from driehoek.facts.people.models import Guardianship, Person, Protection


def is_hers_alone(person: Person, address: str) -> bool:
    """As far as we can know: nobody else here has this address, also not who left the portal but has a child
    here, and none of her children must stay hidden."""
    ties = Guardianship.objects.filter(guardian=OuterRef("pk"))
    others = Person.objects.alias(mailbox=Lower("email")).filter(mailbox=Lower(Value(address)))
    shared = others.exclude(pk=person.pk).filter(Q(is_active=True) | Exists(ties))
    hidden = Protection.objects.filter(student__guardians__guardian=person)
    return not shared.exists() and not hidden.exists()


def may_hold_private_words(person: Person, address: str, school: int | None) -> bool:
    """Read by nobody else, and wanted. That she reads it at home is for the policy to say."""
    return is_hers_alone(person, address) and is_wanted_in_full(person, school)


def is_wanted_in_full(person: Person, school: int | None) -> bool:
    """Unless she or school chose otherwise."""
    hers, schools = Brevity.objects.filter(person=person), SchoolBrevity.objects.filter(school=school)
    return not hers.exists() and not schools.exists()

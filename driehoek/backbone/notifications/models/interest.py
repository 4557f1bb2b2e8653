"""How far somebody looks: at her own child, also at the school, or thinking along."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person


class Reach(models.TextChoices):
    CHILD = "child", _("Alleen over mijn kind en de klas")
    SCHOOL = "school", _("Ook over de hele school")
    ALONG = "along", _("Ook als ik kan meedenken")


class Interest(models.Model):
    """Only where someone deviates from hearing of the whole school."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reach = models.CharField(max_length=10, choices=Reach.choices)

    @staticmethod
    def of(person: Person) -> Reach:
        row = Interest.objects.filter(person=person).first()
        return Reach(row.reach) if row else Reach.SCHOOL

    @staticmethod
    def choose(person: Person, reach: str) -> None:
        """Raises ValueError for what there is not."""
        wish = Reach(reach)
        if wish == Reach.SCHOOL:
            Interest.objects.filter(person=person).delete()
        else:
            Interest.objects.update_or_create(person=person, defaults={"reach": wish})

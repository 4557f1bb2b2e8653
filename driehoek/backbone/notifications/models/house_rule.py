"""What a school decided about one kind of news for one circle of readers."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.categories import Category, Offer, Readers, offered
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class HouseRule(models.Model):
    """Only where a school deviates; it stands above what a reader chose."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    category = models.CharField(max_length=10, choices=Category.choices)
    readers = models.CharField(max_length=10, choices=Readers.choices)
    offer = models.CharField(max_length=10, choices=Offer.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "category", "readers"], name="one_rule_a_kind")
        ]

    @staticmethod
    @transaction.atomic
    def decide(school: School, offers: dict[tuple[str, str], str], *, by: Person, at: dt.datetime) -> None:
        """From now on like this: an offer for each kind and circle of readers."""
        before = set(HouseRule.objects.filter(school=school).values_list("category", "readers", "offer"))
        after = {(kind, who, offer) for (kind, who), offer in offers.items() if offer != offered(kind)}
        if before == after:
            return
        HouseRule.objects.filter(school=school).delete()
        rows = [HouseRule(school=school, category=k, readers=who, offer=offer) for k, who, offer in after]
        HouseRule.objects.bulk_create(rows)
        record("notifications.houserule.decided", school, by=by, at=at)

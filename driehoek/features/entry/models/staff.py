"""The one way in which a colleague gets, or gets back, a password: a link that works once."""

import datetime as dt

from django.conf import settings
from django.db import models

from driehoek.facts.schools.models import School
from driehoek.features.entry.codes import digests

LIFE = dt.timedelta(days=7)


class StaffInvitation(models.Model):
    """Whoever holds it chooses a password and a second factor. The school never sees either."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def by_code(cls, code: str, *, now: dt.datetime) -> "StaffInvitation | None":
        """The invitation with this code, if it still works."""
        return (
            cls.objects.filter(
                code_hash__in=digests(code), used_at=None, withdrawn_at=None, expires_at__gt=now
            )
            .select_related("person", "school")
            .first()
        )

    def use(self, *, now: dt.datetime) -> bool:
        """Once. False when somebody else was first."""
        open_ = StaffInvitation.objects.filter(pk=self.pk, used_at=None, withdrawn_at=None)
        return bool(open_.update(used_at=now))

"""How a session becomes a person: with her portrait, which every page shows in its corner."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.facts.people.models import Person


class PersonBackend(AuthenticationBackend):
    def get_user(self, user_id: int | str) -> Person | None:
        found: list[Person] = prepared(_person, int(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None


def _person(key: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=key).select_related("portrait")

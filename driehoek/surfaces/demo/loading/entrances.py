"""Who came in already, and who has a letter on the kitchen table."""

import datetime as dt
import secrets

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import make_password

from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Appointment
from driehoek.features.entry.printing import print_letters
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

NOT_YET = 6  # one guardian in so many never signed in
LAST_SEEN = dt.timedelta(days=2)


def let_in(people: People, now: dt.datetime) -> None:
    """Most guardians have been here; a few have a letter, which their office printed."""
    waiting = [people[key].pk for key in read("office.toml")["letters"]["to"]]
    guardians = Person.objects.filter(guardianships__isnull=False).exclude(pk__in=waiting).order_by("pk")
    came = [
        pk for number, pk in enumerate(guardians.values_list("pk", flat=True).distinct()) if number % NOT_YET
    ]
    Person.objects.filter(pk__in=came).update(last_login=now - LAST_SEEN)
    let_in_colleagues(now)
    links = Guardianship.objects.filter(guardian__in=waiting).select_related("guardian", "student")
    print_letters(links.order_by("pk"), by=people["marja"], now=now - LAST_SEEN)


def let_in_colleagues(now: dt.datetime) -> None:
    """Whoever works here has a way in. Nobody knows these passwords: the demo has links."""
    working = Person.objects.filter(pk__in=Appointment.objects.values("person"))
    working.update(password=make_password(secrets.token_urlsafe()), last_login=now - LAST_SEEN)
    for person in working:
        TOTP.activate(person, generate_totp_secret())

"""What a school asks of whoever writes to other parents. Read once; a new version is read again."""

import datetime as dt

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import get_language, gettext, gettext_lazy

from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told, put_in_words
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

USUAL = gettext_lazy(
    "Schrijf over school en over de klas. Schrijf zoals je zelf gelezen wilt worden. "
    "Maak geen reclame en verkoop niets. Schrijf niet over andermans kind. "
    "Gaat iets alleen over jouw kind? Vraag het dan aan school."
)
FIRST = 1  # the version of the text above


class Conduct(models.Model):
    """One version of the words of one school."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    text = models.TextField(max_length=1_000)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "version"], name="one_conduct_a_version")]

    told: Told  # for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        """What we wrote for every school comes in the language of the page already."""
        written_in = language_of(self.text, settings.LANGUAGE_CODE) if self.pk else get_language()
        return {"text": Text(self.text, written_in or settings.LANGUAGE_CODE, self.school_id)}

    @classmethod
    def of(cls, school: School) -> "Conduct":
        """What holds now: the newest of the school, or what we wrote for every school."""
        own = cls.objects.filter(school=school).order_by("-version").first()
        return own or cls(school=school, version=FIRST, text=gettext(str(USUAL)))

    @classmethod
    def in_words(cls, school: School, *, now: dt.datetime) -> "Conduct":
        """The same in the language of the page: nobody agrees to what she cannot read."""
        conduct = cls.of(school)
        put_in_words([conduct], now=now)
        return conduct

    @classmethod
    @transaction.atomic
    def write(cls, school: School, text: str, *, by: Person, at: dt.datetime) -> None:
        """A new version, unless it says the same."""
        School.objects.select_for_update().get(pk=school.pk)
        now = cls.of(school)
        if now.text != text:
            new = cls.objects.create(school=school, version=now.version + 1, text=text, by=by, at=at)
            record("moderation.conduct.written", new, by=by, at=at)

    def is_accepted(self, by: Person) -> bool:
        mine = Acceptance.objects.filter(school=self.school, person=by)
        return mine.filter(version=self.version).exists()

    def accept(self, *, by: Person, at: dt.datetime) -> None:
        Acceptance.objects.get_or_create(
            school=self.school, person=by, version=self.version, defaults={"at": at}
        )


class Acceptance(models.Model):
    """Somebody read the words and keeps to them."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "person", "version"], name="one_acceptance_a_version")
        ]

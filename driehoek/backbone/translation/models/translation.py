"""The memory: a row for each text in each language, from the moment somebody wants it; and human words."""

import datetime as dt
from collections.abc import Iterable

from django.db import models, transaction

from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.models import Leased
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class Doubt(models.TextChoices):
    """Why a machine's words are not shown as certain."""

    NONE = ""
    KEPT = "kept"  # a name, a number or a word of the school is gone or came twice
    NUMBERS = "numbers"  # it says another number than the original
    NEGATION = "negation"  # one of the two says "not", the other does not


class Translation(Leased):
    """Waiting for a machine, done, or given up. Its key holds school, language and words of the original, so
    nothing is translated twice; nobody reaches a row without having the original before her."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=32)  # of Text
    source = models.CharField(max_length=8)
    language = models.CharField(max_length=8)
    original = models.TextField()
    words = models.TextField(blank=True)  # the machine's; empty while there are none
    doubt = models.CharField(max_length=10, choices=Doubt.choices, blank=True)
    wanted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest", "language"], name="translated_once")]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="waiting"), name="translations_waiting"),
            models.Index(
                fields=["lease_until"],
                condition=models.Q(lease_token__isnull=False),
                name="translations_leased",
            ),
        ]

    @property
    def text(self) -> Text:
        return Text(self.original, self.source, self.school_id)

    @classmethod
    def of(
        cls, text: Text, language: str, *, at: dt.datetime, due_at: dt.datetime | None = None
    ) -> "Translation":
        """A row that is wanted since `at`; not in the database yet."""
        return cls(
            school_id=text.school, digest=text.digest, source=text.spoken, language=language,
            original=text.normal, wanted_at=at, due_at=due_at or at,
        )  # fmt: skip


class Changed(models.Model):
    """Of this text the memory says something else than before, in whichever language. Who keeps a copy of
    its words, such as the index, looks again and takes the row away. Rows are only added: nobody waits."""

    digest = models.CharField(max_length=32)

    @staticmethod
    def note(digests: Iterable[str]) -> None:
        Changed.objects.bulk_create(Changed(digest=digest) for digest in digests)


def drop(rows: models.QuerySet[Translation]) -> None:
    """The memory keeps these no longer."""
    Changed.note(set(rows.values_list("digest", flat=True)))
    rows.delete()


class Correction(models.Model):
    """Somebody who speaks the language wrote it. From then on her words are shown, not the machine's."""

    translation = models.OneToOneField(Translation, models.CASCADE, related_name="correction")
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @classmethod
    @transaction.atomic
    def write(cls, text: Text, language: str, words: str, *, by: Person, at: dt.datetime) -> None:
        """These words from now on; empty words give it back to the machine. Said twice, it is said once."""
        wanted = Translation.of(text, language, at=at)
        wanted.digest = text.human_digest
        wanted.state = Translation.State.SUPPRESSED  # a person did it: no machine need
        Translation.objects.bulk_create([wanted], ignore_conflicts=True)
        row = Translation.objects.select_for_update().get(digest=text.human_digest, language=language)
        if not words.strip():
            return cls._take_back(row, by=by, at=at)
        if not cls.objects.filter(translation=row, words=words.strip()).exists():
            told = {"words": words.strip(), "by": by, "at": at}
            cls.objects.update_or_create(translation=row, defaults=told)
            Changed.note([row.digest])
            record("translation.correction.written", row, by=by, at=at)
        return None

    @classmethod
    def _take_back(cls, row: Translation, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = cls.objects.filter(translation=row).delete()
        Changed.note([row.digest] if gone else ())
        if gone and not row.words:
            row.delete()  # as if nobody had asked: who reads it next asks a machine, if there is one

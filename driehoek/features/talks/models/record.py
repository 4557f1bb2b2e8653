"""What is written down of a talk: shared notes while it lasts, then a record that never changes; and, apart
from it, what colleagues note for each other."""

import datetime as dt
from typing import Any  # what a row is saved with

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.talks.models.aloud import SILENT, Aloud, NotesVoice, RecordVoice
from driehoek.features.talks.models.contact import confirmed_on
from driehoek.features.talks.models.pledge import Pledge
from driehoek.features.talks.models.talk import Talk

LONGEST = 5_000


class TalkNotes(Guarded):
    """What school writes down, or sums up aloud, while all look on. Everybody at the talk has it at once."""

    talk = models.OneToOneField(Talk, models.CASCADE, related_name="notes")
    words = models.CharField(max_length=LONGEST, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    told: Told  # put there by put_in_words()
    voices: list[Attachment]  # put there by notes_of()

    @property
    def texts(self) -> dict[str, Text]:
        said = text_by(self.by, self.words, self.talk.school_id, self.talk.within)
        return {"words": said} if self.words else {}

    @classmethod
    @transaction.atomic
    def write(
        cls, talk: Talk, words: str, *, seen: str, by: Person, at: dt.datetime, aloud: Aloud = SILENT
    ) -> bool:
        """False when a colleague wrote or spoke something since what this one saw; then nothing changes."""
        notes = cls.objects.select_for_update().filter(talk=talk).first()
        if notes and (notes.words not in (seen, words) or aloud.overtakes(notes.spoken)):
            return False
        if notes is None or notes.words != words:
            said = {"words": words, "by": by, "at": at}
            notes, _new = cls.objects.update_or_create(talk=talk, defaults=said)
            record("talks.notes.written", notes, by=by, at=at)
        if aloud.put_with(notes.pk):
            record("talks.notes.spoken", notes, by=by, at=at)
        return True

    @property
    def spoken(self) -> Attachment | None:
        """What stands beside them, in a question of its own."""
        return next(iter(NotesVoice.heard_in(self.pk)), None)


class NeverChanged(Exception):
    """A record of a talk is written once; what must be added is the next version."""


class NotWritten(Exception):
    """Of a talk that was summed up aloud, a record says something in writing too: so that all can read it."""


class TalkRecord(Guarded):
    """What was said, also aloud, and what was agreed, as it stood when the talk was closed."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="records")
    version = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=LONGEST, blank=True)
    agreed = models.JSONField()  # [{"who", "words", "language", "until"}]
    contacts_on = models.DateField(null=True, blank=True)  # on which all said that their data are right
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "version"], name="one_record_a_version")]
        ordering = ["-version"]

    told: Told  # put there by put_in_words()
    voices: list[Attachment]  # put there by records_of()

    @property
    def texts(self) -> dict[str, Text]:
        school, within = self.talk.school_id, self.talk.within
        said = {"words": text_by(self.by, self.words, school, within)} if self.words else {}
        agreed = enumerate(self.agreed)
        return said | {
            f"agreed_{n}": Text(a["words"], a["language"], school, within=within) for n, a in agreed
        }

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Who does what before when, in the words of one reader."""
        return [
            {
                "who": one["who"],
                "until": dt.date.fromisoformat(one["until"]) if one["until"] else None,
                "shown": self.told[f"agreed_{n}"],
            }
            for n, one in enumerate(self.agreed)
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise NeverChanged
        super().save(*args, **kwargs)

    def says(self, said: dict[str, Any]) -> bool:
        return all(getattr(self, name) == one for name, one in said.items())

    @classmethod
    @transaction.atomic
    def close(cls, talk: Talk, words: str, *, by: Person, at: dt.datetime) -> "TalkRecord":
        """The same again is the same record; something else is the next version beside it. What was spoken
        goes along. Raises NotWritten when there is nothing else."""
        Talk.objects.select_for_update().get(pk=talk.pk)
        agreed, spoken = _agreed_at(talk), _spoken_at(talk)
        if spoken and not words:
            raise NotWritten
        last = cls.objects.filter(talk=talk).first()
        said: dict[str, Any] = {"words": words, "agreed": agreed}
        said["contacts_on"] = confirmed_on(talk, day_of(at))
        if last and last.says(said) and RecordVoice.is_the_same(last.pk, spoken):
            return last
        version = last.version + 1 if last else 1
        made = cls.objects.create(talk=talk, version=version, by=by, at=at, **said)
        RecordVoice.carry(made.pk, spoken.again() if spoken else None)
        record("talks.record.made", made, by=by, at=at)
        return made


def _spoken_at(talk: Talk) -> Attachment | None:
    notes = TalkNotes.objects.filter(talk=talk).first()
    return notes.spoken if notes else None


def _agreed_at(talk: Talk) -> list[dict[str, str]]:
    said = Pledge.objects.standing().filter(talk=talk).select_related("doer__person").order_by("pk")
    return [
        {
            "who": one.doer.person.name,
            "words": one.words,
            "language": one.language,
            "until": one.until.isoformat() if one.until else "",
        }
        for one in said
    ]


class StaffNote(Guarded):
    """For colleagues who work with this student; no part of a talk. Family may ask to see it (AVG 15)."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    words = models.CharField(max_length=1000)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["student", "at"])]

    @classmethod
    @transaction.atomic
    def write(
        cls, student: Person, school: School, words: str, *, by: Person, at: dt.datetime
    ) -> "StaffNote":
        lately = cls.objects.filter(student=student, school=school, by=by, words=words)
        same = lately.filter(at__gt=at - dt.timedelta(minutes=5)).first()
        if same:
            return same
        note = cls.objects.create(student=student, school=school, words=words, by=by, at=at)
        record("talks.staffnote.written", note, by=by, at=at)
        return note

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = StaffNote.objects.filter(pk=self.pk).delete()
        if gone:
            record("talks.staffnote.removed", self.student, by=by, at=at)

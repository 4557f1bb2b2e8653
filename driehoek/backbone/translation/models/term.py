"""Words of a school: what they mean in plain Dutch, and what to say in other languages."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.models.translation import Translation
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class Term(Guarded):
    """One word of one school. It comes before the word of the built-in list."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    word = models.CharField(max_length=60)
    plain = models.CharField(max_length=120, blank=True)  # a plain Dutch word for it
    stays = models.BooleanField(default=False)  # in every language as it is
    said = models.JSONField(default=dict, blank=True)  # by language: {"tr": "spor çantası"}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "word"], name="one_term_a_word")]

    @classmethod
    @transaction.atomic
    def put(
        cls,
        school: School,
        word: str,
        *,
        plain: str,
        stays: bool,
        said: dict[str, str],
        by: Person,
        at: dt.datetime,
    ) -> None:
        """From now on like this. What a machine made of texts with this word is made anew."""
        told = {"plain": plain, "stays": stays, "said": said}
        same = cls.objects.filter(school=school, word=word, **told)
        if same.exists():
            return
        row, _is_new = cls.objects.update_or_create(school=school, word=word, defaults=told)
        record("translation.term.put", row, by=by, at=at)
        make_anew(school, word, at=at)

    @transaction.atomic
    def drop(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = Term.objects.filter(pk=self.pk).delete()
        if gone:
            make_anew(self.school, self.word, at=at)
            record("translation.term.dropped", self.school, by=by, at=at)


def make_anew(school: School, word: str, *, at: dt.datetime) -> None:
    """Only texts in which the word stands; until then the old words are shown."""
    done = Translation.objects.filter(school=school, original__icontains=word, state=Translation.State.DONE)
    done.update(state=Translation.State.WAITING, due_at=at, attempts=0, stumbles=0)

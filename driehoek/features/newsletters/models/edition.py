"""What went out: the words of a newsletter in one language, and for each reader which blocks are hers.

Nothing of it changes afterwards, whatever becomes of groups and translations: page, print and mail show the
same. What she may not see any more is left out of it when it is shown.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any  # what a column of JSON holds

from django.db import models
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.translation.reading import How, Shown, Told, read_in
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday
from driehoek.features.newsletters.models.block import Block
from driehoek.features.newsletters.models.newsletter import Newsletter


class Edition(models.Model):
    """The words of one newsletter in one language, as they stood when it went."""

    newsletter = models.ForeignKey(Newsletter, models.CASCADE, related_name="editions")
    language = models.CharField(max_length=8)
    words = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["newsletter", "language"], name="one_edition_a_language")
        ]

    @classmethod
    def freeze(
        cls, newsletter: Newsletter, language: str, blocks: Iterable[Block], days: Iterable[Holiday],
        now: dt.datetime,
    ) -> "Edition":  # fmt: skip
        """As it reads at this moment. What was frozen before stays."""
        if kept := cls.objects.filter(newsletter=newsletter, language=language).first():
            return kept
        put, holidays = list(blocks), list(days)
        named = [{"name": Text(day.name, "nl", newsletter.school_id)} for day in holidays]
        things = [newsletter.texts, *(block.texts for block in put), *named]
        told = iter(read_in(language, things, now=now))
        words = {
            "newsletter": _kept(next(told)),
            "blocks": {str(block.pk): _kept(next(told)) for block in put},
            "days": [
                {"first": day.starts_on.isoformat(), "last": day.ends_on.isoformat(), **_kept(next(told))}
                for day in holidays
            ],
        }
        return cls.objects.create(newsletter=newsletter, language=language, words=words)

    def put_in_words(self, newsletter: Newsletter, blocks: Iterable[Block]) -> None:
        """Give each of them `told`, as it was."""
        newsletter.told = _told(newsletter.texts, self.words["newsletter"])
        for block in blocks:
            block.told = _told(block.texts, self.words["blocks"].get(str(block.pk), {}))

    def head(self, block: int) -> str:
        """Of one block, as it was; empty when it is of an earlier letter, which is not in this one."""
        return str(self.words["blocks"].get(str(block), {}).get("title", {}).get("words", ""))

    @property
    def days(self) -> list[tuple[dt.date, dt.date, str]]:
        return [
            (dt.date.fromisoformat(day["first"]), dt.date.fromisoformat(day["last"]), day["name"]["words"])
            for day in self.words["days"]
        ]


class Copy(Guarded):
    """The letter of one person. Who was told of it, and read it, is kept with the notices."""

    newsletter = models.ForeignKey(Newsletter, models.CASCADE, related_name="copies")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["newsletter", "person"], name="one_copy_a_person")]

    def get_absolute_url(self) -> str:
        return reverse("newsletters:copy", args=[self.pk])


class CopyLine(Guarded):
    """One block in one letter, and through which child it came. It may be of an earlier newsletter: shown
    work that is still to come."""

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="lines")
    block = models.ForeignKey(Block, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    place = models.CharField(max_length=60, blank=True)  # "groep 5", as it was called then

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["copy", "block", "student"], name="a_block_once_a_child")
        ]


def _kept(told: Told) -> dict[str, dict[str, str]]:
    return {
        name: {"words": one.words, "language": one.language, "how": one.how, "doubtful": one.doubtful}
        for name, one in told.items()
    }


def _told(texts: Mapping[str, Text], kept: Mapping[str, Any]) -> Told:
    """The original when nothing was kept: a block that was not there, which does not happen."""
    return Told(
        {
            name: _shown(text, kept[name]) if name in kept else Shown(text, text.words, text.language)
            for name, text in texts.items()
        }
    )


def _shown(text: Text, kept: Mapping[str, str]) -> Shown:
    return Shown(text, kept["words"], kept["language"], How(kept["how"]), kept["doubtful"])

"""Rows that wait for a machine: taken in batches, masked, sent, checked, and each written down."""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import groupby

from django.db import transaction

from driehoek.backbone.translation.checking import check
from driehoek.backbone.translation.glossary import glossary_of
from driehoek.backbone.translation.masking import Masked, mask
from driehoek.backbone.translation.models import Agreement, Changed, Translation
from driehoek.backbone.translation.models.agreement import NOT_AGREED
from driehoek.backbone.translation.names import names_at
from driehoek.backbone.translation.translators.outcome import Later, Never, Translator
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import LeaseLost
from driehoek.base.core.models.alarm import ring

BATCH = 20
PATIENCE = dt.timedelta(hours=24)  # how long we keep asking for one text
ALARM = "translator"  # one for all rows: it is the machine that fails, not the text

Clock = Callable[[], dt.datetime]


def translate_due(translator: Translator, *, clock: Clock) -> int:
    """Translate one batch; gives how many rows were taken."""
    Translation.objects.free_stale(clock())
    rows = Translation.objects.claim(clock(), limit=BATCH)
    rows.sort(key=_kind)
    for _key, alike in groupby(rows, key=_kind):
        Round(translator, clock).translate(list(alike))
    return len(rows)


def _kind(row: Translation) -> tuple[int, str, str]:
    return row.school_id, row.source, row.language


class Round:
    """Rows of one school between two languages: one request."""

    def __init__(self, translator: Translator, clock: Clock) -> None:
        self.translator, self.clock = translator, clock

    def translate(self, rows: list[Translation]) -> None:
        school, source, target = _kind(rows[0])
        try:
            rows[0].renew(self.clock())
            if not Agreement.objects.filter(school=school).exists():
                return self._each(rows, lambda row: row.finish(row.State.SUPPRESSED, reason=NOT_AGREED))
            return self._ask(rows, self._masked(rows), source, target)
        except LeaseLost:  # we were thought dead: another worker has them
            return None
        except Exception as error:  # one broken text must not keep the others waiting
            why = type(error).__name__
            return self._each(rows, lambda row: row.stumble(why, self.clock()))

    def _masked(self, rows: list[Translation]) -> list[Masked]:
        school, _source, target = _kind(rows[0])
        names, words = names_at(school, day_of(self.clock())), glossary_of(school)
        return [mask(row.original, names=names, terms=words.said_in(target)) for row in rows]

    def _ask(self, rows: list[Translation], masked: list[Masked], source: str, target: str) -> None:
        try:
            answers = self.translator.translate([one.words for one in masked], source=source, target=target)
        except Never as refused:
            return self._refused(rows, masked, refused.reason)
        except Later as busy:
            return self._later(rows, busy)
        for row, mask_, answer in zip(rows, masked, answers, strict=True):
            self._write(row, mask_, answer)
        return None

    def _write(self, row: Translation, masked: Masked, answer: str) -> None:
        """What may be shown is kept; of what may not, only that it was refused."""
        found = check(row.text, row.language, masked, answer)
        if found.refused:
            return row.finish(row.State.FAILED, reason=found.refused)
        with transaction.atomic():
            row.finish(row.State.DONE, words=found.words, doubt=found.doubt)
            Changed.note([row.digest])
        return None

    def _refused(self, rows: list[Translation], masked: list[Masked], reason: str) -> None:
        """One text may be at fault: the others are asked again without it."""
        if len(rows) == 1:
            return rows[0].finish(rows[0].State.FAILED, reason=reason)
        for row, alone in zip(rows, masked, strict=True):
            self._ask([row], [alone], row.source, row.language)
        return None

    def _later(self, rows: list[Translation], busy: Later) -> None:
        """1, 5, 15, 60 minutes, then hourly, or when the machine itself says so; for one day."""
        now = self.clock()
        for row in rows:
            if now - row.wanted_at < PATIENCE:
                row.retry(now, reason=busy.reason, at_least=busy.wait)
            else:
                row.finish(row.State.FAILED, reason=busy.reason)
                ring(ALARM, f"24 hours: {busy.reason}", at=now)

    def _each(self, rows: Iterable[Translation], act: Callable[[Translation], None]) -> None:
        for row in rows:
            act(row)

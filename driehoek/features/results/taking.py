"""Writing down what a source says: a few hundred rows at once, all of them for the coming moment. Saying it
twice changes nothing."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from driehoek.features.results.comparing import ITEM_FACTS, Comparing, ItemChange, ResultChange
from driehoek.features.results.models import Item, MissedWork, Moment, Result, Source, Status
from driehoek.features.results.said import SaidItem, SaidResult


class Taking:
    """One source, at one time. Belongs in a transaction of whoever calls."""

    def __init__(self, source: Source, comparing: Comparing, now: dt.datetime) -> None:
        self.source, self.comparing, self.now = source, comparing, now
        self.coming: Moment | None = None

    def items(self, said: Iterable[SaidItem]) -> int:
        """Gives how many changed."""
        count = 0
        for some in self.comparing.items(said):
            gone = [change.pk for change in some if change.action == "ended" and change.pk]
            Item.objects.filter(pk__in=gone).delete()
            rows = [self._item(change) for change in some if change.action != "ended"]
            Item.objects.bulk_create(
                rows,
                update_conflicts=True,
                unique_fields=["source", "key"],
                update_fields=_columns(ITEM_FACTS),
            )
            count += len(some)
        return count

    def _item(self, change: ItemChange) -> Item:
        facts = dict(zip(ITEM_FACTS, change.facts, strict=True))
        return Item(source=self.source, school_id=self.source.school_id, key=change.key, **facts)

    def results(self, said: Iterable[SaidResult]) -> int:
        """Gives how many changed."""
        count = 0
        for some in self.comparing.results(said):
            self._write(some)
            count += len(some)
        return count

    def _write(self, changes: Iterable[ResultChange]) -> None:
        gone = [change.known.pk for change in changes if change.action == "ended" and change.known]
        Result.objects.filter(pk__in=gone).delete()
        rows = [self._result(change) for change in changes if change.action != "ended"]
        Result.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["source", "key"],
            update_fields=[
                "item", "score", "text", "status", "is_late", "scored_on", "comment", "stamped_at",
                "corrected_at", "moment",
            ],
        )  # fmt: skip
        if self.coming and any(row.is_missing and row.moment_id == self.coming.pk for row in rows):
            MissedWork.note(self.coming, self.now)

    def _result(self, change: ResultChange) -> Result:
        said, known = change.said, change.known
        stays = known is not None and not self._comes_out_anew(change)
        is_out = known is not None and known.opens_at <= self.now
        return Result(
            source=self.source,
            school_id=self.source.school_id,
            key=said.key,
            student_id=change.student,
            item_id=change.item.pk or 0,  # written before its results
            score=said.score,
            text=said.text,
            status=said.status,
            is_late=said.is_late,
            scored_on=said.scored_on,
            comment=said.comment,
            stamped_at=said.stamped_at or self.now,
            corrected_at=self.now if stays and is_out else None,
            moment_id=known.moment if known and stays else self._moment().pk,
        )

    def _comes_out_anew(self, change: ResultChange) -> bool:
        """A correction of what was seen is seen at once, or it would be hidden again. A first value, and work
        that turns out to be missing, wait for their own moment."""
        known, said = change.known, change.said
        if known is None:
            return True
        is_first_value = not known.has_value and (said.score is not None or bool(said.text))
        return is_first_value or (said.status == Status.MISSING and not known.is_missing)

    def _moment(self) -> Moment:
        if self.coming is None or self.coming.opens_at <= self.now:
            self.coming = Moment.coming(self.source.school, self.now)
        return self.coming


def _columns(facts: Iterable[str]) -> list[str]:
    return [name.removesuffix("_id") for name in facts]


def mark_overdue(now: dt.datetime, today: dt.date) -> int:
    """Work that was not handed in by its day is missing from then on: some systems send only what changed."""
    late = Result.objects.filter(Q(status=Status.OPEN), item__due_on__lt=today)
    count = 0
    for school in {result.school_id: result.school for result in late.select_related("school")}.values():
        moment = Moment.coming(school, now)
        count += late.filter(school=school).update(status=Status.MISSING, moment=moment)
        MissedWork.note(moment, now)
    return count

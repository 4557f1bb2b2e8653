"""Asking for translations: rows for a worker to find. Pages and mails never wait for one."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from driehoek.backbone.translation import jobs
from driehoek.backbone.translation.models import Agreement, Translation
from driehoek.backbone.translation.models.translation import drop
from driehoek.backbone.translation.texts import Text


def want(
    texts: Iterable[Text], languages: Iterable[str], *, at: dt.datetime, due_at: dt.datetime | None = None
) -> int:
    """Have these texts translated into these languages, where the school agreed; gives how many are new.

    What is there already stays. `due_at` is when it may be sent, if that is later.
    """
    if not settings.TRANSLATOR:
        return 0
    spoken, wanted = set(languages), list(texts)
    agreed = set(
        Agreement.objects.filter(school__in={text.school for text in wanted}).values_list("school", flat=True)
    )
    rows = [
        Translation.of(text, language, at=at, due_at=due_at)
        for text in dict.fromkeys(wanted)
        for language in sorted(spoken)
        if text.school in agreed and text.is_for(language) and language not in text.ours
    ]
    if rows:
        Translation.objects.bulk_create(rows, ignore_conflicts=True)
        transaction.on_commit(jobs.translate.enqueue)
    return len(rows)


def languages_of(*chosen: str) -> set[str]:
    """Of these readers, without regions."""
    return {language.partition("-")[0] for language in chosen}


def forget(texts: Iterable[Text], *, by_hand: bool = False) -> None:
    """What was taken back need not be remembered, or translated at all. What somebody wrote stays hers; only
    when the words themselves are kept no longer, her translation goes too (`by_hand`)."""
    gone = list(texts)
    drop(Translation.objects.filter(digest__in=[text.digest for text in gone], correction=None))
    if by_hand:
        drop(Translation.objects.filter(digest__in=[text.human_digest for text in gone]))

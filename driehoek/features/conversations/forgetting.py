"""How long conversations are kept: two years after the last of their children left (docs/retention.md)."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import left_by, years_before
from driehoek.features.conversations.models import Conversation, ConversationChild, Message

YEARS = 2


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """Of a conversation about no child (help with the portal) two years count from the last word. What was
    attached is nobody's then, and goes with what was never sent."""
    before = years_before(day_of(now), YEARS)
    children = ConversationChild.objects.filter(conversation=OuterRef("pk"))
    still_here = children.exclude(student__in=left_by(before))
    silent = Conversation.objects.filter(last_at__date__lt=before)
    old = silent.filter(~Exists(still_here))
    count = old.count()
    for message in Message.objects.filter(conversation__in=old).select_related("conversation").iterator():
        forget_translations(message.texts.values(), by_hand=True)
    old.delete()
    return Forgotten.note("conversations", count, before=before, at=now)

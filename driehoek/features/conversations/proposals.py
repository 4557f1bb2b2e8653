"""Times for a talk that school proposed, and to which nobody at home said yes yet."""

from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.conversations.models import Conversation, Proposal


def open_proposals(viewer: Viewer) -> QuerySet[Proposal]:
    """In conversations in which she may say yes."""
    hers = Conversation.objects.where(viewer, may="talk")
    waiting = Proposal.objects.filter(request__conversation__in=hers, agreement=None, moment__gt=viewer.now)
    return waiting.select_related("request").order_by("moment", "pk")

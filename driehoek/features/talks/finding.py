"""One talk or one agreement for a page, with everybody who was at the table."""

from django.db.models import prefetch_related_objects

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.features.talks.models import Pledge, Talk
from driehoek.features.talks.models.pledge import PledgeQuerySet
from driehoek.features.talks.models.talk import TalkQuerySet
from driehoek.features.talks.seated import sides


def joined_talk(rows: TalkQuerySet, _viewer: Viewer) -> TalkQuerySet:
    return rows.joined()


def joined_pledge(rows: PledgeQuerySet, _viewer: Viewer) -> PledgeQuerySet:
    return rows.joined()


def find_talk(request: Visit, pk: int, *, to: str = "see") -> Talk:
    talk = find(request, Talk, to=to, look=joined_talk, pk=pk)
    prefetch_related_objects([talk], sides(request.viewer.today))
    return talk


def find_pledge(request: Visit, pk: int, *, to: str = "see") -> Pledge:
    pledge = find(request, Pledge, to=to, look=joined_pledge, pk=pk)
    prefetch_related_objects([pledge], "yeses", sides(request.viewer.today, "talk__sides"))
    request.opened = pledge.talk.student_id
    return pledge

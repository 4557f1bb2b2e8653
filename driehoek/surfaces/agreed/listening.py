"""From a conversation to the table: "Liever een gesprek?" got a day, and becomes a talk about each child."""

import uuid
from typing import Any  # what a signal carries besides

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.journal.models import Entry
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.features.conversations.models import Conversation, Proposal, TalkRequest
from driehoek.features.talks.models import Kind, Talk
from driehoek.features.talks.planning import Table

AGREED = "conversations.talk.agreed"
ASKED_THERE = "Gevraagd in een bericht, door wie erbij is."
USUAL = 20  # minutes


def on_recorded(entry: Entry, **_: Any) -> None:
    request = entry.subject if entry.verb == AGREED else None
    if not isinstance(request, TalkRequest):
        return
    conversation, proposal = request.conversation, Proposal.objects.get(request=request)
    for row in conversation.children.select_related("student").order_by("pk"):
        _stand(row.student, conversation, proposal, entry)


def _stand(student: Person, conversation: Conversation, proposal: Proposal, entry: Entry) -> None:
    """Another day for a talk that is still to come moves it. One that was held stays where it was; and one
    for which home still needs its days keeps them: what was agreed then stands beside it."""
    origin = f"conversation-{conversation.pk}"
    when: dict[str, Any] = {"moment": proposal.moment, "place": proposal.place}
    before = Talk.objects.standing().filter(came_from=origin, student=student).order_by("-moment").first()
    if before and not before.is_over(entry.at) and before.may_come_at(proposal.moment):
        before.move(**when, minutes=before.minutes, by=proposal.by, at=entry.at)
        return
    invited = _invited(student, conversation, proposal.by)
    table = Table(student, conversation.school, day_of(entry.at), proposal.by)
    missing = {person: ASKED_THERE for person in [student, *table.guardians] if person not in invited}
    token = uuid.uuid5(uuid.NAMESPACE_OID, f"{origin} {student.pk} {proposal.pk}")
    Talk.plan(
        student, conversation.school, token=token, kind=Kind.OTHER, **when, minutes=USUAL,
        invited=invited, left_out=missing, by=proposal.by, at=entry.at, came_from=origin,
    )  # fmt: skip


def _invited(student: Person, conversation: Conversation, host: Person) -> dict[Person, Corner]:
    """Whoever was in the conversation: the line of one person, and the child if she read along."""
    line = conversation.line_of
    asked = {student: Corner.CHILD} if conversation.with_student or line == student else {}
    return asked | ({} if line == student else {line: Corner.HOME}) | {host: Corner.SCHOOL}

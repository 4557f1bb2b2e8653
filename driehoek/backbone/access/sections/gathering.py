"""Talks about one child: for those at the talk; that there is one, for who works with her."""

from driehoek.backbone.access.rules import gathering
from driehoek.backbone.access.rules.gathering import meet
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule

GATHERING: dict[str, Rule] = {
    # talks: when, where, and who is asked
    "talks.talk.see": gathering.guardian_there | gathering.student_there | room["staff"],
    "talks.talk.attend": gathering.there,
    "talks.talk.lead": gathering.colleague_there,
    "talks.talk.translate": gathering.colleague_there,
    "talks.side.see": meet["attend"],
    # what was agreed there: whoever teaches the child knows it too
    "talks.pledge.see": meet["attend"] | gathering.her_teacher,
    "talks.pledge.translate": meet["lead"],
    "talks.pledge.follow": meet["attend"]
    & gathering.pledge_open,  # confirms it, says how it went, changes it
}

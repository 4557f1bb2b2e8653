"""What the office keeps: the words of a school, its rosters, devices, and the roads by which news comes."""

from django.db.models import Q

from driehoek.backbone.access.rules.around import known_adult, schools_of
from driehoek.backbone.access.rules.posts import day
from driehoek.backbone.access.rules.rule import Rule, at_home, mine
from driehoek.backbone.access.rules.staff import (
    at_my_school,
    board_of_its_school,
    leader_of_its_school,
    leads_school_of_group,
    works_with_group,
)

OFFICE: dict[str, Rule] = {
    # own language: the words of a school are for everyone there; its leaders keep them and choose who helps
    "translation.term.see": Rule(lambda me: Q(school__in=schools_of(me))),
    "translation.term.keep": leader_of_its_school,
    "translation.helper.see": leader_of_its_school | mine,
    "translation.helper.keep": leader_of_its_school,
    "languages.interpreterrequest.see": mine | (known_adult & at_my_school),
    "languages.interpreterrequest.end": mine | (known_adult & leader_of_its_school),
    # rosters: what the office handed in, and saying yes or no to it
    "rosters.connection.see": leader_of_its_school | board_of_its_school,
    "rosters.connection.keep": leader_of_its_school | board_of_its_school,
    "rosters.upload.see": leader_of_its_school | board_of_its_school,
    "rosters.upload.decide": (leader_of_its_school | board_of_its_school) & Rule(lambda me: Q(decision=None)),
    # entry
    "entry.device.see": mine,
    "notifications.notification.see": mine,  # what she was told of, and by which road it came
    "schools.group.hand_out_to": works_with_group | leads_school_of_group,  # news on paper
    "notifications.paperletter.see": (at_home & Rule(lambda me: Q(digest__person=me.person))) | day["staff"],
    "notifications.paperletter.hand_out": day["staff"],
    "notifications.pushsubscription.see": mine,  # a browser of hers that rings
    # letterbox: what became of a mail that somebody sent us
    "letterbox.response.see": mine,
    "letterbox.response.confirm": mine,
    "letterbox.complaint.see": mine,
}

"""The daily arrangements: away, fetched, on leave, who is near a child, and one's own data."""

from django.db.models import Q

from driehoek.backbone.access.rules import absences as away
from driehoek.backbone.access.rules.children import about, taught
from driehoek.backbone.access.rules.families import families_led, has_an_address, hides_nowhere, speaks_for
from driehoek.backbone.access.rules.looking import OF_CLASS, of_age_lets
from driehoek.backbone.access.rules.posts import child_of_row, day, room
from driehoek.backbone.access.rules.rule import Rule, at_home, by_me, mine
from driehoek.backbone.access.rules.staff import (
    head_of_its_school,
    leader_of_its_school,
    school_leader,
    student_of_mine,
)
from driehoek.backbone.access.rules.through import through, unless

child = about("pk")  # rules on Person rows: the row is the child

address_not_done = Rule(lambda me: ~Q(field="address", answer__isnull=False))

ARRANGEMENTS: dict[str, Rule] = {
    # absences: the daily arrangements
    "people.person.report": speaks_for("pk"),
    "people.person.correct": at_home & Rule(lambda me: Q(pk=me.person.pk)),  # how to reach oneself
    "people.person.tell_address": at_home & has_an_address,
    "people.person.propose_address": at_home & has_an_address & hides_nowhere,
    "people.person.see_presence_of": child["self"]
    | child["staff"]
    | (child["decider"] & of_age_lets("presence", "pk", school=None)),
    "absences.report.see": by_me,
    "absences.absence.see": (room["decider"] & of_age_lets("presence")) | room["self"] | room["staff"],
    "absences.absence.answer": away.speaks_there & away.not_taken_back,
    "absences.absence.change": away.speaks_there & away.not_taken_back & away.told_by_me,
    "absences.absence.correct": room["staff"] & away.not_taken_back & away.noted_at_school,
    "absences.absence.weigh": room["staff"] & taught("student"),
    "absences.morningquestion.see": through("absence", "absences.absence", may="answer"),
    "absences.listalarm.see": leader_of_its_school,
    "absences.pickup.see": (by_me & away.speaks_there) | room["staff"],  # another household never
    "absences.leaverequest.see": (by_me & away.speaks_there) | (room["staff"] & leader_of_its_school),
    "absences.leaverequest.translate": room["staff"] & leader_of_its_school,
    "absences.leaverequest.withdraw": by_me
    & away.speaks_there
    & (away.undecided | (away.granted & away.not_begun)),
    "absences.leaverequest.decide": room["staff"] & head_of_its_school & away.undecided,
    "absences.leaverequest.reverse": room["staff"] & head_of_its_school & away.decided & away.not_begun,
    "absences.leavevoice.see": through("request", "absences.leaverequest"),
    "absences.decisionvoice.see": through("decision__request", "absences.leaverequest"),
    # a swapped day: its words between who asks and the care group, what was agreed for both homes
    "absences.swaprequest.see": (by_me & away.speaks_in_class) | day["staff"],
    "absences.swaprequest.translate": day["staff"],
    "absences.swaprequest.change": by_me & away.speaks_in_class & away.swap_waits & away.swap_ahead,
    "absences.swaprequest.decide": day["staff"] & away.swap_waits & away.swap_ahead & away.not_asked_by_me,
    "absences.swaprequest.reverse": day["staff"]
    & away.swap_agreed
    & away.swap_not_over
    & away.not_asked_by_me,
    "absences.swapday.see": (day["decider"] & of_age_lets("presence", school=OF_CLASS))
    | day["self"]
    | day["staff"],  # not who asked, nor why
    "absences.export.see": leader_of_its_school,
    "schools.school.keep_absences": school_leader,
    "absences.upload.see": leader_of_its_school,  # a file from the school's own system
    "absences.upload.agree": leader_of_its_school,
    # people near a child: of each guardian her own
    "people.nearperson.see": away.named_by_me | (child_of_row["staff"] & away.agreed_to),
    "people.nearperson.remove": away.named_by_me,
    "people.nearperson.decide": student_of_mine & away.unanswered & Rule(lambda me: ~Q(named_by=me.person)),
    # corrections: own data, which the office takes over or not
    "corrections.correction.see": mine | (families_led & address_not_done),
    "corrections.correction.answer": families_led & unless("corrections.correctionanswer", "correction"),
}

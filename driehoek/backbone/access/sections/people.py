"""Who may see whom, who runs a school and its groups, and who says whose child somebody is."""

from django.db.models import Q

from driehoek.backbone.access.rules import meeting as among
from driehoek.backbone.access.rules import talking
from driehoek.backbone.access.rules.around import known_face, schools_at_home, schools_of
from driehoek.backbone.access.rules.children import (
    about,
    decides_about_own_photos,
    guardians_led_by,
    students_led_by,
    taught,
    too_young_to_decide,
    with_custody,
)
from driehoek.backbone.access.rules.looking import looks_along
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import (
    board_of_school,
    head_of_its_school,
    leader_of_its_school,
    leads_school_of_group,
    leads_school_of_job,
    my_board,
    my_group,
    school_leader,
    student_of_mine,
    works_with_group,
)

child = about("pk")  # rules on Person rows: the row is the child

PEOPLE: dict[str, Rule] = {
    # people: a page about a child
    "people.person.see": child["guardian"] | child["self"] | child["staff"],
    "people.person.know": child["staff"],  # who answers for her, and how to reach them
    "people.person.reach": Rule(guardians_led_by),  # guardians: to have mail tried again
    "people.person.answer_for": child["decider"],
    "people.person.tell_about": (child["decider"] & child["told"]) | child["self"],  # something from home
    "people.person.consent_for": (child["decider"] & with_custody & too_young_to_decide)  # UAVG art. 5
    | (child["self"] & decides_about_own_photos),
    "people.person.ask_about": (child["decider"] & child["told"])  # a question
    | (child["self"] & talking.old_enough),
    "people.person.talk_with": child["guardian"] | child["self"],  # at the kitchen table
    "people.person.look_for_photos_of": child["guardian"] | child["self"],  # those with her on them
    "people.person.ask_at_table": child["self"],
    "people.person.hear_of": child["told"],  # how she hears of this child
    "people.person.praise": child["staff"] & taught("pk"),  # one tap of good news
    "people.person.meet": child["decider"]
    & looks_along("talks", "pk", school=None),  # is asked to a talk about her
    "people.person.hold_talk": child["staff"] & taught("pk"),  # plans a talk about her
    "people.portrait.see": known_face | among.shared_face,  # a class: when she ticked it there
    # schools
    "schools.board.administer": my_board,  # with which account its colleagues come in
    "schools.school.administer": school_leader | board_of_school,
    "schools.school.speak_for": school_leader,
    "schools.school.ask_for_interpreter": Rule(lambda me: Q(pk__in=schools_at_home(me))),
    "schools.school.keep_order": school_leader,
    "schools.school.alarm": school_leader,  # news that passes the evening and every choice
    "schools.school.hear_of": Rule(lambda me: Q(pk__in=schools_of(me))),
    "schools.school.choose_news": school_leader,  # which kinds come always, never, or when asked for
    "schools.holiday.keep": leader_of_its_school,
    "schools.group.work_with": works_with_group | leads_school_of_group,
    "schools.group.lead": leads_school_of_group,
    "schools.group.weigh": head_of_its_school,  # what came back from home, in numbers
    "schools.group.visit": my_group | leads_school_of_group,  # its homework, its photos, its agreement
    "schools.group.invite": works_with_group | leads_school_of_group,  # letters for its guardians
    "schools.group.print_cards": works_with_group | leads_school_of_group,
    "schools.appointment.invite": leads_school_of_job | board_of_school,  # a way in for a colleague
    "schools.group.gather": works_with_group,  # in the circle, and in the inbox of what families tell
    "schools.group.introduce_to": among.parent_of_group,
    "schools.group.introduce_anew": among.parent_of_group & among.not_silent("pk", "school"),
    "schools.group.meet": Rule(lambda me: Q(pk__in=among.meeting_groups(me))),
    "schools.group.tell": among.home_of_group & among.not_in_hiding,  # families of a class, each other
    # guardianships: who may see a child at all; never a teacher's business, nor that of her own family
    "people.person.guard": Rule(lambda me: Q(pk__in=students_led_by(me))),
    "people.guardianship.administer": student_of_mine,
    "people.restriction.administer": student_of_mine & Rule(lambda me: ~Q(adult=me.person)),
}

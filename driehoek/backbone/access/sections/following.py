"""Looking along: what is agreed between a student, one guardian and a mentor, and what she says about it."""

from driehoek.backbone.access.rules import following as by
from driehoek.backbone.access.rules.career import group_of_mine
from driehoek.backbone.access.rules.looking import comes_home
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import head_of_its_school, leader_of_its_school, school_leader

FOLLOWING: dict[str, Rule] = {
    # an agreement is of one student and one guardian; another guardian has his own
    "people.person.agree_on_looking": (by.child["self"] | by.child["decider"] | by.mentors_her)
    & by.still_young,
    "schools.group.agree_on_looking": group_of_mine,  # with a whole class, as its mentor
    "looking.lookalong.see": by.party,
    "looking.lookalong.sign": by.signs & by.proposed,
    "looking.lookalong.step": by.signs & by.in_force,  # further, or not yet
    "people.person.read_week_of": by.still_young
    & ((by.child["self"] & by.summed_up) | (by.child["guardian"] & by.summed_up_for_me)),
    "people.person.tell_of_week": by.still_young & by.child["self"] & by.summed_up,
    "looking.reason.see": by.own_reason | by.its_mentor,
    # for a concern: the mentor opens it, and the student reads why
    "people.person.look_extra": by.mentors_her & by.still_young,
    "looking.extralook.see": by.told_closer,
    # who sees what: of a student herself
    "people.person.choose_lookers": by.child["self"],
    "people.person.object_to_lookers": by.child["self"] & by.may_object,
    "people.studentgrant.see": by.pair["self"] | by.her_guardian,
    "looking.objection.see": by.pair["self"] | (by.led & leader_of_its_school),
    "looking.objection.know": by.pair["self"] | by.her_guardian | by.mentor,  # that there is one, not why
    "looking.objection.weigh": by.led & head_of_its_school & by.stands & by.not_weighed,
    # whether a kind comes to a guardian at all; where it does not a page says so, whatever there is
    "people.person.follow_news": comes_home("news"),
    "people.person.follow_results": comes_home("results"),
    "people.person.follow_work": comes_home("work"),
    "people.person.follow_goals": comes_home("goals"),
    "people.person.follow_table": comes_home("table"),
    "people.person.follow_internship": comes_home("internship"),
    "people.person.follow_advice": comes_home("advice"),
    "people.person.ask_how_she_is": by.child["guardian"] & by.under_age,  # by law, by word of mouth
    "people.person.ask_mentor": by.child["guardian"]
    & by.child["decider"]
    & by.under_age,  # the same, in words
    # who opened her file: of guardians each only himself
    "people.person.see_who_looked": by.child["self"] | by.child["guardian"],
    # which kinds a school opens to guardians, per year layer
    "schools.school.switch_kinds": school_leader,
}

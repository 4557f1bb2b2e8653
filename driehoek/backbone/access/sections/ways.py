"""The way of a student through school, from the lessons of a week to what she reached and chose."""

from driehoek.backbone.access.rules import career
from driehoek.backbone.access.rules.children import about, taught, teaches
from driehoek.backbone.access.rules.looking import looks_along
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule, by_me
from driehoek.backbone.access.rules.staff import colleague, leads_its_group
from driehoek.backbone.access.rules.through import through
from driehoek.backbone.access.rules.ways import at_home_in_class, has_a_way, told_home

child = about("pk")  # rules on Person rows: the row is the child

WAYS: dict[str, Rule] = {
    "people.person.mark_the_way_of": has_a_way & ((child["staff"] & taught("pk")) | child["self"]),
    "people.person.see_timetable_of": child["self"]
    | child["staff"]
    | looks_along("timetable", "pk", school=None),
    "timetable.lesson.see": at_home_in_class | colleague | leads_its_group,
    "timetable.lesson.alter": colleague | leads_its_group,
    "timetable.lessonchange.see": through("lesson", "timetable.lesson"),
    "timeline.milestone.see": room["self"] | room["staff"] | told_home,
    "timeline.milestone.translate": room["staff"] & teaches,
    "timeline.milestone.edit": by_me & (room["self"] | (room["staff"] & teaches)),
    # assignments to do with somebody at home: from her mentor, and she says what of it comes to a talk
    "schools.group.give_career": career.group_of_mine,
    "people.person.give_career": career.student_of_mine,
    "people.person.read_career": career.reads_all,
    "career.assignment.see": career.family["self"] | career.with_her | career.given_or_brought,
    "career.assignment.answer": career.family["self"] | career.with_her,
    "career.assignment.take_back": career.mentor & career.not_taken_back,
    "career.outcome.see": career.stands
    & (career.family["self"] | career.told_home | career.own_words | (career.brought & career.mentor)),
    "career.outcome.bring": career.stands & career.family["self"],
    "career.outcome.take_back": career.stands & career.own_words,
    "career.outcomevoice.see": through("outcome", "career.outcome"),
}

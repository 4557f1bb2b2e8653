"""Talks about one child: for those at the talk; that there is one, for who works with her."""

from driehoek.backbone.access.rules import gathering, inviting
from driehoek.backbone.access.rules.gathering import meet
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule, by_me
from driehoek.backbone.access.rules.staff import at_my_school, leader_of_its_school, school_leader
from driehoek.backbone.access.rules.through import through

GATHERING: dict[str, Rule] = {
    # talks: when, where, and who is asked
    "talks.talk.see": gathering.guardian_there
    | gathering.student_there
    | room["staff"]
    | gathering.along_there,
    "talks.talk.attend": gathering.there,
    "talks.talk.sit_along": gathering.along_there & gathering.goes_on,  # who was asked along: reads, no more
    "talks.talk.come": gathering.there | gathering.along_there,
    "talks.talk.bring": gathering.guardian_there | gathering.student_there,
    "talks.talk.reply": gathering.guardian_there,  # whether she comes then
    "talks.talk.lead": gathering.colleague_there,
    "talks.talk.translate": gathering.colleague_there,
    "talks.side.see": meet["come"],
    "talks.askedalong.see": meet["see"],  # so nobody is surprised at the door
    "talks.askedalong.translate": meet["lead"],
    "talks.askedalong.remove": meet["lead"],
    "talks.askedalong.open_home": meet["bring"],
    "talks.companion.see": through("side__talk", "talks.talk", may="come"),
    "talks.companion.remove": gathering.own_words,
    # what was agreed there: whoever teaches the child knows it too
    "talks.pledge.see": meet["come"] | gathering.her_teacher,
    "talks.pledge.translate": meet["lead"],
    "talks.pledge.follow": meet["attend"]
    & gathering.pledge_open,  # confirms it, says how it went, changes it
    # before the talk: each side its own, and nothing of one home for the other
    "talks.answer.see": gathering.answer | gathering.answer_beside,
    "talks.answer.translate": gathering.answer & gathering.at_work,
    "talks.answervoice.see": through("answer", "talks.answer"),
    "talks.homesituation.see": gathering.home_situation | gathering.home_beside,  # those at the talk alone
    "talks.homevoice.see": through("situation", "talks.homesituation"),
    "talks.homesituation.translate": gathering.home_situation & gathering.at_work,
    "talks.contactcheck.see": gathering.contact_check,
    "talks.point.see": gathering.point | gathering.sits_along,
    "talks.pointvoice.see": through("point", "talks.point"),
    "talks.point.translate": gathering.point & gathering.at_work,
    "talks.point.remove": gathering.own_words & gathering.told_as_serious,
    "talks.point.lay": gathering.own_words,  # work and results beside it, from what she may see
    "discussed.pointwork.see": through("point", "talks.point") & through("work", "portfolio.work"),
    "discussed.pointresult.see": through("point", "talks.point") & through("result", "results.result"),
    # what is written down of it: the same for all who were there
    "talks.talknotes.see": meet["come"],
    "talks.notesvoice.see": through("notes", "talks.talknotes"),
    "talks.talknotes.translate": meet["lead"],
    "talks.talkrecord.see": meet["come"],
    "talks.recordvoice.see": through("made", "talks.talkrecord"),
    "talks.talkrecord.translate": meet["lead"],
    # for colleagues who work with the student, and no part of any talk
    "talks.staffnote.see": gathering.colleague_of_student,
    "talks.staffnote.remove": gathering.colleague_of_student & gathering.my_note,
    # early signals: a mentor may invite to a talk, by rules of the school that everybody there can read
    "people.person.invite": inviting.mentor_of("pk"),
    "schools.school.propose_talks": school_leader,
    "noticing.talkrule.see": inviting.of_my_schools,
    "noticing.talkrule.remove": leader_of_its_school,
    "noticing.setaside.see": by_me & inviting.mentor_of("student"),  # no other mentor, no leader, no family
    "noticing.invitation.see": at_my_school & inviting.mentor_of("student"),
    # the talks of a school year
    "talks.cyclestep.see": at_my_school,
    "talks.cyclestep.follow": at_my_school | gathering.of_her_year,  # at home of the year she is in
    "talks.cyclestep.remove": leader_of_its_school,
}

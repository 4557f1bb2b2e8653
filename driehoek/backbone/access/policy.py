"""Who may do what. This page is the whole answer; nothing else in the code decides it.

A line names a model and an act; its rule says on which rows a viewer may do that. The words used here
are defined in rules/. Every rule about a person passes through a seat, so leaving ends access.
"""

from django.db.models import Q

from driehoek.backbone.access.rules import absences as away
from driehoek.backbone.access.rules import meeting as among
from driehoek.backbone.access.rules import newsletters as letters
from driehoek.backbone.access.rules import order, photos, posts, talking
from driehoek.backbone.access.rules import questions as board
from driehoek.backbone.access.rules.around import (
    chosen_face,
    known_adult,
    known_face,
    schools_at_home,
    schools_of,
)
from driehoek.backbone.access.rules.audiences import addressed
from driehoek.backbone.access.rules.children import (
    about,
    decides_about_own_photos,
    guardians_led_by,
    students_led_by,
    taught,
    too_young_to_decide,
    with_custody,
)
from driehoek.backbone.access.rules.families import families_led, speaks_for
from driehoek.backbone.access.rules.posts import child_of_row, post, room, under_a_post
from driehoek.backbone.access.rules.rule import Rule, at_home, at_work_or, by_me, mine, my_words
from driehoek.backbone.access.rules.staff import (
    at_my_school,
    author,
    board_of_its_school,
    board_of_school,
    colleague,
    head_of_its_school,
    leader_of_its_school,
    leads_its_group,
    leads_school_of_group,
    leads_school_of_job,
    my_group,
    school_leader,
    student_of_mine,
    works_with_group,
)
from driehoek.backbone.access.rules.talking import talk
from driehoek.backbone.access.rules.through import named_in, through, unless

child = about("pk")  # rules on Person rows: the row is the child
day = about("student")  # rules on what was seen of one child on a day, or goes along with her
day["staff"] &= colleague | leads_its_group
helps_here = named_in("translation.helper", "school")  # whom school asked to translate

POLICY: dict[str, Rule] = {
    # people: a page about a child
    "people.person.see": child["guardian"] | child["self"] | child["staff"],
    "people.person.know": child["staff"],  # who answers for her, and how to reach them
    "people.person.reach": Rule(guardians_led_by),  # guardians: to have mail tried again
    "people.person.answer_for": child["decider"],
    "people.person.tell_about": child["decider"] | child["self"],  # something from home
    "people.person.consent_for": (child["decider"] & with_custody & too_young_to_decide)  # UAVG art. 5
    | (child["self"] & decides_about_own_photos),
    "people.person.ask_about": child["decider"] | (child["self"] & talking.old_enough),  # a question
    "people.person.hear_of": child["guardian"],  # how she hears of this child
    "people.person.praise": child["staff"] & taught("pk"),  # one tap of good news
    "people.portrait.see": known_face  # other parents only by her own choice
    | (chosen_face & among.of_open_family() & among.apart()),
    # schools
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
    "schools.group.meet": Rule(lambda me: Q(pk__in=among.meeting_groups(me))),
    "schools.group.tell": among.home_of_group & among.not_in_hiding,  # families of a class, each other
    # guardianships: who may see a child at all; never a teacher's business, nor that of her own family
    "people.person.guard": Rule(lambda me: Q(pk__in=students_led_by(me))),
    "people.guardianship.administer": student_of_mine,
    "people.restriction.administer": student_of_mine & Rule(lambda me: ~Q(adult=me.person)),
    # own language: the words of a school are for everyone there; its leaders keep them and choose who helps
    "translation.term.see": Rule(lambda me: Q(school__in=schools_of(me))),
    "translation.term.keep": leader_of_its_school,
    "translation.helper.see": leader_of_its_school | mine,
    "translation.helper.keep": leader_of_its_school,
    "languages.interpreterrequest.see": mine | (known_adult & at_my_school),
    "languages.interpreterrequest.end": mine | (known_adult & leader_of_its_school),
    # rosters: what the office handed in, and saying yes or no to it
    "rosters.upload.see": leader_of_its_school | board_of_its_school,
    "rosters.upload.decide": (leader_of_its_school | board_of_its_school) & Rule(lambda me: Q(decision=None)),
    # entry
    "entry.device.see": mine,
    "notifications.notification.see": mine,  # what she was told of, and by which road it came
    "schools.group.hand_out_to": works_with_group | leads_school_of_group,  # news on paper
    "notifications.paperletter.see": (at_home & Rule(lambda me: Q(digest__person=me.person))) | day["staff"],
    "notifications.paperletter.hand_out": day["staff"],
    "notifications.pushsubscription.see": mine,  # a browser of hers that rings
    # media: the bytes of a photo, which of them a list shows, and who sets right what may not be shown
    "media.photo.see": photos.keeper
    | (photos.in_a_post & photos.checked & photos.among_us & photos.consented),
    "media.photo.show": photos.checked & photos.among_us & photos.not_held,
    "media.photo.keep": photos.keeper,
    "media.attachment.see": photos.brought | photos.carried | photos.in_a_photo,
    "media.attachment.attach": photos.brought & photos.loose,
    "media.photohold.see": through("photo", "media.photo", may="keep"),
    # tips: the library of a school, for whoever works there
    "tips.tip.see": at_my_school,
    "tips.tip.translate": at_my_school,
    "tips.tip.remove": at_my_school & (by_me | leader_of_its_school),
    # day reports: what the childcare saw of one child that day
    "schools.group.report_on": works_with_group & Rule(lambda me: Q(kind="care")),
    "dayreports.dayreport.see": day["guardian"] | day["self"] | day["staff"],
    "dayreports.dayreport.translate": day["staff"],
    # feed: a post is for its audience; a private line is for one family member and the school's side
    "feed.post.see": author
    | (posts.shown & (posts.addressed_to | colleague | room["staff"]))
    | (posts.shown & leader_of_its_school & posts.in_no_room),
    "feed.post.edit": author & posts.draft,
    "feed.post.share": author,
    "feed.post.undo": author & posts.waiting,
    "feed.post.withdraw": (author | (leader_of_its_school & posts.in_no_room)) & posts.shown,
    "feed.post.follow": (author | leader_of_its_school) & posts.in_no_room & posts.shown,  # in numbers
    "feed.post.hear": posts.hears,
    "feed.post.translate": posts.hears
    | (posts.shown & ((leader_of_its_school & posts.in_no_room) | (posts.addressed_to & helps_here))),
    "feed.post.applaud": posts.shown & (posts.addressed_to | posts.hears),
    "feed.post.comment": posts.open_for_comment,
    "feed.post.tell_all": posts.open_for_comment
    & at_work_or(among.not_silent("group", "school") & among.not_in_hiding),
    "feed.postphoto.see": post["see"],
    "feed.postattachment.see": post["see"],
    "feed.commentattachment.see": through("comment", "feed.comment"),
    "feed.comment.see": posts.stands
    & ((post["see"] & (posts.told_all | posts.my_line)) | (post["hear"] & posts.heard)),
    "feed.comment.translate": posts.stands
    & ((post["hear"] & posts.heard) | (posts.told_all & post["translate"])),
    "feed.comment.change": posts.stands & post["comment"] & my_words,  # too late, her words come back
    "feed.comment.edit": posts.stands
    & post["comment"]
    & my_words
    & among.just_said("at")
    & (
        posts.my_line
        | posts.said_at_school
        | (among.not_silent("post__group", "post__school") & among.not_in_hiding)
    ),
    "feed.comment.remove": posts.stands & ((post["comment"] & my_words) | (post["hear"] & posts.heard)),
    "feed.post.choose": at_home & posts.answers & posts.in_no_room,  # there a number would tell
    "feed.post.ask_why": at_home & posts.answers & posts.to_practise,
    "feed.poll.see": post["see"],
    "feed.poll.translate": post["translate"],
    "feed.poll.answer": post["choose"],
    "feed.pollanswer.see": mine,
    "feed.groupagreement.see": posts.of_my_group | leads_its_group,
    "feed.groupagreement.translate": colleague | leads_its_group,
    "feed.newsweek.see": posts.of_my_group | leads_its_group,
    "feed.explanationrequest.see": mine | post["hear"],
    # feed: a private question answered for all, in words that the asker agreed to
    "feed.comment.pass_on": posts.stands
    & posts.asked_in_private
    & post["hear"]
    & posts.heard
    & posts.not_about_one,
    "feed.sharedquestion.see": (posts.agreed & under_a_post["see"]) | posts.asker | posts.heard_question,
    "feed.sharedquestion.translate": posts.heard_question | (posts.agreed & under_a_post["translate"]),
    "feed.sharedquestion.decide": posts.asker,
    "feed.sharedquestion.withdraw": posts.heard_question,
    "feed.reaction.see": mine,
    "feed.readmark.see": mine,
    # conversations: each guardian her own line; what school says waits until its moment
    "conversations.conversation.see": talking.own_line | talking.asked_in | talking.schools_side,
    "conversations.conversation.hear": talking.schools_side,
    "conversations.conversation.reply": talking.answerable,
    "conversations.conversation.talk": at_home & talking.answerable,  # asks for one, agrees to a moment
    "conversations.message.see": talking.let_be & ((talk["see"] & talking.talk_is_due) | talk["hear"]),
    "conversations.message.translate": talking.let_be & talk["hear"],
    "conversations.message.take_back": talk["hear"] & my_words & talking.not_due_yet,
    "conversations.messageattachment.see": through("message", "conversations.message"),
    "conversations.readmark.see": mine,
    "conversations.talkrequest.see": talk["see"],
    # alerts: urgent notices, for everyone they are sent to and who leads the school
    "alerts.alert.see": addressed(at="at") | leader_of_its_school,
    "alerts.alert.follow": leader_of_its_school,
    # newsletters: leaders and whom they ask put them together; a teacher adds what her groups did
    "schools.school.edit_newsletters": letters.edits_for_school,
    "schools.school.add_to_newsletters": letters.edits_for_school | letters.adds_for_school,
    "newsletters.editor.see": leader_of_its_school | (mine & at_my_school),
    "newsletters.editor.keep": leader_of_its_school,
    "newsletters.newsletter.see": letters.edits | letters.adds,
    "newsletters.newsletter.edit_any": letters.edits,
    "newsletters.newsletter.edit": letters.edits & letters.draft,
    "newsletters.newsletter.add_to": (letters.edits | letters.adds) & letters.draft,
    "newsletters.newsletter.undo": letters.edits & letters.waiting,
    "newsletters.newsletter.withdraw": letters.edits & letters.is_out,
    "newsletters.block.see": letters.edits_block | letters.my_block | letters.in_my_letter,
    "newsletters.copyline.see": letters.my_line & letters.still_beside & letters.line_is_out,
    "newsletters.copy.see": letters.has_a_line,
    "newsletters.block.answer": letters.in_my_letter & letters.shown_to_answer,
    "newsletters.block.share": letters.edits_block | letters.my_block,
    "newsletters.block.count": (letters.edits_block | letters.my_block) & letters.shown_to_answer,
    "newsletters.attendance.see": mine | (through("block", "newsletters.block", may="count") & known_adult),
    "newsletters.newsletter.open": letters.edits & letters.is_out,
    "newsletters.block.edit": (letters.edits_block | letters.my_block) & letters.on_a_draft,
    # absences: the daily arrangements
    "people.person.report": speaks_for("pk"),
    "people.person.correct": at_home & Rule(lambda me: Q(pk=me.person.pk)),  # how to reach oneself
    "absences.report.see": by_me,
    "absences.absence.see": room["decider"] | room["self"] | room["staff"],
    "absences.absence.answer": away.speaks & away.not_taken_back,
    "absences.absence.change": away.speaks & away.not_taken_back & away.told_by_me,
    "absences.absence.correct": room["staff"] & away.not_taken_back & away.noted_at_school,
    "absences.absence.weigh": room["staff"] & taught("student"),
    "absences.morningquestion.see": through("absence", "absences.absence", may="answer"),
    "absences.listalarm.see": leader_of_its_school,
    "absences.pickup.see": (by_me & away.speaks) | room["staff"],  # another household never
    "absences.leaverequest.see": (by_me & away.speaks) | (room["staff"] & leader_of_its_school),
    "absences.leaverequest.translate": room["staff"] & leader_of_its_school,
    "absences.leaverequest.withdraw": by_me
    & away.speaks
    & (away.undecided | (away.granted & away.not_begun)),
    "absences.leaverequest.decide": room["staff"] & head_of_its_school & away.undecided,
    "absences.leaverequest.reverse": room["staff"] & head_of_its_school & away.decided & away.not_begun,
    "absences.export.see": leader_of_its_school,
    # people near a child: of each guardian her own
    "people.nearperson.see": away.named_by_me | (child_of_row["staff"] & away.agreed_to),
    "people.nearperson.remove": away.named_by_me,
    "people.nearperson.decide": student_of_mine & away.unanswered & Rule(lambda me: ~Q(named_by=me.person)),
    # corrections: own data, which the office takes over or not
    "corrections.correction.see": mine | families_led,
    "corrections.correction.answer": families_led & unless("corrections.correctionanswer", "correction"),
    # stories: what comes from home
    "stories.story.see": among.told
    & (among.own_story | (among.sent & (among.her_teacher | among.in_her_class | among.told_at_home))),
    "stories.story.send": among.told & among.own_story & among.begun,
    "stories.story.edit": among.told
    & among.own_story
    & among.just_sent
    & (among.for_school | among.not_silent(school="school")),
    "stories.story.remove": among.told & among.own_story,
    "stories.story.show": among.told
    & among.sent
    & among.her_teacher
    & Rule(lambda me: Q(in_circle=True))
    & among.here_today,
    "stories.storyphoto.see": through("story", "stories.story"),
    "stories.storyvoice.see": through("story", "stories.story"),
    # introductions: what a parent lets a class know of herself
    "introductions.sharing.see": among.mine_at_home | among.in_my_class,
    "introductions.trait.see": among.mine_at_home | among.shared_trait,
    # questions: what parents of a class ask each other; whoever works with the group reads along and answers
    "schools.group.join_in": among.parent_of_group & among.not_in_hiding,
    "schools.group.ask_parents": among.parent_of_group
    & among.not_in_hiding
    & among.not_silent("pk", "school"),
    "questions.question.see": board.question,
    "questions.question.answer": board.question & board.is_open & board.may_speak & among.not_silent(),
    "questions.question.close": board.question & board.my_question,
    "questions.question.reopen": board.question
    & board.my_question
    & among.not_in_hiding
    & among.not_silent(),
    "questions.question.edit": board.question & board.my_question & board.just_asked & among.not_silent(),
    "questions.question.remove": board.question & board.my_question,
    "questions.questionvoice.see": through("question", "questions.question"),
    "questions.answervoice.see": through("answer", "questions.answer"),
    "questions.answer.see": board.answer,
    "questions.answer.edit": board.answer
    & board.my_answer
    & board.just_answered
    & among.not_silent("question__group", "question__group__school"),
    "questions.answer.remove": board.answer & board.my_answer,
    # letterbox: what became of a mail that somebody sent us
    "letterbox.response.see": mine,
    "letterbox.response.confirm": mine,
    "letterbox.complaint.see": mine,
    # moderation
    "moderation.case.see": order.judged,
    "moderation.case.decide": order.judged,
    "moderation.caseattachment.see": through("case", "moderation.case"),
    "moderation.report.see": through("case", "moderation.case"),
    "moderation.verdict.see": through("case", "moderation.case"),
    "moderation.trace.see": order.looked_up,
    "moderation.hiding.see": among.my_hidden_words,
    "moderation.silence.see": leader_of_its_school,
}

"""Who may do what. This page is the whole answer; nothing else in the code decides it.

A line names a model and an act; its rule says on which rows a viewer may do that. The words used here
are defined in rules.py. Every rule about a person passes through a seat, so leaving ends access.
"""

from functools import reduce
from operator import and_, or_

from django.db.models import Q

from driehoek.backbone.access import meeting as among
from driehoek.backbone.access.families import families_led, speaks_for
from driehoek.backbone.access.rules import (
    LEADERS,
    Rule,
    about,
    about_family,
    about_school,
    addressed,
    answering,
    author,
    classmates,
    colleague,
    decides_about_own_photos,
    guardians_led_by,
    in_my_groups,
    leader_of_its_school,
    named_in,
    not_of_the_board,
    out,
    schools_at_home,
    schools_of,
    shown_by,
    students_led_by,
    taught,
    teaches,
    through,
    too_young_to_decide,
    unless,
    unless_hidden,
    with_custody,
)
from driehoek.backbone.access.talking import (
    TALKS_SELF_AT,
    about_only,
    decides_at,
    deputy,
    key_user,
    not_done,
    self_at,
    starter,
    team,
    wards_at,
)
from driehoek.facts.consent.purposes import IN_THE_PORTAL
from driehoek.facts.people.ages import born_after
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Function

taught_by_me = taught(student="pk")
child = about("pk")  # rules on Person rows: the row is the child

school_leader = Rule(lambda me: Q(pk__in=me.schools(functions=LEADERS)))
board_of_school = Rule(lambda me: Q(board__in=me.boards(functions=[Function.BOARD_ADMIN])))
board_of_its_school = Rule(lambda me: Q(school__board__in=me.boards(functions=[Function.BOARD_ADMIN])))
works_with_group = Rule(lambda me: Q(pk__in=me.groups(functions=GROUP_FUNCTIONS)))
leads_school_of_group = Rule(lambda me: Q(school__in=me.schools(functions=LEADERS)))
leads_its_group = Rule(lambda me: Q(group__school__in=me.schools(functions=LEADERS)))
of_my_group = Rule(lambda me: Q(group__in=me.groups()))
my_group = Rule(lambda me: Q(pk__in=me.groups()))

at_my_school = Rule(lambda me: Q(school__in=me.workplaces()))
room = about("student")  # rules on rows in the room of one child
child_of_row = dict(room)  # the same on rows that belong to no school
room["staff"] &= at_my_school  # a child may sit at two schools, and neither hears what the other says
shown = out("publication__due_at") & unless("feed.withdrawal", "post")
waiting = Rule(lambda me: Q(publication__due_at__gt=me.now))
draft = Rule(lambda me: Q(publication=None))
in_no_room = Rule(lambda me: Q(student=None))
day = about("student")  # rules on what was seen of one child on a day
day["staff"] &= colleague | leads_its_group
hears = author | (shown & (colleague | (teaches & room["staff"])))  # the school's side of every line

helps_here = named_in("translation.helper", "school")  # whom school asked to translate
mine = Rule(lambda me: Q(person=me.person))
mine_to_keep = Rule(lambda me: Q(by=me.person))
by_me = Rule(lambda me: Q(by=me.person))
my_words = Rule(lambda me: Q(author=me.person))
my_line = Rule(lambda me: Q(thread_of=me.person))
for_all = Rule(lambda me: Q(thread_of=None))
let_be = unless_hidden("feed.comment")  # by the leaders of the school
stands = unless("feed.removal", "comment") & let_be
post_acts = ("see", "hear", "comment", "translate", "choose")
post = {act: through("post", "feed.post", may=act) for act in post_acts}
asked_in_private = Rule(lambda me: Q(thread_of__isnull=False, corner__in=["home", "child"]))
asker = Rule(lambda me: Q(comment__author=me.person)) & through("comment", "feed.comment")
agreed = Rule(lambda me: Q(verdict__agrees=True, comment__removal=None))
under_a_post = {act: through("comment__post", "feed.post", may=act) for act in ("see", "hear")}
at_home = Rule(lambda me: Q(pk__isnull=False) if me.hat == "home" else Q(pk__in=[]))
to_practise = Rule(lambda me: Q(kind__in=["lesson", "homework", "links"]))

# photos: shown by a post, answered for, and hidden by whoever may not be on them
uploader = Rule(lambda me: Q(uploaded_by=me.person, school__in=me.workplaces()))
of_school = unless("stories.storyphoto", "photo")  # what a family sent is not the school's to keep
keeper = ((uploader | leader_of_its_school) & of_school) | in_my_groups("media.photogroup", "photo")
in_a_post = shown_by("feed.postphoto", "photo") | shown_by("stories.storyphoto", "photo")
checked = Rule(lambda me: Q(checked_at__isnull=False, purpose__in=IN_THE_PORTAL))
checked &= unless("media.photoremoval", "photo")
consented = unless("media.photogroup", "photo", lambda rows, me: rows.unanswered(me.today))  # asked anew
not_held = unless("media.photohold", "photo", lambda rows, me: rows.open())  # as the last sweep knew
among_us = unless(
    "media.photolimit", "photo", lambda rows, me: rows.closed_to(me.wards() | me.self_as_student())
)

# attachments: carried by rows of these models (add yours), each with an `attachment` and a "see" line below
CARRIERS = ("feed.commentattachment", "feed.postattachment", "conversations.messageattachment")
brought = Rule(lambda me: Q(owner=me.person, hat=me.hat, school__in=schools_of(me)))
carried = reduce(or_, (shown_by(label, "attachment") for label in CARRIERS))
loose = reduce(and_, (unless(label, "attachment") for label in CARRIERS)) & unless("media.photo", "film")
in_a_photo = shown_by("media.photo", "film")  # a film on a post: shown and hidden with its still
# conversations: the line of one person at home, the student who was asked in, and the team at school
line = Rule(lambda me: Q(line_of=me.person))
own_line = line & about_only(wards_at)
asked_in = (line | Rule(lambda me: Q(with_student=True))) & about_only(self_at)
schools_side = team | (deputy & not_done) | key_user | starter
answerable = (line & about_only(decides_at)) | asked_in | schools_side
talk = {act: through("conversation", "conversations.conversation", may=act) for act in ("see", "hear")}
talk_is_due = out("due_at")
old_enough = Rule(lambda me: Q(birth_date__lte=born_after(me.today, TALKS_SELF_AT)))

face = about("person")
known_face = mine | face["guardian"] | face["staff"] | about_family | about_school
chosen_face = Rule(lambda me: Q(for_class=True)) & classmates

leads_school_of_job = Rule(lambda me: Q(school__in=me.schools(functions=LEADERS))) & not_of_the_board
board_of_job = Rule(lambda me: Q(board__in=me.boards(functions=[Function.BOARD_ADMIN])))
student_of_mine = Rule(lambda me: Q(student__in=students_led_by(me)))

# absences: a fact about the child, for whoever answers for her; who told it is for the teller and for school
speaks = speaks_for("student")
not_taken_back = unless("absences.withdrawal", "absence")
noted_at_school = Rule(lambda me: Q(noted_by__isnull=False, report=None))
undecided = unless("absences.leavedecision", "request") & unless("absences.leavewithdrawal", "request")
head_of_its_school = Rule(lambda me: Q(school__in=me.schools(functions=[Function.HEAD])))
unanswered = Rule(lambda me: Q(removed_at=None, answer=None))
agreed_to = Rule(lambda me: Q(removed_at=None, answer__is_agreed=True))
named_by_me = Rule(lambda me: Q(named_by=me.person, removed_at=None)) & speaks
told_by_me = Rule(lambda me: Q(report__by=me.person))

POLICY: dict[str, Rule] = {
    # people: a page about a child
    "people.person.see": child["guardian"] | child["self"] | child["staff"],
    "people.person.know": child["staff"],  # who answers for her, and how to reach them
    "people.person.reach": Rule(guardians_led_by),  # guardians: to have mail tried again
    "people.person.answer_for": child["decider"],
    "people.person.tell_about": child["decider"] | child["self"],  # something from home
    "people.person.consent_for": (child["decider"] & with_custody & too_young_to_decide)  # UAVG art. 5
    | (child["self"] & decides_about_own_photos),
    "people.person.ask_about": child["decider"] | (child["self"] & old_enough),  # with a question to school
    "people.person.praise": child["staff"] & taught_by_me,  # one tap of good news
    "people.portrait.see": known_face | chosen_face,  # other parents only by her own choice
    # schools
    "schools.school.administer": school_leader | board_of_school,
    "schools.school.speak_for": school_leader,
    "schools.school.ask_for_interpreter": Rule(lambda me: Q(pk__in=schools_at_home(me))),
    "schools.school.keep_order": school_leader,
    "schools.group.work_with": works_with_group | leads_school_of_group,
    "schools.group.lead": leads_school_of_group,
    "schools.group.visit": my_group | leads_school_of_group,  # its homework, its photos, its agreement
    "schools.group.invite": works_with_group | leads_school_of_group,  # letters for its guardians
    "schools.group.print_cards": works_with_group | leads_school_of_group,
    "schools.appointment.invite": leads_school_of_job | board_of_job,  # a way in for a colleague
    "schools.group.gather": works_with_group,  # in the circle, and in the inbox of what families tell
    "schools.group.introduce_to": Rule(lambda me: Q(pk__in=among.guardian_groups(me))),
    "schools.group.meet": Rule(lambda me: Q(pk__in=among.meeting_groups(me))),
    "schools.group.tell": among.home_of_group,  # families of the class, among each other
    # guardianships: who may see a child at all; never a teacher's business, nor that of her own family
    "people.person.guard": Rule(lambda me: Q(pk__in=students_led_by(me))),
    "people.guardianship.administer": student_of_mine,
    "people.restriction.administer": student_of_mine & Rule(lambda me: ~Q(adult=me.person)),
    # own language: the words of a school are for everyone there; its leaders keep them and choose who helps
    "translation.term.see": Rule(lambda me: Q(school__in=schools_of(me))),
    "translation.term.keep": leader_of_its_school,
    "translation.helper.see": leader_of_its_school | mine,
    "translation.helper.keep": leader_of_its_school,
    "languages.interpreterrequest.see": mine | leader_of_its_school | (about_family & at_my_school),
    "languages.interpreterrequest.end": mine | leader_of_its_school,
    # rosters: what the office handed in, and saying yes or no to it
    "rosters.upload.see": leader_of_its_school | board_of_its_school,
    "rosters.upload.decide": (leader_of_its_school | board_of_its_school) & Rule(lambda me: Q(decision=None)),
    # entry
    "entry.device.see": mine,
    # media: the bytes of a photo, which of them a list shows, and who sets right what may not be shown
    "media.photo.see": keeper | (in_a_post & checked & among_us & consented),
    "media.photo.show": checked & among_us & not_held,
    "media.photo.keep": keeper,
    "media.attachment.see": brought | carried | in_a_photo,
    "media.attachment.attach": brought & loose,
    "media.photohold.see": through("photo", "media.photo", may="keep"),
    # tips: the library of a school, for whoever works there
    "tips.tip.see": at_my_school,
    "tips.tip.remove": at_my_school & (mine_to_keep | leader_of_its_school),
    # day reports: what the childcare saw of one child that day
    "schools.group.report_on": works_with_group & Rule(lambda me: Q(kind="care")),
    "dayreports.dayreport.see": day["guardian"] | day["self"] | day["staff"],
    # feed: a post is for its audience; a private line is for one family member and the school's side
    "feed.post.see": author
    | (shown & (addressed(at="publication__due_at") | colleague | room["staff"]))
    | (shown & leader_of_its_school & in_no_room),
    "feed.post.edit": author & draft,
    "feed.post.share": author,
    "feed.post.undo": author & waiting,
    "feed.post.withdraw": (author | (leader_of_its_school & in_no_room)) & shown,
    "feed.post.hear": hears,
    "feed.post.translate": hears
    | (shown & ((leader_of_its_school & in_no_room) | (addressed(at="publication__due_at") & helps_here))),
    "feed.post.applaud": shown & (addressed(at="publication__due_at") | hears),
    "feed.post.comment": shown & (answering | hears),
    "feed.postphoto.see": post["see"],
    "feed.postattachment.see": post["see"],
    "feed.commentattachment.see": through("comment", "feed.comment"),
    "feed.comment.see": stands & ((post["see"] & (for_all | my_line)) | post["hear"]),
    "feed.comment.translate": stands & (post["hear"] | (for_all & post["translate"])),
    "feed.comment.remove": stands & ((post["comment"] & my_words) | post["hear"]),
    "feed.post.choose": at_home & shown & answering & in_no_room,  # there a number would tell
    "feed.post.ask_why": at_home & shown & answering & to_practise,
    "feed.poll.see": post["see"],
    "feed.poll.answer": post["choose"],
    "feed.pollanswer.see": mine,
    "feed.groupagreement.see": of_my_group | leads_its_group,
    "feed.newsweek.see": of_my_group | leads_its_group,
    "feed.explanationrequest.see": mine | post["hear"],
    # feed: a private question answered for all, in words that the asker agreed to
    "feed.comment.pass_on": stands & asked_in_private & post["hear"] & Rule(lambda me: Q(post__student=None)),
    "feed.sharedquestion.see": (agreed & under_a_post["see"]) | asker | under_a_post["hear"],
    "feed.sharedquestion.decide": asker,
    "feed.sharedquestion.withdraw": under_a_post["hear"],
    "feed.reaction.see": mine,
    "feed.readmark.see": mine,
    # conversations: each guardian her own line; what school says waits until its moment
    "conversations.conversation.see": own_line | asked_in | schools_side,
    "conversations.conversation.hear": schools_side,
    "conversations.conversation.reply": answerable,
    "conversations.message.see": (talk["see"] & talk_is_due) | talk["hear"],
    "conversations.message.translate": talk["hear"],
    "conversations.message.take_back": talk["hear"] & my_words & Rule(lambda me: Q(due_at__gt=me.now)),
    "conversations.messageattachment.see": through("message", "conversations.message"),
    "conversations.readmark.see": mine,
    "conversations.talkrequest.see": talk["see"],
    # absences: the daily arrangements
    "people.person.report": speaks_for("pk"),
    "absences.report.see": by_me,
    "absences.absence.see": room["decider"] | room["self"] | room["staff"],
    "absences.absence.answer": speaks & not_taken_back,
    "absences.absence.change": speaks & not_taken_back & told_by_me,
    "absences.absence.correct": room["staff"] & not_taken_back & noted_at_school,
    "absences.absence.weigh": room["staff"] & teaches,
    "absences.morningquestion.see": through("absence", "absences.absence", may="answer"),
    "absences.listalarm.see": leader_of_its_school,
    "absences.pickup.see": (by_me & speaks) | room["staff"],  # another household never
    "absences.leaverequest.see": (by_me & speaks) | (room["staff"] & leader_of_its_school),
    "absences.leaverequest.withdraw": by_me & speaks & undecided,
    "absences.leaverequest.decide": room["staff"] & head_of_its_school & undecided,
    "absences.export.see": leader_of_its_school,
    # people near a child: of each guardian her own
    "people.nearperson.see": named_by_me | (child_of_row["staff"] & agreed_to),
    "people.nearperson.remove": named_by_me,
    "people.nearperson.decide": student_of_mine & unanswered & Rule(lambda me: ~Q(named_by=me.person)),
    # corrections: own data, which the office takes over or not
    "corrections.correction.see": mine | families_led,
    "corrections.correction.answer": families_led & unless("corrections.correctionanswer", "correction"),
    # stories: what comes from home
    "stories.story.see": among.told
    & (among.own_story | (among.sent & (among.her_teacher | among.in_her_class | among.told_at_home))),
    "stories.story.send": among.told & among.own_story & among.begun,
    "stories.story.edit": among.told & among.own_story & among.just_sent,
    "stories.story.remove": among.told & among.own_story,
    "stories.story.show": among.told
    & among.sent
    & among.her_teacher
    & Rule(lambda me: Q(in_circle=True))
    & among.here_today,
    "stories.storyphoto.see": through("story", "stories.story"),
    # introductions: what a parent lets a class know of herself
    "introductions.sharing.see": among.mine_at_home | among.in_my_class,
    "introductions.trait.see": among.mine_at_home | among.shared_trait,
    # moderation
    "moderation.case.see": leader_of_its_school & among.not_about_me,
    "moderation.case.decide": leader_of_its_school & among.not_about_me,
    "moderation.report.see": through("case", "moderation.case"),
    "moderation.verdict.see": through("case", "moderation.case"),
    "moderation.trace.see": leader_of_its_school & among.not_about_me,
    "moderation.hiding.see": among.my_hidden_words,
    "moderation.silence.see": leader_of_its_school,
}

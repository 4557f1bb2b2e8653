"""Rules about photos and attachments: shown by what carries them, hidden by whoever may not be on them."""

from functools import reduce
from operator import and_, or_

from django.db.models import Q

from driehoek.backbone.access.rules.around import schools_of
from driehoek.backbone.access.rules.rule import Rule, one_of
from driehoek.backbone.access.rules.staff import leader_of_its_school
from driehoek.backbone.access.rules.through import in_my_groups, shown_by, unless
from driehoek.facts.consent.purposes import IN_THE_PORTAL

uploader = Rule(lambda me: Q(uploaded_by=me.person, school__in=me.workplaces()))
of_school = unless("stories.storyphoto", "photo") & unless("portfolio.workphoto", "photo")  # of a family
keeper = ((uploader | leader_of_its_school) & of_school) | in_my_groups("media.photogroup", "photo")
CARRYING_PHOTOS = ("feed.post", "stories.story", "newsletters.block", "portfolio.work")
in_a_post = reduce(or_, (shown_by(f"{label}photo", "photo") for label in CARRYING_PHOTOS))
stands = unless("media.photoremoval", "photo")
checked = Rule(lambda me: Q(checked_at__isnull=False, purpose__in=IN_THE_PORTAL)) & stands
consented = unless("media.photogroup", "photo", lambda rows, me: rows.unanswered(me.today))  # asked anew
not_held = unless("media.photohold", "photo", lambda rows, me: rows.open())  # as the last sweep knew
among_us = unless(
    "media.photolimit", "photo", lambda rows, me: rows.closed_to(me.wards() | me.self_as_student())
)
shown = checked & among_us

# attachments: carried by rows of these models (add yours), each with a "see" line and this field
CARRIERS = dict.fromkeys((
    "feed.commentattachment", "feed.postattachment", "conversations.messageattachment",
    "moderation.caseattachment", "stories.storyvoice",
    "questions.questionvoice", "questions.answervoice",
    "absences.leavevoice", "absences.decisionvoice", "dayreports.dayvoice", "talks.answervoice",
    "talks.homevoice", "talks.pointvoice", "talks.notesvoice", "talks.recordvoice",
    "kitchen.reflectionvoice", "kitchen.wishvoice",
    "career.outcomevoice",
    "portfolio.workattachment", "portfolio.echoattachment",
    "portfolio.goalvoice", "portfolio.goalversionvoice",
), "attachment") | {"media.photo": "film"}  # a film on a post: shown and hidden with its still  # fmt: skip
brought = Rule(lambda me: Q(owner=me.person, hat=me.hat, school__in=schools_of(me)))
carrying = {label: shown_by(label, field) for label, field in CARRIERS.items()}
carried = one_of(carrying)
in_a_photo = carrying["media.photo"]
loose = reduce(and_, (unless(label, field) for label, field in CARRIERS.items()))

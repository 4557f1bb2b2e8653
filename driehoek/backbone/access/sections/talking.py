"""What one person at home and the school say to each other, and what is urgent."""

from driehoek.backbone.access.rules import talking
from driehoek.backbone.access.rules.audiences import addressed
from driehoek.backbone.access.rules.meeting import just_said
from driehoek.backbone.access.rules.rule import Rule, at_home, mine, my_words
from driehoek.backbone.access.rules.staff import leader_of_its_school
from driehoek.backbone.access.rules.talking import talk
from driehoek.backbone.access.rules.through import through

TALKING: dict[str, Rule] = {
    # conversations: each guardian her own line; what school says waits until its moment
    "conversations.conversation.see": talking.own_line
    | talking.by_law
    | talking.asked_in
    | talking.schools_side,
    "conversations.conversation.hear": talking.schools_side,
    "conversations.conversation.reply": talking.answerable,
    "conversations.conversation.talk": at_home & talking.answerable,  # asks for one, agrees to a moment
    "conversations.message.see": talking.let_be & ((talk["see"] & talking.talk_is_due) | talk["hear"]),
    "conversations.message.translate": talking.let_be & talk["hear"],
    "conversations.message.take_back": talk["hear"] & my_words & talking.not_due_yet,
    "conversations.message.change": talking.own_words,  # too late, her words come back
    "conversations.message.edit": talking.own_words & just_said("due_at"),
    "conversations.message.withdraw": talking.own_words & talking.talk_is_due,
    "conversations.messageattachment.see": through("message", "conversations.message"),
    "conversations.readmark.see": mine,
    "conversations.talkrequest.see": talk["see"],
    # alerts: urgent notices, for everyone they are sent to and who leads the school
    "alerts.alert.see": addressed(at="at") | leader_of_its_school,
    "alerts.alert.follow": leader_of_its_school,
}

"""Newsletters, from the first block until the letter of one family."""

from driehoek.backbone.access.rules import newsletters as letters
from driehoek.backbone.access.rules.around import known_adult
from driehoek.backbone.access.rules.rule import Rule, mine
from driehoek.backbone.access.rules.staff import at_my_school, leader_of_its_school
from driehoek.backbone.access.rules.through import through

NEWSLETTERS: dict[str, Rule] = {
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
    "newsletters.block.illustrate": (letters.my_block | letters.leads_block) & letters.on_a_draft,
    "newsletters.blockphoto.see": through("block", "newsletters.block"),
    "newsletters.copyline.see": letters.my_line & letters.still_beside & letters.line_is_out,
    "newsletters.copy.see": letters.has_a_line,
    "newsletters.block.answer": letters.in_my_letter & letters.shown_to_answer,
    "newsletters.block.share": letters.edits_block | letters.my_block,
    "newsletters.block.count": (letters.edits_block | letters.my_block) & letters.shown_to_answer,
    "newsletters.attendance.see": mine | (through("block", "newsletters.block", may="count") & known_adult),
    "newsletters.newsletter.open": letters.edits & letters.is_out,
    "newsletters.block.edit": (letters.edits_block | letters.my_block) & letters.on_a_draft,
}

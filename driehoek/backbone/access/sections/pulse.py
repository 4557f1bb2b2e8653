"""Two questions a term: asked of all parents and students, and told of nobody."""

from driehoek.backbone.access.rules import pulse
from driehoek.backbone.access.rules.rule import Rule, mine

PULSE: dict[str, Rule] = {
    "schools.school.take_pulse": pulse.heads,
    "pulse.round.see": pulse.heads_its_school,
    "pulse.round.change": pulse.heads_its_school & pulse.not_begun,
    "pulse.round.remove": pulse.heads_its_school & pulse.not_over,
    "pulse.round.tell": pulse.heads_its_school & pulse.over,  # to everybody, in numbers
    "pulse.side.see": (pulse.asked & pulse.begun) | pulse.heads_its_round,
    "pulse.side.answer": pulse.asked & pulse.running,
    "pulse.participation.see": mine,  # nobody sees who answered, but each of herself
    "pulse.tally.see": pulse.outcome,
    "pulse.sentence.see": pulse.outcome,
}

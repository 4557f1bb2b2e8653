"""What is kept of two questions: the round, its two sides, and answers that belong to nobody."""

from driehoek.features.pulse.models.participation import Participation
from driehoek.features.pulse.models.round import Round
from driehoek.features.pulse.models.side import Sentence, Side, Tally
from driehoek.features.pulse.usual import Readers

__all__ = ["Participation", "Readers", "Round", "Sentence", "Side", "Tally"]

"""Questions of a class, what was answered, and what was taken back."""

from driehoek.features.questions.models.answer import Answer, AnswerRemoval
from driehoek.features.questions.models.question import Closing, Question, Removal

__all__ = ["Answer", "AnswerRemoval", "Closing", "Question", "Removal"]

"""Questions of a class, what was answered, and what was taken back."""

from driehoek.features.questions.models.answer import Answer, AnswerRemoval
from driehoek.features.questions.models.question import Closing, Question, Removal
from driehoek.features.questions.models.voice import AnswerVoice, QuestionVoice

__all__ = ["Answer", "AnswerRemoval", "AnswerVoice", "Closing", "Question", "QuestionVoice", "Removal"]

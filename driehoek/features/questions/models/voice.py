"""What was spoken with a question, and with an answer."""

from django.db import models

from driehoek.backbone.media.models import Voice


class QuestionVoice(Voice):
    CARRIER = "question"

    question = models.OneToOneField("questions.Question", models.CASCADE, related_name="+")


class AnswerVoice(Voice):
    CARRIER = "answer"

    answer = models.OneToOneField("questions.Answer", models.CASCADE, related_name="+")

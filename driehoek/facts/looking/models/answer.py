"""What each of the three says when a step comes near: further, or not yet."""

from django.db import models

from driehoek.facts.looking.models.agreement import Side, Step
from driehoek.facts.people.models import Person


class StepAnswer(models.Model):
    """One side about one step. Three times "not yet" moves the step; anything else leaves it."""

    step = models.ForeignKey(Step, models.CASCADE, related_name="answers")
    side = models.CharField(max_length=8, choices=Side.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_further = models.BooleanField()  # else: not yet
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "side"], name="one_answer_a_side")]

"""What parents of groep 5 ask each other in the cast's world, each with a canary."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.moderation.models import Case
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.questions.models import Answer, AnswerVoice, Question, QuestionVoice
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life


class ClassBoard:
    """`asked` and `answers` by name; one of each was taken back, and one was hidden."""

    def __init__(self, life: "Life") -> None:
        self.life, cast = life, life.cast
        self.asked: dict[str, Question] = {}
        self.answers: dict[str, Answer] = {}
        self._ask("by Naima", cast.naima, cast.groep_5)
        self._ask("by Elif", cast.elif_, cast.groep_5)
        self._ask("by Marieke", cast.marieke, cast.groep_5)  # whose child's father is blocked
        self._ask("by Karin", cast.karin, cast.groep_5)  # who hides
        self._ask("in groep 2", cast.naima, cast.groep_2)
        self._answer("by Rachid", "by Naima", cast.rachid)
        self._answer("by Naima to Elif", "by Elif", cast.naima)
        self._answer("by Anouk", "by Elif", cast.anouk, "school")
        self._answer("for the morning", "by Elif", cast.anouk, "school", due_at=NOW + dt.timedelta(hours=15))
        self._answer("by Karin to Elif", "by Elif", cast.karin)
        self._answer("taken back", "by Elif", cast.rachid)
        self.answers["taken back"].remove(by=cast.rachid, at=NOW)
        self._speak()
        self._hide()

    def _ask(self, name: str, by: Person, group: Group) -> None:
        token = self.life.canaries.new(f"asked {name}")
        self.asked[name] = Question.ask(group, f"Wie heeft {token} over?", by=by, at=NOW)
        self.life.canaries.belongs(("asked", self.asked[name].pk), token)

    def _answer(
        self, name: str, to: str, by: Person, corner: str = "home", due_at: dt.datetime | None = None
    ) -> None:
        token = self.life.canaries.new(f"answered {name}")
        said = Answer.give(
            self.asked[to], f"Wij hebben {token}.", by=by, corner=corner, at=NOW, due_at=due_at
        )
        self.answers[name] = said
        self.life.canaries.belongs(("answer", said.pk), token)

    def _speak(self) -> None:
        for name in ("by Naima", "by Elif", "by Karin"):
            kept = self._voice(f"asked {name}", self.asked[name].author, "home")
            QuestionVoice.carry(self.asked[name].pk, kept)
        for name in ("by Rachid", "by Naima to Elif", "by Anouk", "by Karin to Elif"):
            said = self.answers[name]
            AnswerVoice.carry(said.pk, self._voice(f"answered {name}", said.author, said.corner))

    def _voice(self, name: str, by: Person, hat: str) -> Attachment:
        words = self.life.canaries.new(f"bytes spoken, {name}")
        voice = recorded(by, self.life.cast.vlieger, hat, words)
        self.life.canaries.belongs(("attachment", voice.pk), words)
        self.life.attachments[f"spoken, {name}"] = voice
        return voice

    def _hide(self) -> None:
        """Its words then stand in the case, for the leaders and its author."""
        cast, token = self.life.cast, self.life.canaries.new("answered hidden")
        answer = Answer.give(self.asked["by Elif"], token, by=cast.esther, corner="home", at=NOW)
        said = REPORTABLE["antwoord"].said(answer)
        self.case = Case.report(answer, said, by=cast.naima, reason="unkind", words="", at=NOW)
        self.case.decide("hide", reason="Niet aardig", by=cast.joris, at=NOW)
        self.life.canaries.belongs(("hidden", self.case.pk), token)
        self.answers["hidden"] = answer

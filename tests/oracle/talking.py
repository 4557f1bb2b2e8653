"""Conversations in the cast's world, with a canary in all that is said and in what only a team may read."""

import datetime as dt

from driehoek.backbone.moderation.models import Case, Hiding
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Leave
from driehoek.features.conversations.models import Conversation, Message, TalkRequest
from tests.cast import NOW, TODAY, Cast
from tests.oracle.canaries import Canaries

AGO = dt.timedelta
THEN = NOW - AGO(days=2)


class Talks:
    """Of two homes each its own, with a child, to a helper, from school, and what waits for the morning."""

    def __init__(self, cast: Cast, canaries: Canaries) -> None:
        self.cast, self.canaries = cast, canaries
        self.begun: dict[str, Conversation] = {}
        self.said: dict[str, Message] = {}
        self._people()
        self._from_home()
        self._from_school()
        self._thought_again()
        self.case = self._report("hidden answer", "Naima asks", cast.meryem, by=cast.naima)
        self.case.decide("hide", reason="Zo praten we niet", by=cast.joris, at=NOW)
        self.secret = self._report("answer to who hides", "Karin about Lotte", cast.karin, by=cast.meryem)
        self.secret.decide("hide", reason="Dit hoort hier niet", by=cast.joris, at=NOW)
        self.hiding = Hiding.objects.get(case=self.case)

    def _people(self) -> None:
        """Samira helps with the portal; Daan reads for Anouk while she is away."""
        cast = self.cast
        Appointment.objects.create(
            person=cast.samira, board=cast.drie_hoeken, school=cast.vlieger, function="key_user",
            starts_on=TODAY - AGO(days=30),
        )  # fmt: skip
        Leave.take(cast.anouk, starts_on=TODAY, ends_on=TODAY + AGO(days=1), deputy=cast.daan)

    def _from_home(self) -> None:
        cast = self.cast
        self._begin("Naima asks", cast.naima, cast.naima, cast.yusuf)
        self._begin("Rachid asks", cast.rachid, cast.rachid, cast.yusuf)
        self._begin("Naima about two", cast.naima, cast.naima, cast.yusuf, cast.lina)
        self._begin("with Yusuf", cast.naima, cast.naima, cast.yusuf, with_student=True)
        self._begin("Adam himself", cast.adam, cast.adam, cast.adam, school=cast.kompas)
        self._begin("Jeroen before the block", cast.jeroen, cast.jeroen, cast.finn)
        self._begin("Gerda until October", cast.gerda, cast.gerda, cast.noor)
        self._begin("Karin about Lotte", cast.karin, cast.karin, cast.lotte)
        self._begin("for help", cast.naima, cast.naima, team="help")
        self._begin("done", cast.elif_, cast.elif_, cast.defne)
        self.begun["done"].finish(by=cast.meryem, at=NOW)
        self._begin("Zehra about Aylin", cast.zehra, cast.zehra, cast.aylin, school=cast.delta)
        by_law = {"school": cast.delta, "team": "mentor", "with_student": True}
        self._begin("Sri asks the mentor", cast.sri, cast.sri, cast.dewi, **by_law)
        self._begin("Zehra asks the mentor", cast.zehra, cast.zehra, cast.aylin, **by_law)
        self._begin("Ronald asks the mentor", cast.ronald, cast.ronald, cast.kevin, **by_law)
        self._answer("answer to Naima", "Naima asks", cast.anouk)
        self._answer("for the morning", "Naima asks", cast.meryem, due_at=NOW + AGO(hours=15))

    def _from_school(self) -> None:
        cast = self.cast
        self._begin("school to Naima", cast.anouk, cast.naima, cast.yusuf, about="concern")
        note = self.canaries.new("why Rachid was left out")
        begun = self.begun["school to Naima"]
        begun.leave_out(cast.rachid, reason=f"Omdat {note}", by=cast.anouk, at=NOW)
        self.canaries.belongs(("note", begun.pk), note)
        self._begin("head to Naima", cast.joris, cast.naima, cast.yusuf, about="question")
        self._begin("school to Tom", cast.anouk, cast.tom, cast.mila, about="good")
        place = self.canaries.new("place of a talk")
        talk = TalkRequest.ask(
            self.begun["Naima asks"], where="school", moments=["after"], interpreter=False, by=cast.naima,
            at=NOW, told_at=NOW,
        )  # fmt: skip
        talk.propose(moment=NOW + AGO(days=4), place=f"Lokaal {place}", by=cast.anouk, at=NOW, told_at=NOW)
        self.canaries.belongs(("talk", self.begun["Naima asks"].pk), place)

    def _begin(self, name: str, by: Person, line_of: Person, *children: Person, **more: object) -> None:
        token = self.canaries.new(f"first words: {name}")
        school = more.pop("school", self.cast.vlieger)
        begun = Conversation.begin(
            school, children, line_of=line_of, by=by, corner="school" if more.get("about") else "home",
            text=f"Dag {token}", at=THEN, told_at=THEN, **more,
        )  # type: ignore[arg-type]  # fmt: skip
        self.begun[name] = begun
        self._note(name, Message.objects.get(conversation=begun), token)

    def _answer(self, name: str, talk: str, by: Person, due_at: dt.datetime | None = None) -> None:
        token = self.canaries.new(f"answer: {name}")
        at = NOW - AGO(hours=1)
        said = self.begun[talk].say(f"Ja {token}", by=by, corner="school", at=at, told_at=at, due_at=due_at)
        self._note(name, said, token)

    def _thought_again(self) -> None:
        """What was taken back, and what it said before: nobody reads either."""
        cast, new = self.cast, self.canaries.new
        before, gone = new("what Rachid said before"), new("what Rachid took back")
        talk, at = self.begun["Rachid asks"], NOW - AGO(minutes=30)
        said = [
            talk.say(f"Ai {token}", by=cast.rachid, corner="home", at=at, told_at=at)
            for token in (before, gone)
        ]
        token = new("Rachid in other words")
        said[0].edit(f"Beter {token}", by=cast.rachid, at=NOW)
        talk.withdraw(said[1], by=cast.rachid, at=NOW)
        self._note("Rachid in other words", said[0], token)
        self.said["taken back"] = said[1]
        self.canaries.belongs(("taken back", said[1].pk), before, gone)

    def _report(self, name: str, talk: str, author: Person, by: Person) -> Case:
        """Words in a line that somebody in it reported."""
        token, added = self.canaries.new(f"words of the {name}"), self.canaries.new(f"report of the {name}")
        at = NOW - AGO(hours=2)
        corner = "home" if author == self.begun[talk].line_of else "school"
        said = self.begun[talk].say(f"Nee {token}", by=author, corner=corner, at=at, told_at=at)
        found = REPORTABLE["gesprek"].said(said)
        case = Case.report(said, found, by=by, reason="unkind", words=added, at=NOW)
        self.said[name] = said
        self.canaries.belongs(("case", case.pk), added)
        self.canaries.belongs(("hidden", case.pk), token)
        return case

    def _note(self, name: str, said: Message, token: str) -> None:
        self.said[name] = said
        self.canaries.belongs(("message", said.pk), token)

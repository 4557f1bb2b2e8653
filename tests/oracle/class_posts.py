"""What groups ask of home in the cast's world: a lesson, a poll, questions answered for all, and the day."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.facts.people.models import Person
from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.models import Comment, Kind, Poll, Post, SharedQuestion
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life

A_DAY = dt.timedelta(days=1)


class ClassPosts:
    """`questions` holds by name what was, or may be, answered for all."""

    def __init__(self, life: "Life") -> None:
        self.life, self.cast = life, life.cast
        self.questions: dict[str, SharedQuestion] = {}
        self._set_to_work()
        self._poll("news")
        self._poll("scheduled")
        self._ask("agreed", "Naima to school", "yes")
        self._ask("agreed for the morning", "Naima at night", "yes", due_at=NOW + dt.timedelta(hours=15))
        self._ask("not answered yet", "Rachid to school", "")
        self._ask("refused", "Dewi herself", "no")
        self.days = {key: self._day(getattr(self.cast, key)) for key in ("yusuf", "jayden")}

    def _set_to_work(self) -> None:
        """News becomes a lesson, and what is only for parents becomes homework."""
        fields = {name: self._of_post("news", name) for name in ("practice", "needs", "talk_about")}
        self._change("news", kind=Kind.LESSON, minutes=5, **fields)
        link = f"https://{self._of_post('for parents', 'link')}.example/"
        self._change("for parents", kind=Kind.HOMEWORK, due_on=(NOW + A_DAY).date(), link=link)

    def _day(self, child: Person) -> DayReport:
        token = self.life.canaries.new(f"day of {child.given_name}")
        said = {"eaten": "well", "mood": "happy", "words": f"Bouwde {token}"}
        report = DayReport.write(child, self.cast.bso, said, by=self.cast.samira, at=NOW, day=NOW.date())
        self.life.canaries.belongs(("day", report.pk), token)
        return report

    def _of_post(self, post: str, name: str) -> str:
        token = self.life.canaries.new(f"{name} of {post}")
        self.life.canaries.belongs(("post", self.life.posts[post].pk), token)
        return token

    def _change(self, post: str, **fields: object) -> None:
        Post.objects.filter(pk=self.life.posts[post].pk).update(**fields)

    def _poll(self, post: str) -> None:
        question, *answers = [self._of_post(post, f"{part} of poll") for part in ("question", "yes", "no")]
        poll = Poll.objects.create(post=self.life.posts[post], question=question, closes_at=NOW + A_DAY)
        poll.offer(answers)

    def _ask(self, name: str, said: str, answer: str, due_at: dt.datetime = NOW) -> None:
        comment: Comment = self.life.comments[said]
        words = [self.life.canaries.new(f"{part} for all: {name}") for part in ("question", "answer")]
        author = comment.post.author
        row = SharedQuestion.propose(
            comment, question=words[0], answer=words[1], by=author, at=NOW, due_at=due_at
        )
        if answer:
            row.decide(answer == "yes", words=row.words, by=comment.author, at=NOW)
        self.life.canaries.belongs(("question", row.pk), *words)
        self.questions[name] = row

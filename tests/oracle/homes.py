"""What families tell in the cast's world, and an advert that was reported; each with a canary."""

from typing import TYPE_CHECKING

from driehoek.backbone.media import files
from driehoek.backbone.media.models import Photo
from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.moderation.models import Case, Hiding, Silence, Trace
from driehoek.backbone.moderation.models.trace import Act
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.base.core.uploads import SIZES
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.stories.models import Story, StoryVoice
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life


class Homes:
    """`stories` by name; `case` is about the advert of Elif, which Naima reported and Joris hid."""

    def __init__(self, life: "Life") -> None:
        self.life, cast = life, life.cast
        self.stories: dict[str, Story] = {}
        self._tell("to the teacher", cast.naima, cast.yusuf, cast.groep_5)
        self._tell("to the class", cast.naima, cast.yusuf, cast.groep_5, for_class=True, in_circle=True)
        self._tell("by Rachid", cast.rachid, cast.yusuf, cast.groep_5, at_home=True)
        self._tell("by Yusuf", cast.yusuf, cast.yusuf, cast.groep_5, at_home=True)
        self._tell("by Yusuf alone", cast.yusuf, cast.yusuf, cast.groep_5)
        self._tell("about Mila", cast.sanne_v, cast.mila, cast.groep_5, for_class=True)
        self._tell("about Finn", cast.marieke, cast.finn, cast.groep_5, for_class=True)
        self._tell("about Lotte", cast.karin, cast.lotte, cast.groep_5, for_class=True)
        self._tell("in groep 2", cast.naima, cast.lina, cast.groep_2, for_class=True)
        self._tell("by Dewi", cast.dewi, cast.dewi, cast.zorg_2a, at_home=True)
        self._tell("not sent", cast.naima, cast.yusuf, cast.groep_5, sent=False)
        self._tell("taken back", cast.elif_, cast.defne, cast.groep_5, for_class=True)
        self.stories["taken back"].remove(by=cast.elif_, at=NOW)
        self._photograph("to the teacher")
        self._photograph("to the class")
        for name in ("to the teacher", "to the class", "by Yusuf alone"):
            self._speak(name)
        self._report()
        self.silence = Silence.begin(cast.vlieger, cast.groep_6, reason="Rust", by=cast.joris, at=NOW)

    def _tell(
        self, name: str, by: Person, student: Person, group: Group, *, sent: bool = True, **choices: bool
    ) -> None:
        token = self.life.canaries.new(f"words of story {name}")
        story = Story.begin(student, group, f"Bij ons thuis {token}.", by=by, at=NOW)
        self.life.canaries.belongs(("story", story.pk), token)
        self.stories[name] = story
        if sent:
            said = {"for_class": False, "in_circle": False, "at_home": False} | choices
            story.send(who="nobody", **said, by=by, at=NOW)

    def _photograph(self, name: str) -> None:
        """As if it had come along; of what goes to the class the family says that no child is on it."""
        story = self.stories[name]
        alt = self.life.canaries.new(f"alt of photo {name}")
        photo = Photo.objects.create(
            school=story.school, uploaded_by=story.author, created_at=NOW, alt=alt,
            width=800, height=600, colour="#808080",
        )  # fmt: skip
        files.write(photo.token, dict.fromkeys(SIZES, b"RIFF    WEBP"))
        story.add([photo])
        story._answer_for([photo], by=story.author, at=NOW)
        self.life.canaries.belongs(("photo", photo.pk), alt)
        self.life.photos[f"of story {name}"] = photo

    def _speak(self, name: str) -> None:
        story, words = self.stories[name], self.life.canaries.new(f"bytes spoken with story {name}")
        voice = recorded(story.author, story.school, "home", words)
        StoryVoice.objects.create(story=story, attachment=voice)
        self.life.canaries.belongs(("attachment", voice.pk), words)
        self.life.attachments[f"with story {name}"] = voice

    def _report(self) -> None:
        """What it said before, what it says, and what the reporter adds are for the leaders alone."""
        cast, canaries = self.life.cast, self.life.canaries
        words, before, added = (
            canaries.new(f"{part} of the advert") for part in ("words", "first words", "report")
        )
        story = Story.begin(cast.defne, cast.groep_5, f"Te koop {words}", by=cast.elif_, at=NOW)
        story.send(who="", for_class=True, in_circle=False, at_home=False, by=cast.elif_, at=NOW)
        Trace.leave(story, Act.CHANGED, before, school=story.school, author=cast.elif_, at=NOW)
        self.stories["hidden by school"] = story
        said = REPORTABLE["van-thuis"].said(story)
        self.case = Case.report(story, said, by=cast.naima, reason="advert", words=added, at=NOW)
        self.case.decide("hide", reason="Geen reclame", by=cast.joris, at=NOW)
        self.hiding = Hiding.objects.get(case=self.case)
        canaries.belongs(("case", self.case.pk), before, added)
        canaries.belongs(("hidden", self.case.pk), words)

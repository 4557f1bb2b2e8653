"""What is spoken in the cast's world about leave, about the day of a child, about home, for a talk and with
news; each with a canary where its sound would be."""

from typing import TYPE_CHECKING

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.tests.voices import recorded
from driehoek.facts.people.models import Person
from driehoek.features.absences.models import DecisionVoice, LeaveDecision, LeaveVoice
from driehoek.features.dayreports.models import DayVoice
from driehoek.features.feed.models import PostAttachment
from driehoek.features.talks.models import HomeVoice, NotesVoice, PointVoice, RecordVoice
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life

TWO_HOMES = ("Naima for Yusuf", "Rachid for Yusuf", "Karin for Lotte")
AT_THE_TABLE = ("Naima at Yusuf with Naima", "Rachid at Yusuf with both")
RAISED = tuple(f"{who} at Yusuf with both" for who in ("Naima", "Rachid", "Yusuf", "Anouk"))
NEWS = ("news", "about yusuf")


def speak(life: "Life") -> None:
    """Of two homes of one child each; the head said no to one of them."""
    joris = life.cast.joris
    for name in TWO_HOMES:
        asked = life.arranged.leaves[name]
        LeaveVoice.carry(asked.pk, voice(life, f"for the leave of {name}", asked.by, "home"))
    no = LeaveDecision.objects.create(
        request=life.arranged.leaves["Rachid for Yusuf"], is_granted=False, reason="Nee.", by=joris, at=NOW
    )
    DecisionVoice.carry(no.pk, voice(life, "with a no to Rachid", joris, "school"))
    for key, report in life.days.items():
        DayVoice.carry(report.pk, voice(life, f"of the day of {key}", report.by, "school"))
    for name, told in life.meetings.named["homesituation"].items():
        if name in AT_THE_TABLE:
            HomeVoice.carry(told.pk, voice(life, f"of home by {name}", told.side.person, "home"))
    _speak_at_the_table(life)
    for name in NEWS:
        post = life.posts[name]
        spoken = voice(life, f"with {name}", post.author, "school")
        PostAttachment.objects.create(post=post, attachment=spoken, position=1)


def _speak_at_the_table(life: "Life") -> None:
    """Of each corner and of two homes a point; what school sums up, beside the notes and in the record."""
    told = life.meetings.named
    for name in RAISED:
        point = told["point"][name]
        hat = "school" if point.side.corner == "school" else "home"
        PointVoice.carry(point.pk, voice(life, f"of a point by {name}", point.side.person, hat))
    for name in ("Yusuf with both", "Finn with Marieke"):
        notes, made = told["tablenote"][name], told["record"][name]
        NotesVoice.carry(notes.pk, voice(life, f"with the notes of {name}", notes.by, "school"))
        RecordVoice.carry(made.pk, voice(life, f"with the record of {name}", made.by, "school"))


def voice(life: "Life", name: str, by: Person, hat: str) -> Attachment:
    words = life.canaries.new(f"bytes spoken {name}")
    spoken = recorded(by, life.cast.vlieger, hat, words)
    life.canaries.belongs(("attachment", spoken.pk), words)
    life.attachments[f"spoken {name}"] = spoken
    return spoken

"""What school sums up aloud at the table: beside the notes while the talk lasts, and then with the record."""

from dataclasses import dataclass

from django.db import models

from driehoek.backbone.media.models import Attachment, Voice


class NotesVoice(Voice):
    """Whoever reads the notes hears it."""

    CARRIER = "notes"

    notes = models.OneToOneField("talks.TalkNotes", models.CASCADE, related_name="+")


class RecordVoice(Voice):
    """As it was beside the notes when the talk was closed; of its own, so that it stays as it was."""

    CARRIER = "made"

    made = models.OneToOneField("talks.TalkRecord", models.CASCADE, related_name="+")


@dataclass(frozen=True)
class Aloud:
    """What becomes of the recording beside the notes: another one, none, or nothing happens to it."""

    voice: Attachment | None = None
    unspoken: bool = False
    heard: str = ""  # the token of the one that stood there when the page was opened

    def overtakes(self, spoken: Attachment | None) -> bool:
        """Whether that of a colleague, spoken since, would be gone."""
        if spoken is None or spoken.token == self.heard:
            return False
        return NotesVoice.differs(spoken, self.voice, unspoken=self.unspoken)

    def put_with(self, notes: int) -> bool:
        """Whether something became different."""
        if (self.voice is None and not self.unspoken) or NotesVoice.is_the_same(notes, self.voice):
            return False
        NotesVoice.silence([notes])
        NotesVoice.carry(notes, self.voice)
        return True


SILENT = Aloud()  # nothing happens to it

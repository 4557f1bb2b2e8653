"""What of talks can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.talks.models import (
    Answer,
    AskedAlong,
    HomeSituation,
    Pledge,
    Point,
    Talk,
    TalkNotes,
    TalkRecord,
)

translatable("schoolgesprek", Talk, lambda talk: talk.texts)
translatable("gespreksafspraak", Pledge, lambda pledge: pledge.texts)
translatable("gesprekskant", Answer, lambda answer: answer.texts)
translatable("thuissituatie", HomeSituation, lambda told: told.texts)
translatable("gesprekspunt", Point, lambda point: point.texts)
translatable("gespreksnotities", TalkNotes, lambda notes: notes.texts)
translatable("gespreksverslag", TalkRecord, lambda made: made.texts)
translatable("meegevraagd", AskedAlong, lambda asked: asked.texts)

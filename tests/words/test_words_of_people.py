"""What somebody wrote and a page shows comes in the language of the reader, or it is said here why not."""

from collections.abc import Iterable, Iterator, Mapping

import pytest
from django.apps import apps
from django.db import models

from driehoek.backbone.translation.texts import Text
from driehoek.features.corrections.refusing import Refusal
from tests.cast import Cast
from tests.guards.rows import our_apps, privacy_of
from tests.oracle.life import Life

SAYING = {"content", "none", "secret"}  # how private words are that somebody typed

TRANSLATED = {  # each field, and by which of its own its texts are reached; empty: they are on the row itself
    "alerts.Alert.title": "",
    "alerts.Alert.text": "",
    "absences.LeaveRequest.explanation": "",
    "absences.LeaveDecision.reason": "request",
    "absences.LeaveReversal.reason": "request",
    "absences.SwapDecision.reason": "request",
    "absences.SwapRequest.words": "",
    "absences.SwapReversal.reason": "request",
    "conversations.Message.text": "",
    "conversations.Proposal.place": "",
    "corrections.CorrectionAnswer.reason": "refusal",
    "people.NearPersonAnswer.reason": "refusal",
    "dayreports.DayReport.words": "",
    "feed.Comment.text": "",
    "feed.GroupAgreement.remarks": "",
    "feed.Poll.question": "",
    "feed.PollOption.text": "poll",
    "career.Outcome.text": "",
    "feed.Post.title": "",
    "feed.Post.text": "",
    "feed.Post.ask_at_home": "",
    "feed.Post.practice": "",
    "feed.Post.needs": "",
    "feed.Post.talk_about": "",
    "feed.SharedQuestion.question": "",
    "feed.SharedQuestion.answer": "",
    "introductions.Trait.words": "",
    "kitchen.Reflection.text": "",
    "kitchen.Wish.words": "",
    "media.Attachment.alt": "",
    "media.Photo.alt": "",
    "moderation.Case.words": "",
    "moderation.Conduct.text": "",
    "moderation.Hiding.reason": "",
    "moderation.Report.words": "",
    "moderation.Silence.reason": "",
    "moderation.Trace.words": "",
    "moderation.Verdict.reason": "",
    "newsletters.Block.place": "",
    "newsletters.Block.text": "",
    "newsletters.Block.title": "",
    "newsletters.Newsletter.title": "",
    "portfolio.Echo.text": "",
    "portfolio.Goal.help": "",
    "portfolio.Goal.text": "",
    "portfolio.Period.assignment": "",
    "portfolio.Period.onward": "",
    "portfolio.Period.title": "",
    "portfolio.Work.text": "",
    "portfolio.Work.title": "",
    "pulse.Sentence.words": "",
    "pulse.Side.first": "",
    "pulse.Side.second": "",
    "questions.Answer.text": "",
    "questions.Question.text": "",
    "results.Item.description": "",
    "results.Item.title": "",
    "results.Result.comment": "",
    "stories.Story.text": "",
    "talks.Answer.words": "",
    "talks.AskedAlong.reason": "",
    "talks.Cancellation.reason": "talk",
    "talks.HomeSituation.words": "",
    "talks.Point.note": "",
    "talks.Point.words": "",
    "talks.TalkNotes.words": "",
    "talks.TalkRecord.words": "",
    "talks.Pledge.words": "",
    "talks.Talk.place": "",
    "timeline.Milestone.title": "",
    "timeline.Milestone.words": "",
    "tips.Tip.title": "",
    "tips.Tip.what": "",
    "tips.Tip.needs": "",
    "tips.Tip.talk": "",
}

OTHERWISE = {  # each field that pages show as it is or not at all, and why
    "absences.Absence.subject": "a name of the school's own: it is found back in her timetable like that",
    "absences.SourceLine.source": "a name",
    "absences.OwnWord.word": "of the school's own system, for the office: it is looked up in its files",
    "absences.Upload.source": "a name",
    "absences.Upload.token": "no word",
    "absences.LeaveRequest.weekdays": "days, as digits",
    "career.Assignment.key": "the key of a task of ours, which comes in every language",
    "core.Rhythm.name": "a name of ours",
    "entry.Provider.name": "a name",
    "entry.Provider.issuer": "an address",
    "entry.Provider.sealed_secret": "nobody reads it",
    "entry.Provider.key_claim": "a code",
    "entry.Provider.second_is": "a code",
    "kitchen.Wish.picked": "the key of a question of ours, which comes in every language",
    "letterbox.Arrival.address": "one of our own, with a key in it",
    "people.Person.password": "nobody reads it",
    "people.Person.language": "a code",
    "people.Guardianship.basis": "which paper the office saw: for the office alone",
    "people.Restriction.basis": "the same",
    "people.Protection.basis": "the same",
    "people.Portrait.token": "no word",
    "schools.Board.name": "a name",
    "schools.School.name": "a name",
    "schools.School.code": "a code",
    "schools.School.address": "an address: it stands on letters and maps like that",
    "schools.School.phone": "a number",
    "schools.School.colour": "a colour",
    "schools.School.help_text": "on a printed letter, where nobody can tap for an original",
    "schools.SchoolYear.name": "a name",
    "schools.Group.name": "a name",
    "newsletters.Tag.programme": "a word out of the names of groups",
    "timeline.Milestone.place": "a name",
    "timetable.Lesson.subject": "a name, as the file writes it",
    "timetable.Lesson.room": "a name",
    "timetable.LessonChange.room": "a name",
    "schools.Holiday.name": "a name; a newsletter, in which families read it, has it translated",
    "access.Seat.sector": "a code",
    "journal.Forgotten.what": "a name of ours",
    "translation.Translation.digest": "no word",
    "translation.Translation.original": "the memory itself",
    "translation.Translation.words": "the memory itself",
    "translation.Changed.digest": "no word",
    "translation.Correction.words": "the memory itself",
    "translation.Helper.language": "a code",
    "translation.Term.word": "the glossary itself",
    "translation.Term.plain": "the glossary itself",
    "media.Attachment.token": "no word",
    "media.Attachment.name": "the name of a file: so it is found again on her telephone",
    "media.Attachment.digest": "no word",
    "media.Photo.token": "no word",
    "media.Photo.colour": "a colour",
    "notifications.Preference.channel": "a code",
    "notifications.PushSubscription.endpoint": "an address that only programs read",
    "notifications.PushSubscription.fingerprint": "made of it",
    "notifications.PushSubscription.p256dh": "a key",
    "notifications.PushSubscription.auth": "a key",
    "notifications.Urgency.reason": "kept for whoever asks later; no page shows it",
    "index.Findable.words": "what is found is shown from the thing itself",
    "index.FindableIn.words": "what is found is shown from the memory",
    "index.FindableText.digest": "no word",
    "entry.StudentCard.code_hash": "no word",
    "entry.Device.session_key": "no word",
    "entry.Device.session_data": "no word",
    "entry.Invitation.code_hash": "no word",
    "entry.SignInCode.seed": "no word",
    "entry.StaffInvitation.code_hash": "no word",
    "feed.GroupAgreement.kinds": "codes",
    "feed.Post.actions": "codes",
    "feed.Post.link": "an address",
    "rosters.Upload.token": "no word",
    "rosters.Connection.token": "no word",
    "rosters.Connection.name": "a name",
    "rosters.Connection.sealed_secret": "nobody reads it",
    "results.Upload.token": "no word",
    "results.Connection.sealed_secret": "nobody reads it",
    "results.Source.name": "a name",
    "results.Title.title": "a name",
    "results.Item.subject": "a name of the school's own: it is found back in her timetable like that",
    "results.Item.category": "the same",
    "results.Result.text": "a mark, as she finds it in her own school's system",
    "languages.InterpreterRequest.language": "a code",
    "conversations.LeftOut.reason": "for the team, who wrote it",
    "conversations.Hurry.reason": "for the team, who wrote it",
    "feed.Comment.hurry": "for the team, who wrote it",
    "questions.Answer.hurry": "for the team, who wrote it",
    "conversations.TalkRequest.moments": "codes",
    "talks.Answer.tiles": "codes",
    "talks.HomeSituation.tiles": "codes",
    "talks.Companion.name": "a name",
    "noticing.SetAside.reason": "for herself, who wrote it",
    "talks.StaffNote.words": "for colleagues, who wrote it",
    "talks.LeftOut.reason": "for the school's side of the table, who wrote it",
    "looking.Step.until_what": "a name, of a holiday",
    "looking.Reason.words": "between one of the three and the mentor, who speak each other",
    "looking.ExtraLook.reason": "said in the talk that comes before it",
    "looking.Objection.reason": "of a student to who leads her school, in the language of their lessons",
    "looking.Weighing.reason": "the answer to it, in the same",
    "portfolio.Bundle.title": "for who put it together",
    "portfolio.BundleItem.words": "the same",
    "portfolio.Parcel.token": "no word",
    "portfolio.GoalVersion.text": "as it stood, for herself and her teacher",
    "portfolio.GoalVersion.help": "the same",
    "portfolio.WorkVersion.title": "the same",
    "portfolio.WorkVersion.text": "the same",
}


def typed_fields(
    models_: Iterable[type[models.Model]], classes: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Those that may hold what somebody typed."""
    for model in models_:
        for field in model._meta.local_fields:
            is_typed = isinstance(field, models.CharField | models.TextField) and not field.choices
            if is_typed and classes.get(model.__name__, {}).get(field.name) in SAYING:
                yield f"{model._meta.app_label}.{model.__name__}.{field.name}"


def every_typed_field() -> set[str]:
    return {name for app in our_apps() for name in typed_fields(app.get_models(), privacy_of(app))}


def test_for_each_field_that_people_type_in_somebody_decided() -> None:
    assert every_typed_field() == TRANSLATED.keys() | OTHERWISE.keys()
    assert not TRANSLATED.keys() & OTHERWISE.keys()


def test_a_field_on_which_nobody_decided_is_found() -> None:
    class Diary(models.Model):
        text = models.TextField()
        mood = models.CharField(max_length=5, choices=[("happy", "Vrolijk")])
        secret_name = models.CharField(max_length=5)

        class Meta:
            app_label = "tests"

    classes = {"Diary": {"text": "content", "mood": "content", "secret_name": "internal"}}
    assert list(typed_fields([Diary], classes)) == ["tests.Diary.text"]


def texts_of(row: models.Model, path: str) -> Mapping[str, Text]:
    if path == "refusal":
        return Refusal(row, 1).texts  # type: ignore[arg-type]  # an answer of the office
    holder = getattr(row, path) if path else row
    if row._meta.model_name == "trait":
        holder.school = 1
    found: Mapping[str, Text] = holder.texts
    return found


def unheard(life: Life, translated: Mapping[str, str]) -> tuple[set[str], int]:
    """Fields of which some row has words that are not among its texts; and how many fields had any."""
    missing, seen = set(), 0
    for name, path in translated.items():
        label, _dot, field = name.rpartition(".")
        rows = list(apps.get_model(label)._default_manager.exclude(**{field: ""}).order_by("pk")[:5])
        seen += bool(rows)
        for row in rows:
            if getattr(row, field) not in {text.words for text in texts_of(row, path).values()}:
                missing.add(name)
    return missing, seen


@pytest.mark.slow
def test_what_is_translated_is_among_the_texts_of_its_row(cast: Cast) -> None:
    life = Life(cast)
    missing, seen = unheard(life, TRANSLATED)
    assert missing == set() and seen > 20
    assert unheard(life, {"feed.Comment.language": ""})[0] == {"feed.Comment.language"}  # it does notice

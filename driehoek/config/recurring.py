"""Everything that comes back by the clock, in one list. Times are on a Dutch clock."""

import datetime as dt

from driehoek.base.core.recurring import Recurring

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
NIGHT = dt.time(3, 40)
SMALL_HOURS = dt.time(4, 40)  # when what was due at night is gone
BREAKFAST = dt.time(7, 15)
AFTERNOON = dt.time(16)

RECURRING = [
    Recurring(name="bring-news", path="driehoek.backbone.notifications.jobs.sweep", every=MINUTE),
    Recurring(name="gather-digests", path="driehoek.backbone.notifications.jobs.gather", every=MINUTE),
    Recurring(name="take-post", path="driehoek.backbone.letterbox.rounds.sweep", every=MINUTE),
    Recurring(name="forget-post", path="driehoek.backbone.letterbox.rounds.forget_old", at=NIGHT),
    Recurring(name="hold-photos", path="driehoek.backbone.media.jobs.follow_consent", every=MINUTE),
    Recurring(name="forget-stray-photos", path="driehoek.backbone.media.jobs.forget_stray_files", at=NIGHT),
    Recurring(name="make-films", path="driehoek.backbone.media.jobs.make_films", every=MINUTE),
    Recurring(name="forget-attachments", path="driehoek.backbone.media.jobs.forget_attachments", at=NIGHT),
    Recurring(name="forget-speech", path="driehoek.backbone.speech.jobs.forget_speech", at=NIGHT),
    Recurring(name="fill-index", path="driehoek.backbone.index.jobs.catch_up", at=NIGHT),
    Recurring(name="follow-translations", path="driehoek.backbone.index.jobs.follow", every=MINUTE),
    Recurring(name="translate", path="driehoek.backbone.translation.jobs.translate", every=MINUTE),
    Recurring(name="forget-translations", path="driehoek.backbone.translation.jobs.forget_old", at=NIGHT),
    Recurring(name="tell-sixteen", path="driehoek.features.consents.jobs.tell_sixteen", at=NIGHT),
    Recurring(name="ask-about-steps", path="driehoek.features.following.jobs.ask_about_steps", at=BREAKFAST),
    Recurring(
        name="tell-nearly-of-age", path="driehoek.features.following.jobs.tell_nearly_of_age", at=BREAKFAST
    ),
    Recurring(name="tell-of-week", path="driehoek.features.following.jobs.tell_of_week", at=AFTERNOON),
    Recurring(name="forget-jobs", path="driehoek.base.core.tasks.forget_finished", at=NIGHT),
    Recurring(name="survey-tables", path="driehoek.base.core.tasks.survey_tables", at=SMALL_HOURS),
    Recurring(name="forget-ways-in", path="driehoek.features.entry.jobs.forget_spent", at=NIGHT),
    Recurring(name="fetch-rosters", path="driehoek.features.rosters.jobs.fetch_all", every=HOUR),
    Recurring(name="forget-rosters", path="driehoek.features.rosters.jobs.forget_old", at=NIGHT),
    Recurring(
        name="ask-who-is-better", path="driehoek.features.absences.jobs.ask_who_is_better", at=BREAKFAST
    ),
    Recurring(
        name="ring-for-unread-lists",
        path="driehoek.features.absences.jobs.ring_for_unread_lists",
        every=MINUTE,
    ),
    Recurring(name="forget-absences", path="driehoek.features.absences.jobs.forget", at=NIGHT),
    Recurring(name="forget-traces", path="driehoek.backbone.moderation.jobs.forget_traces", at=NIGHT),
    Recurring(name="forget-questions", path="driehoek.features.questions.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-ticks", path="driehoek.features.kitchen.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-corrections", path="driehoek.features.corrections.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-posts", path="driehoek.features.feed.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-days", path="driehoek.features.dayreports.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-talks", path="driehoek.features.conversations.jobs.forget_old", at=NIGHT),
    Recurring(name="remind-of-talks", path="driehoek.features.talks.jobs.remind", at=BREAKFAST),
    Recurring(name="forget-school-talks", path="driehoek.features.talks.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-deliveries", path="driehoek.backbone.notifications.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-facts", path="driehoek.backbone.journal.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-cases", path="driehoek.backbone.moderation.jobs.forget_cases", at=NIGHT),
    Recurring(name="forget-former", path="driehoek.features.retention.jobs.forget_former", at=NIGHT),
    Recurring(name="forget-answers", path="driehoek.features.consents.jobs.forget_answers", at=NIGHT),
    Recurring(name="refresh-urgent-pages", path="driehoek.features.alerts.jobs.refresh_pages", every=MINUTE),
    Recurring(name="write-urgent-pages", path="driehoek.features.alerts.jobs.write_pages", at=NIGHT),
    Recurring(name="forget-texts", path="driehoek.backbone.sms.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-alerts", path="driehoek.features.alerts.jobs.forget_old", at=NIGHT),
    Recurring(
        name="bring-newsletters",
        path="driehoek.features.newsletters.jobs.bring_newsletters",
        every=MINUTE,
    ),
    Recurring(name="forget-newsletters", path="driehoek.features.newsletters.jobs.forget_old", at=NIGHT),
    Recurring(name="keep-moments", path="driehoek.features.results.jobs.keep_moments", every=MINUTE),
    Recurring(name="find-overdue", path="driehoek.features.results.jobs.find_overdue", at=BREAKFAST),
    Recurring(name="fetch-results", path="driehoek.features.results.jobs.fetch_all", every=HOUR),
    Recurring(name="forget-results", path="driehoek.features.results.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-ways", path="driehoek.features.timeline.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-assignments", path="driehoek.features.career.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-lessons", path="driehoek.features.timetable.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-noticed", path="driehoek.features.noticing.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-pulse", path="driehoek.features.pulse.jobs.close_and_forget", at=NIGHT),
    Recurring(name="pack-parcels", path="driehoek.features.portfolio.jobs.pack", every=MINUTE),
    Recurring(name="forget-portfolios", path="driehoek.features.portfolio.jobs.forget_old", at=NIGHT),
    Recurring(name="forget-unsent", path="driehoek.features.stories.jobs.forget_unsent", at=NIGHT),
]

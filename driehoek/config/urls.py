"""Every address of the portal, by package."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [  # the most visited first: they are tried in turn
    path("", include("driehoek.surfaces.home.urls")),
    path("", include("driehoek.backbone.media.urls")),
    path("", include("driehoek.features.feed.urls")),
    path("", include("driehoek.features.portraits.urls")),
    path("", include("driehoek.features.conversations.urls")),
    path("", include("driehoek.surfaces.children.urls")),
    path("", include("driehoek.base.shell.urls")),
    path("", include("driehoek.backbone.speech.urls")),
    path("", include("driehoek.backbone.notifications.urls")),
    path("", include("driehoek.backbone.moderation.urls")),
    path("", include("driehoek.backbone.texting.urls")),
    path("", include("driehoek.features.portfolio.urls")),
    path("", include("driehoek.features.stories.urls")),
    path("", include("driehoek.features.introductions.urls")),
    path("", include("driehoek.features.questions.urls")),
    path("", include("driehoek.features.dayreports.urls")),
    path("", include("driehoek.features.timeline.urls")),
    path("", include("driehoek.features.career.urls")),
    path("", include("driehoek.features.timetable.urls")),
    path("", include("driehoek.features.paper.urls")),
    path("", include("driehoek.features.tips.urls")),
    path("", include("driehoek.features.kitchen.urls")),
    path("", include("driehoek.features.entry.urls")),
    path("school/", include("driehoek.features.entry.staff_urls")),
    path("", include("driehoek.features.consents.urls")),
    path("", include("driehoek.features.profile.urls")),
    path("", include("driehoek.features.languages.urls")),
    path("", include("driehoek.features.guardianships.urls")),
    path("", include("driehoek.features.rosters.urls")),
    path("", include("driehoek.features.unreached.urls")),
    path("", include("driehoek.features.holidays.urls")),
    path("", include("driehoek.features.choices.urls")),
    path("", include("driehoek.features.retention.urls")),
    path("", include("driehoek.features.absences.urls")),
    path("", include("driehoek.features.talks.urls")),
    path("", include("driehoek.features.noticing.urls")),
    path("", include("driehoek.features.pulse.urls")),
    path("", include("driehoek.surfaces.inviting.urls")),
    path("", include("driehoek.features.alerts.urls")),
    path("", include("driehoek.features.newsletters.urls")),
    path("", include("driehoek.features.corrections.urls")),
    path("", include("driehoek.features.results.urls")),
    path("", include("driehoek.features.following.urls")),
    path("", include("driehoek.surfaces.search.urls")),
    path("", include("driehoek.surfaces.publishing.urls")),
    path("", include("driehoek.surfaces.discussed.urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("driehoek.surfaces.demo.urls"))]
handler403 = "driehoek.base.shell.errors.forbidden"
handler404 = "driehoek.base.shell.errors.not_found"
handler500 = "driehoek.base.shell.errors.broken"

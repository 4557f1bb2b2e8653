"""Work, goals, what is answered to them, and what waits for a teacher."""

from django.urls import path

from driehoek.features.portfolio.views import adding, answering, changing, goals, looking, periods, reading
from driehoek.features.portfolio.views import taking_along as bundles

app_name = "portfolio"
urlpatterns = [
    path("werk/mijn/", reading.mine, name="mine"),
    path("werk/nieuw/", adding.new, name="new"),
    path("werk/doel/", goals.new, name="goal_new"),
    path("maken/werk/", adding.compose, name="compose"),
    path("groep/<int:pk>/werk/", looking.waiting, name="waiting"),
    path("kind/<int:student>/werk/", reading.of_child, name="of_child"),
    path("kind/<int:student>/werk/<int:pk>/", reading.work, name="work"),
    path("kind/<int:student>/werk/<int:pk>/reactie/", answering.on_work, name="work_echo"),
    path("kind/<int:student>/werk/<int:pk>/delen/", changing.sharing, name="sharing"),
    path("kind/<int:student>/werk/<int:pk>/veranderen/", changing.words, name="words"),
    path("kind/<int:student>/werk/<int:pk>/weghalen/", changing.removal, name="removal"),
    path("kind/<int:student>/doel/", goals.new_for, name="goal_for"),
    path("kind/<int:student>/doel/<int:pk>/", goals.goal, name="goal"),
    path("kind/<int:student>/doel/<int:pk>/reactie/", answering.on_goal, name="goal_echo"),
    path("kind/<int:student>/doel/<int:pk>/stap/", goals.step, name="step"),
    path("kind/<int:student>/doel/<int:pk>/veranderen/", goals.words, name="goal_words"),
    path("kind/<int:student>/doel/<int:pk>/weghalen/", goals.removal, name="goal_removal"),
    path("groep/<int:pk>/themas/", periods.of_group, name="periods"),
    path("thema/<int:pk>/veranderen/", periods.change, name="period_change"),
    path("thema/<int:pk>/weghalen/", periods.removal, name="period_removal"),
    path("kind/<int:student>/thema/<int:pk>/", periods.period, name="period"),
    path("kind/<int:student>/thema/<int:pk>/stap/", periods.standing, name="standing"),
    path("kind/<int:student>/thema/<int:pk>/werk/", periods.laying, name="laying"),
    path("kind/<int:student>/meenemen/", bundles.bundles, name="bundles"),
    path("kind/<int:student>/meenemen/<int:pk>/", bundles.bundle, name="bundle"),
    path("kind/<int:student>/meenemen/<int:pk>/stand/", bundles.progress, name="progress"),
    path("kind/<int:student>/meenemen/<int:pk>/weghalen/", bundles.removal, name="bundle_removal"),
    path("werk/pakket/<str:token>/<slug:form>/", bundles.parcel, name="parcel"),
    path("werk/reactie/<int:pk>/weghalen/", answering.removal, name="echo_removal"),
]

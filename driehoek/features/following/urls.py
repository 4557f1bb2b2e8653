"""Addresses of looking along."""

from django.urls import path

from driehoek.features.following.views import agreements, at_school, lookers

app_name = "following"
urlpatterns = [
    path("kind/<int:pk>/meekijken/", agreements.agreement, name="agreement"),
    path("kind/<int:pk>/meekijken/anders/", agreements.other, name="other"),
    path("kind/<int:pk>/meekijken/extra/", agreements.extra, name="extra"),
    path("kind/<int:pk>/wie-keek/", lookers.looked, name="looked"),
    path("meekijken/<int:pk>/handtekening/", agreements.signature, name="signature"),
    path("meekijken/<int:pk>/nee/", agreements.refusal, name="refusal"),
    path("meekijken/<int:pk>/stap/", agreements.step, name="step"),
    path("wie-ziet-wat/", lookers.lookers, name="lookers"),
    path("wie-ziet-wat/<int:pk>/", lookers.choice, name="choice"),
    path("wie-ziet-wat/<int:pk>/bezwaar/", lookers.objection, name="objection"),
    path("bezwaren/<int:pk>/intrekken/", lookers.objection_ending, name="objection_ending"),
    path("groep/<int:pk>/meekijken/", at_school.of_group, name="of_group"),
    path("wat-ouders-zien/<int:pk>/", at_school.kinds, name="kinds"),
    path("bezwaren/", at_school.objections, name="objections"),
    path("bezwaren/<int:pk>/", at_school.weighing, name="weighing"),
]

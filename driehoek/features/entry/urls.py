"""Addresses of the ways in."""

from django.urls import path

from driehoek.features.entry.views import (
    cards,
    colleagues,
    devices,
    hats,
    letters,
    providers,
    sign_on,
    signin,
    welcome,
)

app_name = "entry"
urlpatterns = [
    path("w/", welcome.code_form, name="code_form"),
    path("w/<str:code>/", welcome.welcome, name="welcome"),
    path("w/<str:code>/klopt-dit/", welcome.confirm, name="confirm"),
    path("w/<str:code>/nieuw/", welcome.another, name="another"),
    path("inloggen/", signin.signin, name="signin"),
    path("inloggen/code/", signin.code, name="code"),
    path("inloggen/wie/", signin.who, name="who"),
    path("uitloggen/", signin.signout, name="signout"),
    path("ik/rol/", hats.hat, name="hat"),
    path("ik/telefoons/", devices.devices, name="devices"),
    path("ik/telefoons/andere/einde/", devices.ending_all, name="other_devices_ending"),
    path("ik/telefoons/<str:handle>/einde/", devices.ending, name="device_ending"),
    path("ik/aanbod/over/", devices.offer_passed, name="offer_passed"),
    path("brieven/", letters.letters, name="letters"),
    path("brieven/<int:pk>/", letters.group_letters, name="group_letters"),
    path("brieven/<int:pk>/print/", letters.printed_letters, name="printed_letters"),
    path("brieven/<int:pk>/mail/", letters.mailed_letters, name="mailed_letters"),
    path("leerlingen/kaarten/<int:pk>/", cards.cards, name="cards"),
    path("k/<str:code>/", cards.card, name="card"),
    path("school/collegas/", colleagues.colleagues, name="colleagues"),
    path(
        "school/collegas/<int:pk>/uitnodiging/", colleagues.colleague_invitation, name="colleague_invitation"
    ),
    path("school/werkaccount/", providers.work_accounts, name="work_accounts"),
    path("school/werkaccount/<int:pk>/", providers.provider, name="provider"),
    path("school/werkaccount/<int:pk>/uit/", providers.removal, name="provider_removal"),
    path("school/werkaccount/alleen/<int:pk>/", providers.demand, name="demand"),
    path("school/inloggen/met/", sign_on.boards, name="sign_on_boards"),
    path("school/inloggen/met/<int:pk>/", sign_on.leaving, name="sign_on"),
    path("school/inloggen/met/<int:pk>/terug/", sign_on.back, name="sign_on_back"),
    path("school/inloggen/met/<int:pk>/weg/", sign_on.left, name="sign_on_left"),
    path("school/start/<str:code>/", colleagues.staff_start, name="staff_start"),
]

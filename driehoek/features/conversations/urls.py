"""Where people talk with each other."""

from django.urls import path

from driehoek.features.conversations.views import asking, handling, leaving, reading, talking

app_name = "conversations"
urlpatterns = [
    path("berichten/", reading.inbox, name="inbox"),
    path("berichten/nieuw/", asking.ask, name="ask"),
    path("vraag/<str:token>/", asking.mailed_ask, name="mailed_ask"),
    path("berichten/leesniveau/", asking.level, name="level"),
    path("berichten/schrijven/<int:pk>/", asking.write, name="write"),
    path("berichten/<int:pk>/", reading.conversation, name="conversation"),
    path("berichten/<int:pk>/zinnen/", reading.messages, name="messages"),
    path("berichten/zinnen/<int:pk>/ongedaan/", reading.taking_back, name="taking_back"),
    path("berichten/zinnen/<int:pk>/veranderen/", reading.rewording, name="rewording"),
    path("berichten/zinnen/<int:pk>/terugnemen/", reading.withdrawal, name="withdrawal"),
    path("berichten/<int:pk>/klaar/", handling.closing, name="closing"),
    path("berichten/<int:pk>/oppakken/", handling.assignment, name="assignment"),
    path("berichten/<int:pk>/praten/", talking.request, name="talk"),
    path("berichten/<int:pk>/voorstel/", talking.proposal, name="proposal"),
    path("berichten/<int:pk>/afspraak/", talking.agreement, name="agreement"),
    path("ik/weg/", leaving.leave, name="leave"),
    path("ik/weg/<int:pk>/voorbij/", leaving.ending, name="leave_ending"),
]

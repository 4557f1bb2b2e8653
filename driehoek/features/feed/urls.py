"""Where posts are read, talked about and made."""

from django.urls import path

from driehoek.features.feed.views import (
    agreeing,
    answering,
    collecting,
    composing,
    naming,
    praising,
    questions,
    reading,
    sharing,
    talking,
)

app_name = "feed"
urlpatterns = [
    path("bericht/<int:pk>/", reading.post, name="post"),
    path("week/<int:pk>/", reading.week, name="week"),
    path("bericht/<int:pk>/gebracht/", reading.brought_page, name="brought"),
    path("bericht/<int:pk>/fotos/", reading.photos, name="photos"),
    path("bericht/<int:pk>/fotos/<int:photo>/namen/", naming.names, name="names"),
    path("kind/<int:pk>/op-de-foto/", collecting.with_child, name="with_child"),
    path("groep/<int:pk>/berichten/", reading.mine, name="mine"),
    path("bericht/<int:pk>/reacties/", talking.comments, name="comments"),
    path("bericht/<int:pk>/mooi/", talking.reaction, name="reaction"),
    path("bericht/<int:pk>/vraag-het-mij/", talking.ask_me, name="ask_me"),
    path("reactie/<int:pk>/veranderen/", talking.editing, name="comment_edit"),
    path("reactie/<int:pk>/weghalen/", talking.removal, name="removal"),
    path("groep/<int:pk>/huiswerk/", collecting.homework, name="homework"),
    path("groep/<int:pk>/fotos/", collecting.album, name="album"),
    path("groep/<int:pk>/afspraken/", agreeing.agreement, name="agreement"),
    path("groep/<int:pk>/afspraken/maken/", agreeing.agreement_form, name="agreement_form"),
    path("afspraken/", agreeing.agreements, name="agreements"),
    path("leerlingen/<int:pk>/compliment/", praising.compliment, name="compliment"),
    path("peiling/<int:pk>/antwoord/", answering.poll_answer, name="poll_answer"),
    path("bericht/<int:pk>/uitleg/", answering.explanation, name="explanation"),
    path("reactie/<int:pk>/voor-iedereen/", questions.proposal, name="proposal"),
    path("vraag/<int:pk>/", questions.shared_question, name="shared_question"),
    path("vraag/<int:pk>/akkoord/", questions.verdict, name="verdict"),
    path("vraag/<int:pk>/intrekken/", questions.question_withdrawal, name="question_withdrawal"),
    path("maken/", composing.compose, name="compose"),
    path("maken/delen/", sharing.first_publication, name="first_publication"),
    path("maken/<int:pk>/", composing.sheet, name="sheet"),
    path("maken/<int:pk>/foto/<int:photo>/weghalen/", composing.photo_removal, name="photo_removal"),
    path("maken/<int:pk>/bestand/<int:attachment>/weghalen/", composing.file_removal, name="file_removal"),
    path("maken/<int:pk>/weggooien/", composing.disposal, name="disposal"),
    path("maken/<int:pk>/delen/", sharing.publication, name="publication"),
    path("bericht/<int:pk>/ongedaan/", sharing.undoing, name="undoing"),
    path("bericht/<int:pk>/intrekken/", sharing.withdrawal, name="withdrawal"),
]

"""What of the feed can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.feed.models import Comment, GroupAgreement, Poll, Post, SharedQuestion

translatable("bericht", Post, lambda post: post.texts)
translatable("reactie", Comment, lambda comment: comment.texts)
translatable("peiling", Poll, lambda poll: poll.texts)
translatable("antwoord", SharedQuestion, lambda question: question.texts)
translatable("afspraak", GroupAgreement, lambda agreement: agreement.texts)

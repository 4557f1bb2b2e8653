"""What of the feed can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.feed.models import Comment, Post

translatable("bericht", Post, lambda post: post.texts)
translatable("reactie", Comment, lambda comment: comment.texts)

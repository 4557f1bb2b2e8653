"""A post as a letter on paper, in the language of a family, as far as it was translated."""

from functools import cached_property

from django.conf import settings

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Told, read_in
from driehoek.features.feed.models import Post


class OnPaper:
    def __init__(self, post: Post, viewer: Viewer, language: str) -> None:
        self.post, self.viewer = post, viewer
        self.language = language if language in dict(settings.LANGUAGES) else "nl"

    @property
    def is_possible(self) -> bool:
        post = self.post
        return post.is_shared and not post.student_id and not hasattr(post, "withdrawal")

    @property
    def languages(self) -> list[tuple[str, str]]:
        return [(code, str(name)) for code, name in settings.LANGUAGES]

    @property
    def direction(self) -> str:
        return "rtl" if self.language in settings.LANGUAGES_BIDI else "ltr"

    @cached_property
    def told(self) -> Told:
        (told,) = read_in(self.language, [self.post.texts], now=self.viewer.now)
        return told

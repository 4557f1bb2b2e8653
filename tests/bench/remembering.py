"""Inside the installation: the second reader reads Turkish, and all her news was translated."""

import json

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.models import Translation
from driehoek.base.core.clock import now
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Comment, Post

LANGUAGE = "tr"


def main(people: str) -> None:
    """Prints how many texts there are in her language now."""
    told = json.loads(people)
    reader = Person.objects.get(pk=sorted(told["readers"])[1])
    Person.objects.filter(pk=reader.pk).update(language=LANGUAGE)
    viewer, at = Viewer(reader, "home", now()), now()
    news = Post.objects.visible_to(viewer).published(at)[:200]
    said = Comment.objects.filter(post=told["post"]).select_related("post")
    texts = {text for thing in [*news, *said] for text in thing.texts.values()}
    rows = [Translation.of(text, LANGUAGE, at=at) for text in texts]
    for row in rows:
        row.state, row.words = Translation.State.DONE, f"Türkçe: {row.original}"
    Translation.objects.bulk_create(rows, ignore_conflicts=True)
    print(len(rows))

"""What a sheet still lacks before it can be shared, by kind of post: a field, and a sentence that helps."""

from collections.abc import Iterator

from django.utils.translation import gettext, gettext_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.hours import is_school_day
from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.models.kinds import OF_ONE_CHILD
from driehoek.features.feed.naming import names_a_pupil

WANTED = {
    Kind.LESSON: ("practice", gettext_lazy("Schrijf wat een kind thuis kan doen.")),
    Kind.HOMEWORK: ("due_on", gettext_lazy("Kies de dag waarop het af is.")),
    Kind.LINKS: ("link", gettext_lazy("Plak de link erbij.")),
}


def missing(post: Post, viewer: Viewer, *, has_photos: bool) -> Iterator[tuple[str, str]]:
    if not (post.title or post.text or has_photos):
        yield "text", gettext("Schrijf eerst wat jullie deden.")
    wanted = WANTED.get(Kind(post.kind))
    if wanted and not getattr(post, wanted[0]):
        yield wanted[0], str(wanted[1])
    if post.kind == Kind.HOMEWORK and post.due_on and not is_school_day(post.due_on, post.school):
        yield "due_on", gettext("Dan is er geen school. Kies een schooldag.")
    if post.student_id and post.kind not in OF_ONE_CHILD:
        yield "kind", gettext("Dit soort bericht is voor de hele groep.")
    if not post.student_id and post.kind == Kind.COMPLIMENT:
        yield "kind", gettext("Een compliment is voor één kind. Kies voor wie.")
    if post.kind == Kind.CLIMATE and names_a_pupil(f"{post.title} {post.text}", post, viewer):
        yield "text", gettext("Noem geen kind bij naam. Dit gaat over de hele groep.")

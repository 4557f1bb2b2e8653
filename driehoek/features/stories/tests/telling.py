"""Stories for the tests: what Naima tells about Yusuf, to the teacher or to the class."""

from driehoek.features.stories.models import Story
from tests.cast import Cast


def told(cast: Cast, text: str = "Yusuf bouwde een brug van dozen", **choices: object) -> Story:
    """By Naima unless somebody else is named."""
    by, student = choices.pop("by", cast.naima), choices.pop("student", cast.yusuf)
    story = Story.begin(student, cast.groep_5, text, by=by, at=cast.now)  # type: ignore[arg-type]
    said = {"who": "", "for_class": False, "in_circle": False, "at_home": False} | choices
    story.send(**said, by=by, at=cast.now)  # type: ignore[arg-type]
    return story


def readers(cast: Cast, *people: str) -> set[str]:
    """Who of these see any story, in the hat they usually wear."""
    return {name for name in people if Story.objects.visible_to(cast.viewer(getattr(cast, name))).exists()}

"""Work and goals for the tests, as Yusuf makes them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.portfolio.models import Echo, Goal, Sharing, Work
from tests.cast import Cast

BY_CARD = "by_card"


def photo(name: str = "vulkaan.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encoded(corners()), "image/jpeg")


def made(cast: Cast, whom: str = "home", *, title: str = "Mijn vulkaan", looked: bool = True) -> Work:
    """By Yusuf for groep 5; his teacher has looked at it unless it is said otherwise."""
    work = Work.add(
        cast.yusuf, cast.groep_5, title, "Zo werkt lava.", by=cast.yusuf, at=cast.now, sharing=Sharing(whom)
    )
    if looked:
        work.approve(by=cast.anouk, at=cast.now)
    return work


def chosen(cast: Cast, whom: str = "home", text: str = "Ik wil de tafel van 7 snel weten.") -> Goal:
    helping = "Vraag 3 sommen bij het tandenpoetsen."
    return Goal.choose(cast.yusuf, cast.groep_5, text, helping, whom, by=cast.yusuf, at=cast.now)


def readers(cast: Cast, *people: str) -> set[str]:
    """Who of these see any work, in the hat they usually wear."""
    return {name for name in people if Work.objects.visible_to(cast.viewer(getattr(cast, name))).exists()}


def hearers(cast: Cast, *people: str) -> set[str]:
    return {name for name in people if Echo.objects.visible_to(cast.viewer(getattr(cast, name))).exists()}

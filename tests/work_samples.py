"""The same as samples.py, for the portfolio of Yusuf and the photos with him."""

from collections.abc import Callable

from driehoek.features.portfolio.models import Parcel
from tests.oracle.life import Life

Arguments = tuple[object, ...]


def of_yusuf(life: Life) -> Arguments:
    return (life.cast.yusuf.pk,)


def work(life: Life) -> Arguments:
    """What he made for home."""
    return (life.cast.yusuf.pk, life.portfolios.works["for home"].pk)


def goal(life: Life) -> Arguments:
    return (life.cast.yusuf.pk, life.portfolios.goals["of Yusuf"].pk)


def theme(life: Life) -> Arguments:
    """What groep 5 works on."""
    return (life.portfolios.periods["groep 5"].pk,)


def theme_of_yusuf(life: Life) -> Arguments:
    return (*of_yusuf(life), *theme(life))


def echo(life: Life) -> Arguments:
    """What Naima answered."""
    return (life.portfolios.echoes["by Naima"].pk,)


def bundle(life: Life) -> Arguments:
    """What Naima puts together."""
    return (life.cast.yusuf.pk, life.portfolios.bundles["by Naima"].pk)


def parcel(life: Life) -> Arguments:
    """Of that, which is not made yet."""
    asked = Parcel.ask(life.portfolios.bundles["by Naima"], life.cast.viewer(life.cast.naima, "home"))
    return (asked.token, "zip")


def groep_5(life: Life) -> Arguments:
    return (life.cast.groep_5.pk,)


def photo_of_news(life: Life) -> Arguments:
    """Everybody on it may be shown."""
    return (life.posts["news"].pk, life.photos["clear"].pk)


OF_WORK: dict[Callable[[Life], Arguments], str] = {
    of_yusuf: "feed:with_child portfolio:of_child portfolio:goal_for portfolio:bundles",
    work: "portfolio:work portfolio:work_echo portfolio:sharing portfolio:words portfolio:removal",
    goal: "portfolio:goal portfolio:goal_echo portfolio:step portfolio:goal_words portfolio:goal_removal",
    echo: "portfolio:echo_removal",
    photo_of_news: "feed:names",
    groep_5: "portfolio:waiting portfolio:periods",
    theme: "portfolio:period_change portfolio:period_removal",
    theme_of_yusuf: "portfolio:period portfolio:standing portfolio:laying",
    bundle: "portfolio:bundle portfolio:progress portfolio:bundle_removal",
    parcel: "portfolio:parcel",
}

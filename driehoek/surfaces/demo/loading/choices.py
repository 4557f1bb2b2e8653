"""How parents of the demo hear of school, where they chose otherwise."""

from driehoek.backbone.notifications.preferences import prefer
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read


def choose_news(people: People) -> None:
    """Everything in demo/news.toml."""
    for row in read("news.toml")["choice"]:
        person, child = people[row["by"]], people[row["child"]] if "child" in row else None
        for kind in row["kinds"]:
            prefer(person, category=kind, channel=row["road"], rhythm=row["rhythm"], student=child)

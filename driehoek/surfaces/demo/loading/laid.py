"""Work and results that lie beside the points of a talk that comes."""

from django.apps import apps

from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.features.talks.models import Point
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read


def lay_beside_points(people: People) -> None:
    """Its rows by the names of their models: no surface imports another."""
    beside_work, beside_result = (apps.get_model("discussed", name) for name in ("PointWork", "PointResult"))
    for row in read("school_talks.toml")["laid"]:
        student = people[row["student"]]
        point = Point.objects.get(
            side__talk__student=student, side__person=people[row["by"]], words=row["point"]
        )
        for work in Work.objects.filter(student=student, title__in=row.get("works", ())):
            beside_work.objects.create(point=point, work=work)
        for result in Result.objects.filter(student=student, item__title__in=row.get("results", ())):
            beside_result.objects.create(point=point, result=result)

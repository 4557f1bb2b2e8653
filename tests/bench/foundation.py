"""Inside the installation: a board with empty schools, which a roster will fill."""

from django.core.management import call_command

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, School


def main(schools: str, what: str = "found") -> None:
    """Found the schools, or count the people: prints the number of them."""
    if what == "found":
        call_command("migrate", verbosity=0)
        board = Board.objects.create(name="Stichting De Meetlat")
        for number in range(int(schools)):
            School.objects.create(board=board, name=f"School {number}", sector="primary")
    print(Person.objects.count())

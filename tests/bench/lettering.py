"""Inside the installation: a block for each group of one school, three for all, a letter for everybody."""

import json
import time
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext

from driehoek.base.core.clock import now
from driehoek.facts.schools.models import Appointment, School
from driehoek.features.newsletters.copying import copy_due
from driehoek.features.newsletters.labels import running
from driehoek.features.newsletters.models import Block, Copy, Kind, Newsletter
from driehoek.features.newsletters.models.block import Said, Tags

FOR_ALL = 3
WORDS = "Wij werkten deze week aan iets moois. Kom het gerust bekijken, het staat in de klas. " * 3


def main() -> None:
    at, school = now(), School.objects.order_by("pk")[1]  # the first is the small one
    by = Appointment.objects.filter(school=school).order_by("pk")[0].person
    newsletter = Newsletter.begin(school, "Nieuws van school", token=uuid.uuid4(), by=by, at=at)
    tags = [*(Tags((group,)) for group in running(school, at)), *[Tags()] * FOR_ALL]
    for number, one in enumerate(tags):
        said = Said(title=f"Blok {number}", text=WORDS)
        Block.add(newsletter, Kind.WORK, said, one, token=uuid.uuid4(), by=by, at=at)
    newsletter.send(by=by, at=at, due_at=at)
    with CaptureQueriesContext(connection) as asked:
        begun = time.process_time()
        copy_due(at)
        taken = time.process_time() - begun
    readers = Copy.objects.filter(newsletter=newsletter).count()
    print(json.dumps({"readers": readers, "cpu": taken, "queries": len(asked) / max(readers, 1)}))

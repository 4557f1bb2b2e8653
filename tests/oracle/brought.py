"""Files with absences that the offices of the cast handed in, and what one of them brought."""

from django.core.files.uploadedfile import SimpleUploadedFile

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey, School
from driehoek.features.absences.bringing import agree, compare
from driehoek.features.absences.models import Absence, Upload
from tests.cast import NOW, TODAY, Cast
from tests.oracle.canaries import Plant

HEAD = "Leerlingnummer;Datum;Soort;Van;Tot;Vak\n"


class Brought:
    """`uploads` by name: one waits with a line that cannot be read, of one somebody took the lines over."""

    def __init__(self, cast: Cast, plant: Plant) -> None:
        self.plant = plant
        self.uploads: dict[str, Upload] = {}
        odd = plant("a kind of absence in the file of De Vlieger")
        waiting = self._hand_in(cast.vlieger, cast.yusuf, odd, "Rekenen", by=cast.marja)
        plant.belongs("upload", waiting.pk, odd)
        subject = plant("a subject in the file of Het Kompas")
        agreed = self._hand_in(cast.kompas, cast.adam, "Te laat", f"Vak {subject}", by=cast.peter)
        agree(agreed, compare(agreed, TODAY).digest, by=cast.peter, now=NOW)
        self.absences = {"adam late, from a file": Absence.objects.get(student=cast.adam)}
        for absence in self.absences.values():
            plant.belongs("absence", absence.pk, subject)

    def _hand_in(self, school: School, student: Person, reason: str, subject: str, *, by: Person) -> Upload:
        key = ExternalKey.objects.get(school=school, person=student).key
        text = f"{HEAD}{key};18-11-2026;{reason};08:30;08:45;{subject}\n"
        file = SimpleUploadedFile("afwezig.csv", text.encode())
        upload = Upload.receive(school, [file], source="Magister", by=by, at=NOW)  # home may read its name
        self.uploads[f"of {school}"] = upload
        return upload

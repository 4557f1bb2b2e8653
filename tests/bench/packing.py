"""Inside the installation, on one core: a student's three hundred works are packed to be taken along."""

import io
import json
import os
import resource
import time

from PIL import Image

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media import files
from driehoek.backbone.media.models import Photo
from driehoek.base.core.clock import now
from driehoek.facts.schools.models import Enrolment
from driehoek.features.portfolio.models import Bundle, Chosen, Parcel, Sharing, Work
from driehoek.features.portfolio.packing import pack_next

WORKS, WORDS = 300, "Wij bouwden een brug van papier. De brug met driehoeken was het sterkst. " * 4


def main(people: str) -> None:
    """Prints seconds and megabytes as JSON."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    place = Enrolment.objects.select_related("student", "group__school").order_by("pk")[0]
    student, group, at = place.student, place.group, now()
    bundle = Bundle.begin(student, group.school, "Mijn jaar", by=student, hat="home", at=at)
    first = Photo.take(noise(), school=group.school, by=student, at=at)
    kept = {size: files.path(first.token, size).read_bytes() for size in files.SIZES}
    chosen = []
    for number in range(WORKS):
        photo = first if number == 0 else copied(first, kept)
        title = f"Werk {number}"
        work = Work.add(
            student, group, title, WORDS, by=student, at=at, sharing=Sharing("home"), photos=[photo]
        )
        chosen.append(Chosen(work, "Hier leerde ik veel van."))
    Photo.objects.update(checked_at=at)
    bundle.fill("Mijn jaar", chosen)
    Parcel.ask(bundle, Viewer(student, "home", at))
    began = time.perf_counter()
    assert pack_next(clock=now)
    took = time.perf_counter() - began
    assert Parcel.objects.filter(bundle=bundle, is_ready=True, done=WORKS).exists()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"packed": took, "memory": memory}))


def noise() -> io.BytesIO:
    """Nothing that packs well: as a photo of a class."""
    out = io.BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(out, "JPEG", quality=80)
    out.seek(0)
    return out


def copied(first: Photo, kept: dict[int, bytes]) -> Photo:
    photo = Photo(school=first.school, uploaded_by=first.uploaded_by, created_at=first.created_at)
    photo.width, photo.height, photo.colour = first.look
    files.write(photo.token, kept)
    photo.save(force_insert=True)
    return photo

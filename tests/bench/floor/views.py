"""Session, user, one query of twenty rows, one template of 22 KB."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tests.bench.floor.models import Note


@login_required
def floor(request: HttpRequest) -> HttpResponse:
    notes = Note.objects.filter(reader=request.user.pk).order_by("-out_at")[:20]
    return render(request, "floor/page.html", {"notes": notes})

"""Signing in with six digits, and leaving again."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from driehoek.base.core.clock import day_of
from driehoek.base.shell.pages import page, require_form
from driehoek.features.entry.asking import ask_for_code, asked_here, forget_request
from driehoek.features.entry.forms import AddressForm, SixDigitsForm
from driehoek.features.entry.limits import WRONG_CODES, allowed, is_spent
from driehoek.features.entry.models import SignInCode
from driehoek.features.entry.moments import moment_of, viewer_at
from driehoek.features.entry.opening import SIGN_ON
from driehoek.features.entry.people import persons_at
from driehoek.features.entry.signing_in import enter


@login_not_required
@never_cache
@require_form
def signin(request: HttpRequest) -> HttpResponse:
    """One field. What follows is the same for an address that nobody has."""
    if viewer_at(request):
        return redirect("/")
    form = AddressForm(request.POST or None)
    if form.is_valid():
        if not ask_for_code(request, form.cleaned_data["address"], now=moment_of(request)):
            return page(request, "entry/too_often.html", status=429)
        return redirect("entry:code")
    return page(request, "entry/signin.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
@never_cache
@require_form
def code(request: HttpRequest) -> HttpResponse:
    """The six digits, in the browser that asked for them."""
    now, asked = moment_of(request), asked_here(request)
    if asked is None or asked.used_at:
        return redirect("entry:signin")
    form = SixDigitsForm(request.POST or None)
    if form.is_valid():
        if is_spent(WRONG_CODES, request, now=now):
            return page(request, "entry/too_often.html", status=429)
        if asked.spend(form.cleaned_data["code"], now=now):
            return who_is_it(request, asked)
        allowed(WRONG_CODES, request, now=now)  # counts
        form.add_error("code", _("Deze code klopt niet, of hij is te oud."))
    borrowed = (request.POST if form.is_bound else request.session).get("borrowed")
    context = {"form": form, "over": asked.is_over(now), "borrowed": borrowed}
    return page(request, "entry/code.html", context, status=422 if form.errors else 200)


def who_is_it(request: HttpRequest, asked: SignInCode) -> HttpResponse:
    """One person at the address is in; two are asked which of them it is."""
    now, borrowed = moment_of(request), "borrowed" in request.POST
    persons = persons_at(asked.address, day=day_of(now))
    if len(persons) == 1:
        enter(request, persons[0], now=now, borrowed=borrowed)
        return redirect("/")
    request.session["borrowed"] = borrowed
    return redirect("entry:who" if persons else "entry:signin")


@login_not_required
@never_cache
@require_form
def who(request: HttpRequest) -> HttpResponse:
    """Two adults may share one address: "Wie ben jij?"."""
    now, asked = moment_of(request), asked_here(request)
    if asked is None or not asked.was_proved(now):
        return redirect("entry:signin")
    persons = persons_at(asked.address, day=day_of(now))
    chosen = [person for person in persons if str(person.pk) == request.POST.get("person")]
    if chosen:
        borrowed = bool(request.session.get("borrowed"))
        forget_request(request)
        enter(request, chosen[0], now=now, borrowed=borrowed)
        return redirect("/")
    return page(request, "entry/who.html", {"persons": persons})


@login_not_required
@never_cache
@require_form
def signout(request: HttpRequest) -> HttpResponse:
    """Leaving empties this browser: the next one at the family tablet finds nothing."""
    if request.method != "POST":
        return page(request, "entry/signout.html")
    board = request.session.get(SIGN_ON)
    logout(request)
    response = redirect("entry:sign_on_left", board) if board else redirect("entry:signin")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response

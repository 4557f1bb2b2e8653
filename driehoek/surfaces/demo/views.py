"""One click to be somebody of the cast, and a look into everyone's post. Only in the demo."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from demo.drawings.people import portrait
from driehoek.backbone.letterbox.door import receive
from driehoek.base.core.clock import day_of
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.entry.moments import moment_of
from driehoek.features.entry.signing_in import enter
from driehoek.surfaces.demo.identity import NAME, colleagues, document, keys, token_for, way_back
from driehoek.surfaces.demo.letters import letters, print_again
from driehoek.surfaces.demo.pocket import find_phone, phones
from driehoek.surfaces.demo.postbox import Mail, ReplyForm, digests, find_mail, mails
from driehoek.surfaces.demo.visitors import corners, find_person, works_at_school

ALONE = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@login_not_required
@require_safe
def cast(request: HttpRequest) -> HttpResponse:
    return page(request, "demo/cast.html", {"corners": corners()})


@login_not_required
@require_safe
def entrance(request: HttpRequest, key: str) -> HttpResponse:
    """A link that signs in: that is what a demo is for, and why it has no other people in it."""
    person = find_person(key)
    if person is None:
        raise Http404
    now = moment_of(request)
    enter(request, person, now=now, strong=works_at_school(person, day_of(now)))
    return redirect("/")


@login_not_required
@require_safe
def drawing(request: HttpRequest, key: str) -> HttpResponse:
    """The drawn face beside a name on the first page; before anybody is signed in there is no portrait."""
    response = HttpResponse(portrait(key), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    return response


@login_not_required
@require_safe
def postbox(request: HttpRequest) -> HttpResponse:
    context = {"mails": mails(), "digests": digests(), "letters": letters(), "phones": phones()}
    return page(request, "demo/postbox.html", context)


@login_not_required
@require_form
def phone(request: HttpRequest, digits: str) -> HttpResponse:
    """A telephone of somebody else in one's hand: what came, and what one texts back."""
    found = find_phone(digits)
    if found is None:
        raise Http404
    if request.method == "POST" and (text := request.POST.get("text", "").strip()):
        found.answer(text)
        return redirect("demo:phone", digits)
    is_empty = request.method == "POST"
    context = {"phone": found, "is_empty": is_empty}
    return page(request, "demo/phone.html", context, status=422 if is_empty else 200)


@login_not_required
@require_form
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Looking prints it anew; who comes by its address alone chooses again."""
    if request.method != "POST":
        messages.info(request, _("Kies de brief hier. Elke keer komt er een nieuwe code op."))
        return redirect("demo:postbox")
    printed = print_again(pk, moment_of(request))
    if printed is None:
        raise Http404
    return page(request, "demo/letter.html", {"printed": printed})


@login_not_required
@require_form
def mail(request: HttpRequest, key: str) -> HttpResponse:
    """POST answers it, as the mail program of its reader would: what she typed comes in at the one door."""
    mail, form = found(key), ReplyForm(posted(request))
    is_read = mail.is_read_by_school(moment_of(request))
    if form.is_valid() and is_read:
        receive(mail.answered(form.cleaned_data["text"]), [mail.reply_to], at=moment_of(request))
        messages.success(request, _("Je mail is weg. Kijk in de postbus of in het gesprek."))
        return redirect("demo:mail", key)
    context = {"mail": mail, "form": form if is_read else None, "send": _("Verstuur")}
    return page(request, "demo/mail.html", context, status=422 if request.method == "POST" else 200)


@login_not_required
@require_safe
def mail_html(request: HttpRequest, key: str) -> HttpResponse:
    """What a mail program would show, where no script runs and nothing of the portal can be reached."""
    return HttpResponse(found(key).html, headers={"Content-Security-Policy": ALONE})


def found(key: str) -> Mail:
    mail = find_mail(key)
    if mail is None:
        raise Http404
    return mail


@login_not_required
@require_form
def identity(request: HttpRequest) -> HttpResponse:
    """The page of the board's own sign-in service: who works there today."""
    people = colleagues(day_of(moment_of(request)))
    chosen = [one for one in people if str(one.pk) == request.POST.get("person")]
    if chosen and (address := way_back(request, chosen[0])):
        return HttpResponseRedirect(address)
    status = 422 if request.method == "POST" else 200
    return page(request, "demo/identity.html", {"people": people, "name": NAME}, status=status)


@login_not_required
@require_safe
def identity_document(request: HttpRequest) -> JsonResponse:
    return JsonResponse(document())


@login_not_required
@require_safe
def identity_keys(request: HttpRequest) -> JsonResponse:
    return JsonResponse(keys())


@csrf_exempt
@login_not_required
@require_POST
def identity_token(request: HttpRequest) -> JsonResponse:
    """From computer to computer, with the secret of the client: no browser comes here."""
    token = token_for(request.POST, moment_of(request))
    said = {"id_token": token, "access_token": "demo", "token_type": "Bearer"}
    return JsonResponse(said if token else {"error": "invalid_grant"}, status=200 if token else 400)

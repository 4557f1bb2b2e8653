"""What allauth asks of us: who gets in how, and what its pages may say."""

import io
import logging
from typing import Any  # allauth's own signatures

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.messages import ERROR
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.features.entry.jobs import tell_of_change
from driehoek.features.entry.limits import PASSWORDS_OF_NAME, PASSWORDS_OF_SOURCE, allowed
from driehoek.features.entry.moments import moment_of
from driehoek.features.entry.opening import is_closed_to_passwords
from driehoek.features.entry.people import SECOND, signs_in_for_school, works_at_a_school
from driehoek.features.entry.second_factor import must_set_up
from driehoek.features.entry.sign_on import came_on
from driehoek.features.entry.signing_in import enter

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Password and passkey: for who works at a school; a passkey also for a guardian who wants one."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Deze naam en dit wachtwoord horen niet bij elkaar."),
        "too_many_login_attempts": _("Te vaak geprobeerd. Wacht 10 minuten."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "incorrect_code": _("Deze code klopt niet."),
        "rate_limited": _("Te vaak geprobeerd. Wacht even."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Person) -> None:
        """Password or passkey was right, and the second factor if there is one."""
        now = moment_of(request)
        methods = [record["method"] for record in get_authentication_records(request, user)]
        if came_on(request, user, strong="mfa" in methods, now=now):
            return
        at_work = user.has_usable_password() and works_at_a_school(user, day=day_of(now))
        if at_work and is_closed_to_passwords(user, day=day_of(now)):
            messages.error(request, _("Jouw school vraagt om je werkaccount. Log daarmee in."))
            raise ImmediateHttpResponse(redirect("account_login"))
        enter(request, user, now=now, strong=at_work and "mfa" in methods)
        if at_work and "mfa" not in methods:
            must_set_up(request, now=now)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Without a password there is nothing to show again; she gets a mail about every change."""
        return bool(self.request.user.has_usable_password())

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index") if request.session.get("must_set_up") else "/"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        now, name = moment_of(request), str(credentials.get("username", "")).lower()
        within = allowed(PASSWORDS_OF_SOURCE, request, now=now) and PASSWORDS_OF_NAME.allows(name, now=now)
        if not within:
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """For whoever watches the log. No name: people type their password there, too."""
        logger.warning("password refused")

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Only what went wrong; that something worked, the next page shows."""
        if level >= ERROR:
            super().add_message(request, level, *args, **kwargs)

    def send_notification_mail(self, template_prefix: str, user: Person, *args: Any, **kwargs: Any) -> None:
        tell_of_change.enqueue(user.pk)


class MFAAdapter(DefaultMFAAdapter):
    """The second factor."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("Zet eerst een andere tweede stap aan. Haal daarna deze weg."),
        "incorrect_code": _("Deze code klopt niet."),
    }

    def get_totp_issuer(self) -> str:
        return "Driehoek"

    def get_totp_label(self, user: Person) -> str:
        return user.login_name or user.given_name

    def build_totp_svg(self, url: str) -> str:
        """A whole SVG file, because the page shows it as a picture of its own."""
        picture = io.BytesIO()
        segno.make(url, micro=False).save(picture, kind="svg", xmldecl=False, border=2, scale=5)
        return picture.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Who works at a school keeps at least one."""
        if not signs_in_for_school(authenticator.user):
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=SECOND)
        return others.exclude(pk=authenticator.pk).exists()

"""The words of what entry sends. No subject and no invitation names a school or a child."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.letter import Letter
from driehoek.features.entry.codes import shown


def code_mail(digits: str) -> Letter:
    """The six digits. The address beside them is in the mail as well: links fail inside some apps."""
    return Letter(
        subject=_("Je code voor Driehoek"),
        greeting=_("Hallo,"),
        paragraphs=(
            _("Dit is je code. Typ hem op de pagina waar je hem vroeg."),
            _("De code werkt 10 minuten. Geef hem aan niemand."),
        ),
        code=digits,
        why=_("Vroeg je geen code? Doe dan niets. Niemand komt binnen zonder deze mail."),
    )


def school_mail() -> Letter:
    """For who works at a school and is no parent: a mailbox alone opens nothing there."""
    return Letter(
        subject=_("Inloggen bij Driehoek"),
        greeting=_("Hallo,"),
        paragraphs=(_("Werk je op school? Log dan in met je wachtwoord of met een passkey."),),
        action=_("Inloggen voor school"),
        path=reverse("account_login"),
        why=_("Iemand vroeg op dit adres een code. Was jij dat niet? Doe dan niets."),
    )


def invitation_mail(code: str) -> Letter:
    return Letter(
        subject=_("Een uitnodiging voor Driehoek"),
        greeting=_("Hallo,"),
        paragraphs=(
            _("Er staat nieuws voor je klaar. Tik op de knop. Kies daarna je taal."),
            _("Je hoeft niets te onthouden. Werkt de knop niet? Typ dan deze code op de pagina."),
        ),
        code=shown(code),
        action=_("Open Driehoek"),
        path=reverse("entry:welcome", args=[shown(code)]),
        why=_("Deze code werkt 14 dagen. Hij is alleen voor jou. Stuur hem niet door."),
    )


def staff_mail(code: str) -> Letter:
    return Letter(
        subject=_("Je toegang tot Driehoek"),
        greeting=_("Hallo,"),
        paragraphs=(_("Kies je wachtwoord. Daarna stel je een tweede stap in, op je telefoon."),),
        action=_("Kies een wachtwoord"),
        path=reverse("entry:staff_start", args=[shown(code)]),
        why=_("Deze link werkt 7 dagen en één keer. Stuur hem niet door."),
    )


def changed_mail() -> Letter:
    """Something about signing in changed (OWASP ASVS 5.0, 6.3.7)."""
    return Letter(
        subject=_("Inloggen bij Driehoek is veranderd"),
        greeting=_("Hallo,"),
        paragraphs=(
            _("Zojuist is de manier waarop je inlogt veranderd."),
            _("Was jij dat niet? Bel dan meteen je school."),
        ),
        why=_("Deze mail komt altijd als er iets aan het inloggen verandert."),
    )


def arrived_mail() -> Letter:
    """Somebody is in with her letter, for the first time. It may have been in other hands."""
    return Letter(
        subject=_("Welkom bij Driehoek"),
        greeting=_("Hallo,"),
        paragraphs=(
            _("Zojuist kwam iemand binnen met jouw brief."),
            _("Was jij dat niet? Bel dan meteen je school."),
        ),
        why=_("Deze mail komt één keer. Inloggen kan nu ook met een code per e-mail."),
    )

"""What the ways in say aloud, also to who cannot read them yet."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "entry:welcome",
    _("Welkom"),
    _("Kies je taal"),
    _("Stap 1 van 2. Je hoeft niets te onthouden."),
    _("Verder"),
)
explained(
    "entry:birthday",
    _("Klopt dit?"),
    _("Wanneer is je kind jarig?"),
    _("Dag"),
    _("Maand"),
    _("Dit is niet mijn telefoon"),
    _("Dan ben je hier één uur ingelogd."),
    _("Verder"),
)
explained(
    "entry:name",
    _("Klopt dit?"),
    _("Hoe heet je kind?"),
    _("Voornaam van je kind"),
    _("Dit is niet mijn telefoon"),
    _("Dan ben je hier één uur ingelogd."),
    _("Verder"),
)
explained(
    "entry:code_form",
    _("Ik heb een brief"),
    _("Code uit de brief"),
    _("8 letters en cijfers. Een 0 of een 1 komt er niet in voor."),
)
explained(
    "entry:signin",
    _("Inloggen"),
    _("Je krijgt een code van 6 cijfers. Je hoeft niets te onthouden."),
    _("Stuur mij een code"),
    _("Ik heb een brief met een code"),
    _("Ik werk op school"),
)
explained(
    "entry:code",
    _("Vul de code in"),
    _("Kent de school je e-mailadres? Dan is de code onderweg. Kijk in je mail."),
    _("6 cijfers"),
    _("Dit is niet mijn telefoon"),
    _("Dan ben je hier één uur ingelogd."),
    _("Geen code? Vraag een nieuwe"),
    _("Kijk ook bij ongewenste mail. Komt er niets? Dan kent de school een ander adres. Bel de school."),
)
explained("entry:who", _("Wie ben jij?"), _("Op dit e-mailadres komt nieuws voor meer mensen."))
explained(
    "entry:another",
    _("Goed, dat regelen wij."),
    _("De nieuwe code komt per e-mail. Of je krijgt een brief van school."),
)
explained(
    "entry:too_often",
    _("Wacht even."),
    _("Het ging een paar keer snel achter elkaar. Probeer het straks nog een keer."),
)
explained("entry:card", _("Is dit jouw kaart? Dan mag je naar binnen."), _("Dit is mijn kaart"))
explained(
    "entry:used",
    _("Deze code is al gebruikt."),
    _("Log in met je e-mailadres. Lukt dat niet? Vraag een nieuwe code."),
)
explained("entry:stopped", _("Dit lukte niet."), _("De school weet het en helpt je verder. Bellen mag ook."))
explained(
    "entry:unknown", _("Deze code kennen wij niet."), _("Kijk nog eens op de brief. Typ de code opnieuw.")
)
explained("entry:old", _("Deze code is oud."), _("Wij maken graag een nieuwe."), _("Stuur mij een nieuwe"))
explained(
    "entry:ask_office",
    _("Je was hier al eens."),
    _("Wij kennen je e-mailadres niet. Vraag een nieuwe brief bij de administratie van de school."),
)

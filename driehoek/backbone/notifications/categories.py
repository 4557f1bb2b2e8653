"""Kinds of news a person can switch on and off. A notice without one cannot be written."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    NEWS = "news", _("Nieuws uit de klas en van school")
    LETTER = "letter", _("De nieuwsbrief van school")
    TASKS = "tasks", _("Vragen waar wij je antwoord op nodig hebben")
    ABSENCES = "absences", _("Ziek, weg en verlof")
    TALKS = "talks", _("Gesprekken met school")
    RESULTS = "results", _("Resultaten van je kind")
    CAREER = "career", _("Opdrachten om thuis samen te doen")
    REPLIES = "replies", _("Reacties en antwoorden")
    INFORMAL = "informal", _("Gewoon leuk: kleine berichten tussendoor")
    THINKING = "thinking", _("Meedenken met school")


class Offer(models.TextChoices):
    """How a school sends one kind of news."""

    USUALLY = "usually", _("Ja, tot iemand nee zegt")
    ON_REQUEST = "on_request", _("Alleen wie het vraagt")
    ALWAYS = "always", _("Altijd")
    NEVER = "never", _("Nooit")


class Readers(models.TextChoices):
    GUARDIANS = "guardians", _("Ouders")
    STUDENTS = "students", _("Leerlingen")
    STAFF = "staff", _("Medewerkers")


NEVER_LATE = {Category.ABSENCES, Category.TALKS}  # one hears these at once, unless one chose so of that kind
A_WEEK = {Category.RESULTS, Category.CAREER}  # comes once a week, where nobody chose otherwise
ON_REQUEST = {Category.INFORMAL, Category.THINKING}  # where no school says otherwise


def may_be(category: str) -> list[tuple[str, str]]:
    """How a school may send it. What is just nice to know is never forced on anybody."""
    refused = {Offer.ALWAYS} if category == Category.INFORMAL else set()
    return [(offer.value, str(offer.label)) for offer in Offer if offer not in refused]


def offered(category: str) -> Offer:
    """Where no school says otherwise."""
    return Offer.ON_REQUEST if category in ON_REQUEST else Offer.USUALLY

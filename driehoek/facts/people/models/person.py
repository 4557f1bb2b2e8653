"""Anyone the portal knows, with or without a way to sign in."""

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.ages import age_on

if TYPE_CHECKING:
    from driehoek.facts.people.models.portrait import Portrait

BESIDE_THE_NAME = (
    "password", "last_login", "birth_date", "email", "mobile", "login_name", "is_active",
    "theme", "text_size", "high_contrast",
)  # fmt: skip


def only_named(*paths: str) -> tuple[str, ...]:
    """For defer(): of who stands behind these paths a page shows a name, so no more of them is fetched."""
    return tuple(f"{path}__{field}" for path in paths for field in BESIDE_THE_NAME)


class Theme(models.TextChoices):
    AUTO = "auto", _("Vanzelf")
    LIGHT = "light", _("Licht")
    DARK = "dark", _("Donker")


class TextSize(models.TextChoices):
    NORMAL = "normal", _("Gewoon")
    LARGE = "large", _("Groot")
    LARGEST = "largest", _("Grootst")


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(login_name=username)


class Person(AbstractBaseUser):
    """A guardian, a student, someone who works at a school, or several of these at once.

    An address is not a person: two adults may share one, and an adult may have none.
    """

    given_name = models.CharField(max_length=80)
    infix = models.CharField(max_length=20, blank=True)  # tussenvoegsel: "van", "el"
    family_name = models.CharField(max_length=80, blank=True)
    called = models.CharField(max_length=80, blank=True)  # how a class knows her: "Juf Anouk"
    birth_date = models.DateField(null=True, blank=True)
    email = models.EmailField(blank=True, db_index=True)
    mobile = models.CharField(max_length=20, blank=True, db_index=True)
    login_name = models.CharField(max_length=150, unique=True, null=True, blank=True)  # staff only
    is_active = models.BooleanField(default=True)

    language = models.CharField(max_length=8, default="nl")
    theme = models.CharField(max_length=6, choices=Theme.choices, default=Theme.AUTO)
    text_size = models.CharField(max_length=8, choices=TextSize.choices, default=TextSize.NORMAL)
    high_contrast = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(Lower("email"), name="people_by_mailbox")]  # in capitals or not

    USERNAME_FIELD = "login_name"
    EMAIL_FIELD = "email"
    objects = PersonManager()

    def __str__(self) -> str:
        return f"Person {self.pk}"  # never a name: this ends up in logs

    @property
    def full_name(self) -> str:
        names = " ".join(filter(None, (self.given_name, self.infix, self.family_name)))
        return names or gettext("Iemand")

    @property
    def name(self) -> str:
        """How a page names this person: "Juf Anouk", or the given name; who was emptied is somebody."""
        return self.called or self.given_name or gettext("Iemand")

    @property
    def initials(self) -> str:
        return (self.given_name[:1] + self.family_name[:1]).upper()

    @property
    def face(self) -> "Portrait | None":
        """The portrait, if there is one; lists fetch it along with select_related("portrait")."""
        return getattr(self, "portrait", None)

    def has_usable_password(self) -> bool:
        """An imported person has an empty password, which Django takes for a usable one."""
        return bool(self.password) and super().has_usable_password()

    def age(self, day: dt.date) -> int | None:
        """In whole years on that day; None when the birth date is not known."""
        return None if self.birth_date is None else age_on(self.birth_date, day)

    def speak(self, language: str) -> None:
        """Choose the language in which everything comes."""
        self.language = language
        self.save(update_fields=["language"])

    def look(self, *, theme: str, text_size: str, high_contrast: bool) -> None:
        """Choose how pages look."""
        self.theme, self.text_size, self.high_contrast = theme, text_size, high_contrast
        self.save(update_fields=["theme", "text_size", "high_contrast"])

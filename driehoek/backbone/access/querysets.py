"""How a model joins the policy: inherit, and say its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.rules.rule import Names, fits_nothing
from driehoek.backbone.access.viewer import Viewer

Row = TypeVar("Row", bound=models.Model)
ALLOWED = "is_allowed_to"  # a column beside a row
Look = Callable[[Any, Viewer], Any]  # from rows to the same rows and what comes with them; of any model


def rows(model: type[Row], viewer: Viewer, *, may: str, among: Names | None = None) -> models.QuerySet[Row]:
    """Rows on which this viewer may do that. For the facts, which lie below the policy and cannot inherit."""
    rule = POLICY[f"{model._meta.label_lower}.{may}"]
    rule = rule if among is None else rule.among(among)
    return model._default_manager.filter(rule.rows_for(viewer))


@dataclass(frozen=True)
class Having(Generic[Row]):
    """The question about one row with which nearly every page begins; prepared, it is put together once."""

    model: type[Row]
    may: str
    names: tuple[str, ...] = ("pk",)
    look: Look | None = None
    to: str = ""  # what she will do with it; the row says whether she may
    among: Names | None = None  # by which names of its rule the row can be reached, when that is known

    def __call__(self, viewer: Viewer, *values: int | str) -> models.QuerySet[Row]:
        key = dict(zip(self.names, values, strict=True))
        found: models.QuerySet[Row] = rows(self.model, viewer, may=self.may, among=self.among).filter(**key)
        if self.look:
            found = self.look(found, viewer)
        if self.to:
            allowed = rows(self.model, viewer, may=self.to).filter(pk=OuterRef("pk"))
            found = found.annotate(**{ALLOWED: Exists(allowed)})
        return found


@dataclass(frozen=True)
class Allowing:
    """The question with which of some rows of one kind a viewer may do all of that; prepared, it is put
    together once."""

    model: type[models.Model]
    acts: tuple[str, ...]

    def __call__(self, viewer: Viewer, keys: tuple[int, ...]) -> models.QuerySet[models.Model, tuple[int]]:
        found = self.model._default_manager.filter(pk__in=keys)
        for act in dict.fromkeys(self.acts):
            found = found.filter(POLICY[f"{self.model._meta.label_lower}.{act}"].rows_for(viewer))
        return found.values_list("pk")


def allows_all(row: models.Model, viewer: Viewer, *acts: str) -> bool:
    """Whether she may do all of that with this row."""
    return bool(prepared(Allowing(type(row), acts), viewer, (row.pk,)))


GuardedRow = TypeVar("GuardedRow", bound="Guarded")


class GuardedQuerySet(models.QuerySet[GuardedRow]):
    def where(self, viewer: Viewer, may: str) -> Self:
        """Rows on which this viewer may do that: `posts.where(anna, may="edit")`."""
        fitting = POLICY[f"{self.model._meta.label_lower}.{may}"].rows_for(viewer)
        return self.none() if fits_nothing(fitting) else self.filter(fitting)

    def visible_to(self, viewer: Viewer) -> Self:
        return self.where(viewer, may="see")

    def allowing(self, viewer: Viewer, *acts: str) -> Self:
        """With an answer on each row: `allowing(me, "comment")` gives it `may_comment`."""
        answers = {
            f"may_{act}": Exists(self.model._default_manager.where(viewer, may=act).filter(pk=OuterRef("pk")))
            for act in acts
        }
        return self.annotate(**answers)


class Guarded(models.Model):
    """A thing not everyone may see."""

    is_unwatched: ClassVar[bool] = False  # told to home: nobody sees which guardian looked at it

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def allows(self, viewer: Viewer, action: str) -> bool:
        """The same rule, asked of one row, so that list and page can never disagree."""
        return bool(prepared(Having(type(self), action), viewer, self.pk))

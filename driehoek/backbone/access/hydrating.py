"""What the database found as rows of a model, with what was selected beside them: as Django's ModelIterable
makes them, without its detour over every field of every row, which took a tenth of a page."""

from collections.abc import Callable, Sequence
from inspect import getattr_static
from typing import Any  # the compiler of a query, and the values of a row

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query import RelatedPopulator, get_related_populators
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import post_init, pre_init

PLAIN = (DeferredAttribute, ForeignKeyDeferredAttribute)  # they keep what they are given


class Swift:
    """Stands in for a model class where one only asks it for from_db()."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model

    def from_db(self, db: str | None, names: Sequence[str], values: Sequence[Any]) -> Model:
        state = ModelState()
        state.adding, state.db = False, db
        made: Model = self.model.__new__(self.model)
        vars(made).update(zip(names, values, strict=True), _state=state)
        return made


def hydration(compiler: Any) -> Callable[[Any], Model]:
    """Makes a row of a model of what this compiler's query finds."""
    select, info, annotations = compiler.select, compiler.klass_info, compiler.annotation_col_map or {}
    maker, first, last = swift(info["model"]), info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    beside = get_related_populators(info, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # later stubs
    _hasten(beside)

    def hydrate(row: Any) -> Model:
        thing = maker.from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for populator in beside:
            populator.populate(row, thing)
        for name, at in annotations.items():
            setattr(thing, name, row[at])
        return thing

    return hydrate


def swift(model: type[Model]) -> type[Model] | Swift:
    """The model itself, when it or somebody else does more with a new row than keep its values."""
    return Swift(model) if _is_plain(model) else model


def _is_plain(model: type[Model]) -> bool:
    own = model.__init__ is not Model.__init__ or model.from_db.__func__ is not Model.from_db.__func__  # type: ignore[attr-defined]
    heard = pre_init.has_listeners(model) or post_init.has_listeners(model)
    kept = all(type(getattr_static(model, field.attname)) in PLAIN for field in model._meta.concrete_fields)
    return kept and not own and not heard


def _hasten(populators: list[RelatedPopulator]) -> None:
    for populator in populators:
        populator.model_cls = swift(populator.model_cls)  # type: ignore[assignment]
        _hasten(populator.related_populators)

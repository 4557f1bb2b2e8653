"""What can be said of our models once Django has put them together."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from django.apps import AppConfig, apps
from django.db.models import Field, Model

from driehoek.backbone.access.querysets import Guarded

CLASSES = {"none", "internal", "identity", "contact", "relation", "content", "secret"}
Fields = Mapping[str, Mapping[str, str]]


def our_apps() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name.startswith("driehoek.")]


def guarded_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, Guarded)]


def back_doors(models: Iterable[type[Model]]) -> list[str]:
    """Guarded rows that can be reached from unguarded ones: no person.observations, no school.posts."""
    return [
        f"{field} needs related_name='+'"
        for model in models
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.is_relation and not field.auto_created
        if not is_guarded(field.related_model) and not field.remote_field.hidden
    ]


def is_guarded(model: object) -> bool:
    return isinstance(model, type) and issubclass(model, Guarded)


def without_privacy_class(models: Iterable[type[Model]], classes: Fields) -> list[str]:
    """Fields nobody has thought about, and classes for fields that are gone."""
    found = []
    for model in models:
        said = classes.get(model.__name__, {})
        fields = {field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)}
        found += [f"{model._meta.label}.{name} has no privacy class" for name in sorted(fields - said.keys())]
        found += [f"{model._meta.label}.{name} does not exist" for name in sorted(said.keys() - fields)]
        found += [
            f"{model._meta.label}.{name}: {word} is no class"
            for name, word in said.items()
            if word not in CLASSES
        ]
    return found


def privacy_of(app: AppConfig) -> Fields:
    """What <app>/privacy.py says; an app with models and no such file says nothing."""
    try:
        return import_module(f"{app.name}.privacy").FIELDS  # type: ignore[no-any-return]
    except ModuleNotFoundError:
        return {}

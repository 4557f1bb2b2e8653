"""Tables are made in half the time, and are those of the models."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import CASCADE, BigAutoField, ForeignKey, Model

from driehoek.base.core.migrating import drawn_alone

MADE = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def tied(model: type[Model]) -> list[ForeignKey[Model, Model]]:
    """Its fields for which the database itself keeps a key."""
    fields = model._meta.local_concrete_fields
    return [field for field in fields if isinstance(field, ForeignKey) and field.db_constraint]


@pytest.mark.django_db
@pytest.mark.parametrize("model", MADE, ids=lambda model: model._meta.label_lower)
def test_each_table_has_the_columns_and_the_rules_of_its_model(model: type[Model]) -> None:
    own, ask = model._meta, connection.introspection
    with connection.cursor() as cursor:
        columns = ask.get_table_description(cursor, own.db_table)
        rules = ask.get_constraints(cursor, own.db_table)
    assert {one.name: bool(one.null_ok) for one in columns} == {
        field.column: field.null for field in own.local_concrete_fields
    }
    assert {rule.name for rule in (*own.constraints, *own.indexes)} <= rules.keys()
    kept = {tuple(rule["columns"]): rule["foreign_key"] for rule in rules.values() if rule["foreign_key"]}
    assert kept == {
        (field.column,): (field.related_model._meta.db_table, field.target_field.column)
        for field in tied(model)
    }


def key() -> tuple[str, BigAutoField]:
    return "id", BigAutoField(primary_key=True)


def test_what_is_new_is_drawn_alone_and_before_somebody_asks_all_are_drawn() -> None:
    state = ProjectState()
    state.add_model(ModelState("core", "Child", [key()]))
    child = state.apps.get_model("core", "child")
    with drawn_alone():
        state.add_model(ModelState("core", "Day", [key(), ("child", ForeignKey("core.child", CASCADE))]))
    assert state.apps.get_model("core", "child") is child
    assert state.apps.get_model("core", "day")._meta.get_field("child").related_model is child
    state.clear_delayed_apps_cache()
    assert state.apps.get_model("core", "child")._meta.get_field("day").related_model.__name__ == "Day"

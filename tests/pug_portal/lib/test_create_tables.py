"""Many tables in one step of a migration, on an empty database of their own."""

from __future__ import annotations

import pytest
from django.db import ConnectionHandler, models
from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    CreateModel,
    RunPython,
)
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from pug_portal.lib.create_tables import CreateTables

APP = "kantor"


def parts() -> list:
    """Two models that point at each other, and all that may be added to them."""
    key = ("id", models.BigAutoField(primary_key=True))
    own = {"on_delete": models.CASCADE, "related_name": "+"}
    return [
        CreateModel("Ruang", [key, ("nama", models.CharField(max_length=9))]),
        CreateModel(
            "Orang",
            [key, ("ruang", models.ForeignKey("kantor.ruang", **own))],
            {"unique_together": {("id", "ruang")}},
        ),
        AddField(
            "Ruang", "kepala", models.ForeignKey("kantor.orang", null=True, **own)
        ),
        AddField("Ruang", "tamu", models.ManyToManyField("kantor.orang")),
        AddIndex("Ruang", models.Index(fields=["nama"], name="ruang_nama")),
        AddConstraint(
            "Ruang",
            models.UniqueConstraint(
                fields=["nama"], condition=~models.Q(nama=""), name="satu_nama"
            ),
        ),
        AddConstraint(
            "Orang",
            models.CheckConstraint(condition=models.Q(id__gt=0), name="di_atas_nol"),
        ),
    ]


@pytest.fixture
def empty(django_db_blocker):
    with django_db_blocker.unblock():
        yield lambda: ConnectionHandler(
            {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
        )["default"]


def migrate(connection, operations, state=None) -> ProjectState:
    state = state or ProjectState()
    with connection.schema_editor() as editor:
        for operation in operations:
            before = state.clone()
            operation.state_forwards(APP, state)
            operation.database_forwards(APP, editor, before, state)
    return state


def schema(connection) -> dict[str, object]:
    look = connection.introspection
    with connection.cursor() as cursor:
        return {
            table: (
                {tuple(row) for row in look.get_table_description(cursor, table)},
                sorted(
                    (
                        row["columns"] or [],
                        row["unique"],
                        row["check"],
                        row["index"],
                        row["foreign_key"] or (),
                    )
                    for row in look.get_constraints(cursor, table).values()
                ),
            )
            for table in look.table_names(cursor)
        }


def test_the_tables_are_those_of_the_parts_one_by_one(empty):
    at_once, one_by_one = empty(), empty()

    state = migrate(at_once, [CreateTables(parts())])

    assert state.models == migrate(one_by_one, parts()).models
    assert schema(at_once) == schema(one_by_one)
    assert set(schema(at_once)) == {"kantor_ruang", "kantor_orang", "kantor_ruang_tamu"}


def test_a_model_is_drawn_once_however_many_parts_it_has(empty, monkeypatch):
    drawn = []
    draw = ModelState.render
    monkeypatch.setattr(
        ModelState,
        "render",
        lambda it, apps: (drawn.append(it.name), draw(it, apps))[1],
    )
    state = ProjectState()
    assert not state.apps.get_models()

    migrate(empty(), [CreateTables(parts())], state)

    assert sorted(drawn) == ["Orang", "Ruang"]


def test_nothing_is_left_to_do_after_the_step(empty):
    state, operation = ProjectState(), CreateTables(parts())
    operation.state_forwards(APP, state)

    with empty().schema_editor() as editor:
        operation.database_forwards(APP, editor, ProjectState(), state)

        # Else Django would note the migration after the transaction, not within it.
        assert not editor.deferred_sql


def test_backwards_the_tables_go(empty):
    connection, operation = empty(), CreateTables(parts())
    state = migrate(connection, [operation])

    with connection.schema_editor() as editor:
        operation.database_backwards(APP, editor, state, ProjectState())

    assert schema(connection) == {}


@pytest.mark.parametrize(
    "part",
    [
        AddIndex("Gedung", models.Index(fields=["nama"], name="gedung_nama")),
        RunPython(RunPython.noop),
    ],
    ids=["a table already there", "work on rows"],
)
def test_what_is_not_part_of_a_new_table_is_refused(part):
    with pytest.raises(ValueError, match="Not part of a new table"):
        CreateTables([*parts(), part])


def test_a_migration_file_can_hold_it():
    text, imports = MigrationWriter.serialize(CreateTables(parts()))

    assert text.startswith("pug_portal.lib.create_tables.CreateTables(")
    assert "import pug_portal.lib.create_tables" in imports

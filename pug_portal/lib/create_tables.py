"""The tables of many models in one step of a migration: see docs/adr/0021.

Migrations import this module: its name and what it promises stay as they are.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState, StateApps
from django.db.models import Model

Completing = migrations.AddField | migrations.AddConstraint | migrations.AddIndex
Part = migrations.CreateModel | Completing


class CreateTables(Operation):
    """Takes CreateModel, AddField, AddConstraint and AddIndex, all on new models.

    Run one by one, each of them has Django draw anew every model that hangs together
    with the one it touches. Here only the state takes them one by one; the models are
    drawn once, as they stand after the last, and their tables are made whole. So the
    order of the parts is free, and models may point at each other.

    Backwards it drops the tables with all that is in them.
    """

    category = OperationCategory.ADDITION

    def __init__(self, operations: Sequence[Part]) -> None:
        self.operations = list(operations)
        self.names = [
            part.name
            for part in self.operations
            if isinstance(part, migrations.CreateModel)
        ]
        for part in self.operations:
            self._check(part)

    def _check(self, part: Part) -> None:
        """Whatever changes a table that is already there needs its own step."""
        if isinstance(part, migrations.CreateModel):
            return
        known = {name.lower() for name in self.names}
        if not isinstance(part, Completing) or part.model_name_lower not in known:
            raise ValueError(f"Not part of a new table: {part!r}")

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        # Models that are drawn would be drawn again with each part.
        state.__dict__.pop("apps", None)
        for part in self.operations:
            part.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for model in self._models(app_label, schema_editor, to_state.apps):
            schema_editor.create_model(model)
        # At once, so that Django notes the migration in the same transaction: a start
        # that is cut off leaves either all of it or nothing.
        for statement in schema_editor.deferred_sql:
            schema_editor.execute(statement, None)
        schema_editor.deferred_sql.clear()

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        models = list(self._models(app_label, schema_editor, from_state.apps))
        for model in reversed(models):
            schema_editor.delete_model(model)

    def _models(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, apps: StateApps
    ) -> Iterator[type[Model]]:
        alias = schema_editor.connection.alias
        for name in self.names:
            model = apps.get_model(app_label, name)
            if self.allow_migrate_model(alias, model):
                yield model

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"operations": self.operations}

    def describe(self) -> str:
        return f"Create the tables of {len(self.names)} models"

"""Copy the one region's rows to all others inside PostgreSQL: a minute's work in seconds.

A row with number i of a table whose numbers end at m becomes i + n·m in the n-th region;
keys that point at copied rows move the same way.
"""

from __future__ import annotations

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from prasyarat.instruments.models import (
    Indicator,
    Instrument,
    InstrumentContent,
    InstrumentUse,
    ItemMapping,
    Prerequisite,
)
from pug_portal.regions.models import Region

APPS = {"accounts", "audit", "files", "focal_points", "prasyarat", "pokja"}
KEPT = {
    Region,
    Instrument,
    InstrumentContent,
    InstrumentUse,
    ItemMapping,
    Prerequisite,
    Indicator,
}


def copied_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in APPS
        and model not in KEPT
        and model._meta.managed
        and model._default_manager.exists()
    ]


def copy_region(source: Region, targets: list[Region]) -> None:
    found = copied_models()
    steps = {model: _step(model) for model in found}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "CREATE TEMP TABLE target (n int, id bigint, code text, path text)"
        )
        for n, region in enumerate(targets, 1):
            cursor.execute(
                "INSERT INTO target VALUES (%s, %s, %s, %s)",
                [n, region.pk, region.code, region.path],
            )
        for model in found:
            cursor.execute(_statement(model, steps, source))
        for statement in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")


def _step(model: type[models.Model]) -> int | None:
    """None where keys are UUIDs."""
    if isinstance(model._meta.pk, models.UUIDField):
        return None
    last = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
    return int(last)


def _statement(model, steps, source: Region) -> str:
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field, model, steps, source) for field in fields)
    table = model._meta.db_table
    return (
        f'INSERT INTO "{table}" ({columns}) '  # noqa: S608 - names of our own tables
        f'SELECT {values} FROM "{table}" s CROSS JOIN target t'
    )


def _value(field, model, steps, source: Region) -> str:
    column = f's."{field.column}"'
    if field.primary_key:
        return _moved(column, steps[model])
    if field.is_relation:
        if field.related_model is Region:
            return f"CASE WHEN {column} = {source.pk} THEN t.id ELSE {column} END"
        known = field.related_model in steps
        return _moved(column, steps[field.related_model]) if known else column
    if field.name in {"region_path", "region_code"}:
        return f"t.{field.name.removeprefix('region_')}"
    if _must_differ(field):
        return f"CASE WHEN {column} = '' THEN '' ELSE {column} || '-' || t.n END"
    return column


def _moved(column: str, step: int | None) -> str:
    if step is None:
        return f"md5({column}::text || '-' || t.n)::uuid"
    return f"{column} + t.n::bigint * {step}"


def _must_differ(field) -> bool:
    is_text = isinstance(field, (models.CharField, models.TextField))
    return is_text and (field.unique or field.name in {"object_id", "code"})

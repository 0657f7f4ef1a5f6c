"""Which columns of which tables point at a row."""

from __future__ import annotations

from typing import Any

from django.db import models


def relations_to(model: type[models.Model]) -> list[Any]:
    """Also columns without a way back (`related_name="+"`), which Django calls hidden."""
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and not relation.related_model._meta.auto_created  # type: ignore[union-attr]
    ]

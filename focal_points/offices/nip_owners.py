"""One NIP is one person: whose it is in the registers of a region."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

from focal_points.offices.nip import check_nip
from pug_portal.access.refusal import Refusal
from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


def bare_name(name: str) -> str:
    """Without the degrees after the comma, which registers write differently."""
    return " ".join(name.partition(",")[0].casefold().split())


@cache
def written_models() -> tuple[type[models.Model], ...]:
    """Every table that carries name and NIP; asked of the models, so a later one counts."""
    found = []
    for model in apps.get_models():
        names = {column.name for column in model._meta.concrete_fields}
        rows = model._default_manager.all()
        if {"name", "nip"} <= names and isinstance(rows, RegionQuerySet):
            found.append(model)
    return tuple(found)


def names_by_nip(
    region: Region, nips: Iterable[str], besides: models.Model | None = None
) -> dict[str, str]:
    """One query over all registers, however many NIP are asked for.

    `besides`: the row that is being changed, whose old name does not count.
    """
    wanted = {nip for nip in nips if nip}
    if not wanted:
        return {}
    first, *others = (
        _known(model, place, region, wanted, besides)
        for place, model in enumerate(written_models())
    )
    rows = first.union(*others, all=True).order_by("place", "pk")
    return {nip: name for nip, name, _, _ in rows}


def _known(
    model: type[models.Model],
    place: int,
    region: Region,
    nips: set[str],
    besides: models.Model | None,
) -> models.QuerySet[Any, Any]:
    rows = model._default_manager.all()
    lookup = rows.region_lookup  # type: ignore[attr-defined]
    known = rows.filter(_any_of(nips), **{lookup: region.pk}).exclude(name="")
    if isinstance(besides, model):
        known = known.exclude(pk=besides.pk)
    told = known.order_by().annotate(place=models.Value(place))
    return told.values_list("nip", "name", "place", "pk")


def _any_of(nips: set[str]) -> models.Q | models.Func:
    """PostgreSQL takes them as one array, which Django need not spell out one by one."""
    if connection.vendor != "postgresql":
        return models.Q(nip__in=nips)
    return models.Func(
        models.F("nip"),
        models.Func(models.Value(sorted(nips)), function="ANY"),
        template="%(expressions)s",
        arg_joiner=" = ",
        output_field=models.BooleanField(),
    )


def refuse_others_nip(name: str, nip: str, known: dict[str, str]) -> None:
    """The same person may be written with other degrees, not under another name.

    `known` learns the NIP, for the rows of a workbook that are judged after this one.
    """
    if not nip:
        return
    owner = known.setdefault(nip, name)
    if owner != name and bare_name(owner) != bare_name(name):
        raise Refusal(
            f"NIP ini sudah tercatat atas nama {owner}. Periksa NIP-nya; bila orangnya "
            "sama, pakai nama itu.",
            field="nip",
        )


def check_nip_of(row: Any, region: Region) -> None:
    """One row with name, nip and sex: the digits, and that nobody else has them."""
    check_nip(row.nip, row.sex)
    refuse_others_nip(row.name, row.nip, names_by_nip(region, [row.nip], row))

"""Keeping the library of indicators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from focal_points.indicators.formulas import Formula, divides
from focal_points.indicators.models import SEX, Axis, Indicator
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Region

ADDED = Verb("indicator.added", "mencatat indikator {object}")
CHANGED = Verb("indicator.changed", "mengubah indikator {object}")
OLDEST = 1990
COUNTED = ("total", "men", "women")


@transaction.atomic
def add_indicator(*, region: Region, by: Actor, **facts: Any) -> Indicator:
    require_in(by, region, Permission.INDICATOR_EDIT)
    made = Indicator(region=region, **tidy(facts))
    check(made)
    _save(made)
    record(by=by, verb=ADDED, obj=made, region=region)
    return made


@transaction.atomic
def change_indicator(*, indicator: Indicator, by: Actor, **facts: Any) -> Indicator:
    rows = Indicator.objects.select_for_update(of=("self",)).select_related("region")
    indicator = rows.get(pk=indicator.pk)
    require_in(by, indicator.region, Permission.INDICATOR_EDIT)
    changes = changed(indicator, tidy(facts))
    if not changes:
        return indicator
    for name, (_, value) in changes.items():
        setattr(indicator, name, value)
    check(indicator)
    _save(indicator)
    region = indicator.region
    record(by=by, verb=CHANGED, obj=indicator, region=region, changes=told(changes))
    return indicator


def told(changes: Mapping[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """The formula and the axes in words."""
    found = dict(changes)
    if "formula" in found:
        old, new = found["formula"]
        found["formula"] = (Formula(old).label, Formula(new).label)
    if "axes" in found:
        old, new = ([str(Axis(axis).label) for axis in axes] for axes in found["axes"])
        found["axes"] = (old, new)
    return found


def tidy(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
        for name, value in facts.items()
    }


def check(row: Indicator) -> None:
    """What can be judged without looking at other rows."""
    _check_formula(row)
    _check_year(row)
    for name in COUNTED:
        _check_counted(row, name)
    _check_total(row)
    if row.owner is not None and row.owner.region_id != row.region_id:
        raise Refusal("OPD ini milik daerah lain.", field="owner")


def code_taken(code: str) -> Refusal:
    return Refusal(
        f"Kode {code} sudah dipakai indikator lain di daerah ini.", field="code"
    )


def _check_formula(row: Indicator) -> None:
    for name, label in (("numerator", "pembilang"), ("denominator", "penyebut")):
        if divides(row.formula) and not getattr(row, name):
            raise Refusal(f"Sebutkan apa {label}-nya.", field=name)


def _check_year(row: Indicator) -> None:
    year, latest = row.baseline_year, today().year
    if year is not None and not OLDEST <= year <= latest:
        raise Refusal(
            f"Tahun data dasar antara {OLDEST} dan {latest}.", field="baseline_year"
        )
    numbers = (getattr(row, f"{name}_top") for name in COUNTED)
    if year is None and any(number is not None for number in numbers):
        raise Refusal("Data dasar ini dari tahun berapa?", field="baseline_year")


def _check_counted(row: Indicator, name: str) -> None:
    top, bottom = getattr(row, f"{name}_top"), getattr(row, f"{name}_bottom")
    field = f"{name}_bottom"
    if not divides(row.formula):
        if bottom is not None:
            raise Refusal("Nilai langsung tidak mempunyai penyebut.", field=field)
    elif bottom == 0:
        raise Refusal(
            "Penyebut nol tidak dapat membagi. Kosongkan bila belum diketahui.",
            field=field,
        )
    elif top is not None and bottom is None:
        raise Refusal("Isi penyebutnya, atau kosongkan keduanya.", field=field)
    elif top is None and bottom is not None:
        raise Refusal("Isi pembilangnya, atau kosongkan keduanya.", field=f"{name}_top")
    if name != "total" and top is not None and SEX not in row.axes:
        raise Refusal(
            "Ada angka L atau P, jadi pilih pemilahan «Jenis kelamin».", field="axes"
        )


def _check_total(row: Indicator) -> None:
    """Counts of both sexes make the total; values themselves may not be added."""
    if not divides(row.formula):
        return
    for part in ("top", "bottom"):
        men, women, total = (
            getattr(row, f"{name}_{part}") for name in ("men", "women", "total")
        )
        if None not in (men, women, total) and men + women != total:
            raise Refusal(
                f"Jumlah {angka(total)} tidak sama dengan L + P = {angka(men + women)}.",
                field=f"total_{part}",
            )


def _save(row: Indicator) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as collision:
        raise code_taken(row.code) from collision

"""Typing a table: L and P per category, a total only to check them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from focal_points.filters import FilterForm
from focal_points.opd.models import Opd
from prasyarat.gender_data.checks import BIGGEST_RATE, FIRST_YEAR, Pair, why_not_total
from prasyarat.gender_data.definitions import Axis, Category, Table
from prasyarat.gender_data.models import TableYear
from pug_portal.lib.clock import today
from pug_portal.lib.fields import CountField, DecimalField
from pug_portal.regions.models import Region

MEN, WOMEN, CONTROL = "L", "P", "T"
NAMES = {MEN: "laki-laki", WOMEN: "perempuan", CONTROL: "jumlah di sumber"}
HEADS = {MEN: "L", WOMEN: "P", CONTROL: "Jumlah"}
Figures = Mapping[tuple[str, str], Pair]


@dataclass(frozen=True)
class EntryRow:
    """`fields`: what stands above each on a narrow screen, and the box."""

    label: str
    fields: list[tuple[str, BoundField]]


@dataclass(frozen=True)
class EntryPart:
    axis: Axis
    rows: list[EntryRow]

    @property
    def is_open(self) -> bool:
        """A breakdown that holds something or is wrong is shown unfolded."""
        return any(
            field.errors or field.value() not in (None, "")
            for row in self.rows
            for _, field in row.fields
        )


class TableForm(forms.Form):
    source = forms.CharField(
        label="Sumber data",
        max_length=200,
        required=False,
        help_text="Misalnya: SIAK semester II 2025. Wajib sebelum diajukan.",
    )
    note = forms.CharField(
        label="Keterangan",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Boleh kosong; dicetak di bawah tabel.",
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        table: Table,
        axes: Sequence[Axis],
        row: TableYear | None,
        figures: Figures,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.table, self.axes, self.row = table, axes, row
        if row is not None:
            self.initial.update(source=row.source, note=row.note)
        for name, axis, category, part in self._cells():
            pair = figures.get((axis.code, category.code), (None, None))
            self.fields[name] = self._number(category, part)
            if part != CONTROL:
                self.initial[name] = pair[0 if part == MEN else 1]

    @property
    def parts_of_row(self) -> tuple[str, ...]:
        if not self.table.has_men:
            return (WOMEN,)
        return (MEN, WOMEN, CONTROL) if self.table.is_count else (MEN, WOMEN)

    def _cells(self) -> Iterator[tuple[str, Axis, Category, str]]:
        for which, axis in enumerate(self.axes):
            for place, category in enumerate(axis.categories):
                for part in self.parts_of_row:
                    yield f"{which}-{place}-{part}", axis, category, part

    def _number(self, category: Category, part: str) -> forms.Field:
        label = f"{category.label}, {NAMES[part]}"
        if self.table.is_count:
            return CountField(label=label, required=False)
        biggest = Decimal(100) if self.table.unit == "%" else BIGGEST_RATE
        return DecimalField(label=label, required=False, places=2, biggest=biggest)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, axis, category, part in self._cells():
            if part != CONTROL or name in self.errors:
                continue
            pair = self._pair(axis, category, data)
            if sentence := why_not_total(pair, _decimal(data.get(name))):
                self.add_error(name, sentence)
        return data

    def _pair(self, axis: Axis, category: Category, data: Mapping[str, Any]) -> Pair:
        which = self.axes.index(axis)
        place = axis.categories.index(category)
        return (
            _decimal(data.get(f"{which}-{place}-{MEN}")),
            _decimal(data.get(f"{which}-{place}-{WOMEN}")),
        )

    def figures(self) -> dict[tuple[str, str], Pair]:
        return {
            (axis.code, category.code): self._pair(axis, category, self.cleaned_data)
            for axis in self.axes
            for category in axis.categories
        }

    def parts(self) -> list[EntryPart]:
        return [
            EntryPart(
                axis,
                [
                    EntryRow(
                        category.label,
                        [
                            (HEADS[part], self[f"{which}-{place}-{part}"])
                            for part in self.parts_of_row
                        ],
                    )
                    for place, category in enumerate(axis.categories)
                ],
            )
            for which, axis in enumerate(self.axes)
        ]


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


class ReturnForm(forms.Form):
    note = forms.CharField(
        label="Yang perlu diperbaiki",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )


class DutyForm(forms.Form):
    opd = forms.ModelChoiceField(
        Opd.objects.none(),
        label="OPD pemasok",
        required=False,
        empty_label="Bukan OPD",
        help_text="Focal point OPD ini yang mengisi tabelnya.",
    )
    institution = forms.CharField(
        label="Lembaga lain",
        max_length=120,
        required=False,
        help_text="Bila pemasoknya bukan OPD, misalnya BPS atau Kemenag; tabelnya "
        "diisi sekretariat.",
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Opd.objects.filter(region=region).existing_on(today())
        self.fields["opd"].queryset = rows.order_by("name", "pk")  # type: ignore[attr-defined]


class YearForm(FilterForm):
    """`?tahun=`; anything else means the year that is offered first."""

    tahun = forms.TypedChoiceField(label="Tahun data", required=False, coerce=int)

    def __init__(self, data: Any, *, first: int) -> None:
        super().__init__({"tahun": first, **data})
        self.first = first
        years = range(today().year, FIRST_YEAR - 1, -1)
        self.fields["tahun"].choices = [(year, year) for year in years]  # type: ignore[attr-defined]

    @property
    def year(self) -> int:
        found = self.cleaned_data.get("tahun") if self.is_valid() else None
        return int(found or self.first)

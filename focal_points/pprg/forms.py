"""Forms of this slice. The page of a step is built from its declared fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from focal_points.appointments.scope import opd_ids_of
from focal_points.indicators.models import Indicator
from focal_points.opd.models import Opd
from focal_points.pprg.fields import Cell, Content, Field, Shape, Step, is_filled
from focal_points.pprg.framing import framed, says_nothing, shown_about
from focal_points.pprg.library import CODE, add_line, choices, take
from focal_points.pprg.team_models import Verdict
from pug_portal.access.actor import Actor
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.clock import today
from pug_portal.lib.fields import CountField, RupiahField, TanggalField, empty_if

LONGEST = 6000
LONGEST_LINE = 300
MOST_ROWS = 60
_ROW = re.compile(r"^(?P<key>[a-z_]+)-(?P<place>[0-9]{1,2})-[a-z_]+$")


def _box(shape: Shape, label: str, hint: str = "", rows: int = 4) -> forms.Field:
    """Nothing is required while a document is a draft."""
    told: dict[str, Any] = {"label": label, "help_text": hint, "required": False}
    if shape == Shape.MONEY:
        return RupiahField(**told)
    if shape == Shape.COUNT:
        return CountField(**told)
    if shape == Shape.DATE:
        return TanggalField(**told)
    if shape == Shape.LINE:
        return forms.CharField(max_length=LONGEST_LINE, **told)
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(max_length=LONGEST, widget=area, **told)


@dataclass(frozen=True)
class RowBoxes:
    """One row of a table as boxes; `about` is what the row must answer."""

    about: str
    shown: str
    boxes: list[forms.BoundField]
    name: str


@dataclass(frozen=True)
class Asked:
    """One field of the page: a single box or a table."""

    field: Field
    box: forms.BoundField | None
    rows: list[RowBoxes]
    origin: str
    picker: forms.BoundField | None = None


class StepForm(forms.Form):
    """The boxes of one step, from the store or as typed."""

    def __init__(
        self,
        step: Step,
        content: Content,
        data: Any = None,
        *,
        library: Sequence[Indicator] = (),
        opd_id: int = 0,
    ) -> None:
        self.step, self.content = step, content
        self.library = {row.code: row for row in library}
        self.choices = choices(library, opd_id)
        self.tables: dict[str, list[tuple[str, str]]] = {}
        super().__init__(data)
        for field in step.fields:
            if field.shape == Shape.ROWS:
                self._add_table(field)
            else:
                made = _box(field.shape, field.label, field.hint)
                made.initial = _shown(field, content.get(field.key))
                self.fields[field.key] = made
                if field.picks:
                    self._add_picker(field.key, "Tambahkan dari pustaka indikator")

    def _add_table(self, field: Field) -> None:
        """As many rows as were typed, or as the store and its frame ask for."""
        rows = framed(field, self.content)
        places = len(rows)
        if self.is_bound:
            found = (_ROW.match(name) for name in self.data)
            typed = [int(m["place"]) for m in found if m and m["key"] == field.key]
            places = min(max([places - 1, *typed]) + 1, MOST_ROWS)
        self.tables[field.key] = []
        for place in range(places):
            row = rows[place] if place < len(rows) else {}
            name = f"{field.key}-{place}"
            about = str(row.get("about") or "")
            if self.is_bound and has_about(field):
                about = str(self.data.get(f"{name}-about", ""))[:LONGEST]
            self.tables[field.key].append((name, about))
            if field.picks:
                self._add_picker(name, "Ambil dari pustaka indikator", row.get(CODE))
            for cell in typed_cells(field):
                made = _box(cell.shape, cell.label, rows=2)
                made.initial = row.get(cell.key)
                self.fields[f"{name}-{cell.key}"] = made

    def _add_picker(self, name: str, label: str, code: Any = None) -> None:
        if self.library:
            self.fields[f"{name}-{CODE}"] = forms.ChoiceField(
                label=label, choices=self.choices, required=False, initial=code or ""
            )

    def _boxes(self, field: Field, name: str) -> list[forms.BoundField]:
        keys = [CODE] if f"{name}-{CODE}" in self.fields else []
        keys += [cell.key for cell in typed_cells(field)]
        return [self[f"{name}-{key}"] for key in keys]

    def asked(self, origins: dict[str, str] | None = None) -> Iterator[Asked]:
        for field in self.step.fields:
            rows: list[RowBoxes] = []
            box = None
            if field.shape == Shape.ROWS:
                rows = [
                    RowBoxes(
                        about,
                        shown_about(field, about),
                        self._boxes(field, name),
                        name,
                    )
                    for name, about in self.tables[field.key]
                ]
            else:
                box = self[field.key]
            picker = f"{field.key}-{CODE}"
            yield Asked(
                field,
                box,
                rows,
                (origins or {}).get(field.key, ""),
                self[picker] if picker in self.fields else None,
            )

    def values(self) -> dict[str, Any]:
        """The step as it is stored: empty text is None, empty rows are left out."""
        found: dict[str, Any] = {}
        for field in self.step.fields:
            if field.shape == Shape.ROWS:
                found[field.key] = self._rows(field) or None
            else:
                found[field.key] = _stored(self.cleaned_data.get(field.key))
                if chosen := self._chosen(field.key):
                    found[field.key] = add_line(found[field.key], chosen)
        return found

    def _chosen(self, name: str) -> Indicator | None:
        return self.library.get(self.cleaned_data.get(f"{name}-{CODE}") or "")

    def _rows(self, field: Field) -> list[dict[str, Any]]:
        rows = []
        for name, about in self.tables[field.key]:
            row: dict[str, Any] = {}
            if has_about(field):
                row["about"] = about
            for cell in typed_cells(field):
                row[cell.key] = _stored(self.cleaned_data.get(f"{name}-{cell.key}"))
            if chosen := self._chosen(name):
                before = self.fields[f"{name}-{CODE}"].initial
                row = {**take(field, row, chosen, before), CODE: chosen.code}
            if not says_nothing(row):
                rows.append(row)
        return rows


def has_about(field: Field) -> bool:
    return bool(field.frame)


def typed_cells(field: Field) -> list[Cell]:
    return [cell for cell in field.cells if cell.key != "about"]


def _stored(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip().replace("\r\n", "\n")
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if is_filled(value) else None


def _shown(field: Field, value: Any) -> Any:
    if field.shape == Shape.DATE and value:
        return dt.date.fromisoformat(value)
    return value


class StartForm(forms.Form):
    opd = forms.ModelChoiceField(label="OPD", queryset=Opd.objects.none())
    year = forms.TypedChoiceField(
        label="Tahun anggaran",
        coerce=int,
        help_text="Tahun DPA yang akan memuat kegiatan ini.",
    )
    title = forms.CharField(
        label="Kegiatan atau sub kegiatan",
        max_length=200,
        help_text="Menjadi judul dokumen, misalnya «Pengelolaan pelayanan kesehatan ibu hamil».",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Opd.objects.filter(pk__in=opd_ids_of(actor)).order_by("name")
        field = self.fields["opd"]
        field.queryset = own  # type: ignore[attr-defined]
        only = list(own[:2])
        if len(only) == 1:
            field.initial, field.widget = only[0], forms.HiddenInput()
        now = today().year
        years = self.fields["year"]
        years.choices = [(year, year) for year in range(now + 2, now - 4, -1)]  # type: ignore[attr-defined]
        years.initial = now + 1


class SignedPageForm(TooLargeMixin, forms.Form):
    upload = UploadField(label="Foto atau pindaian lembar bertanda tangan")
    signed_on = TanggalField(label="Tanggal tanda tangan", initial=today)
    signed_by_name = forms.CharField(label="Nama Kepala OPD", max_length=120)


class NoteForm(TooLargeMixin, forms.Form):
    step = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput())
    text = forms.CharField(label="Catatan", max_length=2000)
    upload = UploadField(label="Berkas bertanda (bila ada)", required=False)


class VerdictForm(forms.Form):
    answer = forms.ChoiceField(
        label="Pendapat Anda",
        choices=Verdict.Answer.choices,
        widget=forms.RadioSelect,
    )
    text = empty_if(
        "setuju",
        forms.CharField(
            label="Alasan",
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
    )

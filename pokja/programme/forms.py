"""Forms of RAD and work programme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from focal_points.progress.duties import DUTIES
from focal_points.progress.models import FundSource
from pokja.programme.choices import CODE_RULES, Content, LineStatus
from pokja.programme.codes import suggestions
from pokja.programme.fields import OpdField, OpdsField
from pokja.programme.models import LineRecord, ProgrammeLine, Rad, RadLine
from pokja.programme.workflow import LINE_WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.dates import BULAN
from pug_portal.lib.fields import LongLineField, RupiahField, TanggalField, YearField
from pug_portal.regions.models import Region

FUNDS = [("", "Belum ditentukan"), *FundSource.choices]
MONTHS = [("", "Belum ditentukan"), *[(i, m) for i, m in enumerate(BULAN, start=1)]]


def long_text(label: str, rows: int = 3, **kwargs: Any) -> forms.CharField:
    kwargs.setdefault("required", False)
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=2000, widget=area, **kwargs)


class GroupedForm(forms.Form):
    """Fields under numbered headings; `folded` ones open on a click."""

    GROUPS: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    folded: ClassVar[frozenset[str]] = frozenset()

    def groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        for legend, names in self.GROUPS:
            yield legend, [self[name] for name in names]


class ProgrammeForm(forms.Form):
    year = YearField(label="Tahun")


class RadForm(forms.Form):
    first_year = YearField(label="Tahun awal")
    last_year = YearField(label="Tahun akhir", help_text="Biasanya lima tahun.")


class SettleForm(forms.Form):
    settled_on = TanggalField(label="Tanggal penetapan", initial=today)
    basis = forms.CharField(
        label="Dasar penetapan",
        max_length=250,
        required=False,
        help_text="Misalnya nomor keputusan atau berita acara.",
    )


class LineForm(GroupedForm):
    duties = forms.MultipleChoiceField(
        label="Tugas Pokja yang dijalankan",
        choices=[(code, f"{code}. {duty}") for code, duty in DUTIES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Boleh beberapa.",
    )
    activity = LongLineField(label="Kegiatan", max_length=300)
    aim = long_text("Tujuan")
    beneficiaries = forms.CharField(label="Sasaran", max_length=300, required=False)
    indicator = forms.CharField(
        label="Indikator keluaran", max_length=300, required=False
    )
    target = forms.CharField(
        label="Target",
        max_length=200,
        required=False,
        help_text="Jumlah dan satuannya, misalnya 2 kali atau 40 orang.",
    )
    from_month = forms.TypedChoiceField(
        label="Mulai bulan",
        choices=MONTHS,
        coerce=int,
        empty_value=None,
        required=False,
    )
    to_month = forms.TypedChoiceField(
        label="Sampai bulan",
        choices=MONTHS,
        coerce=int,
        empty_value=None,
        required=False,
    )
    responsible = forms.CharField(
        label="Penanggung jawab",
        max_length=150,
        required=False,
        help_text="Misalnya Sekretaris Pokja PUG.",
    )
    executors = OpdsField(label="Pelaksana (OPD)", required=False)
    others = forms.CharField(
        label="Pelaksana lain",
        max_length=200,
        required=False,
        help_text="Bila bukan OPD, misalnya PUSPA atau perguruan tinggi.",
    )
    budget = RupiahField(label="Anggaran", required=False)
    fund_source = forms.ChoiceField(label="Sumber dana", choices=FUNDS, required=False)
    sub_activity_code = forms.CharField(
        label="Kode sub kegiatan",
        max_length=40,
        required=False,
        help_text="Seperti di DPA, misalnya 2.08.02.2.01.0001. Kegiatan OPD dengan kode "
        "dan tugas yang sama dihitung sebagai realisasi baris ini.",
        widget=forms.TextInput(attrs={"list": "saran-kode", "autocomplete": "off"}),
    )
    code_rule = forms.ChoiceField(
        label="Aturan kode",
        required=False,
        choices=[("", "Pilih aturan"), *[(rule, rule) for rule in CODE_RULES]],
        help_text="Nomor kode berubah dari aturan ke aturan.",
    )

    GROUPS = (
        ("Kegiatan dan tugas", ("activity", "duties", "aim", "beneficiaries")),
        (
            "Keluaran dan waktu",
            ("indicator", "target", "from_month", "to_month"),
        ),
        ("Pelaksana", ("responsible", "executors", "others")),
        (
            "Anggaran",
            ("budget", "fund_source", "sub_activity_code", "code_rule"),
        ),
    )
    folded = frozenset({"executors"})

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        executors = self.fields["executors"]
        assert isinstance(executors, OpdsField)  # noqa: S101 -- narrows for mypy
        executors.set_region(region)
        self.suggested = suggestions()

    @classmethod
    def of(cls, line: ProgrammeLine) -> dict[str, Any]:
        told = {name: getattr(line, name) for name in cls.base_fields}
        return {**told, "executors": [str(opd.pk) for opd in line.executors.all()]}


class RadLineForm(GroupedForm):
    content = forms.ChoiceField(
        label="Muatan",
        choices=[(code, f"{code}. {label}") for code, label in Content.choices],
    )
    issue = long_text("Isu gender atau masalah")
    aim = long_text("Tujuan")
    strategy = long_text("Strategi")
    activity = LongLineField(label="Program atau kegiatan", max_length=300)
    indicator = forms.CharField(label="Indikator", max_length=300, required=False)
    baseline = forms.CharField(
        label="Baseline",
        max_length=120,
        required=False,
        help_text="Keadaan awal, misalnya 8 OPD.",
    )
    baseline_year = YearField(label="Tahun baseline", required=False)
    lead_opd = OpdField(label="OPD penanggung jawab", required=False)
    lead = forms.CharField(
        label="Penanggung jawab lain",
        max_length=150,
        required=False,
        help_text="Bila bukan OPD.",
    )
    supporters = OpdsField(label="OPD pendukung", required=False)
    fund_source = forms.ChoiceField(label="Sumber dana", choices=FUNDS, required=False)
    note = forms.CharField(label="Keterangan", max_length=300, required=False)

    GROUPS = (
        ("Isu dan arah", ("content", "issue", "aim", "strategy", "activity")),
        ("Indikator dan target", ("indicator", "baseline", "baseline_year")),
        (
            "Pelaksana dan dana",
            ("lead_opd", "lead", "supporters", "fund_source", "note"),
        ),
    )
    folded = frozenset({"supporters"})

    def __init__(self, *args: Any, rad: Rad, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = rad.years
        for year in self.years:
            self.fields[f"target_{year}"] = forms.CharField(
                label=f"Target {year}", max_length=120, required=False
            )
        for name in ("lead_opd", "supporters"):
            self.fields[name].set_region(rad.region)  # type: ignore[attr-defined]

    def groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        for legend, fields in super().groups():
            yearly = legend.startswith("Indikator")
            targets = [self[f"target_{year}"] for year in self.years] if yearly else []
            yield legend, fields + targets

    def facts(self) -> dict[str, Any]:
        data = {name: self.cleaned_data[name] for name in self.base_fields}
        targets = {
            str(year): self.cleaned_data[f"target_{year}"] for year in self.years
        }
        return {**data, "targets": targets}

    @classmethod
    def of(cls, line: RadLine) -> dict[str, Any]:
        told = {name: getattr(line, name) for name in cls.base_fields}
        yearly = {f"target_{year}": text for year, text in line.targets.items()}
        offices = [str(opd.pk) for opd in line.supporters.all()]
        return {**told, **yearly, "supporters": offices}


class ReportLineForm(forms.Form):
    """Only the statuses this actor may move the line to are offered."""

    status = forms.ChoiceField(label="Status")
    realisation = long_text(
        "Realisasi", help_text="Yang sudah dikerjakan dan hasilnya."
    )
    obstacles = long_text(
        "Kendala", help_text="Perlu diisi bila baris ditunda atau dibatalkan."
    )

    def __init__(
        self, *args: Any, kept: LineRecord, actor: Actor, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        steps = LINE_WORKFLOW.offered(kept.status, actor)
        targets = [kept.status, *[step.target for step in steps]]
        field = self.fields["status"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows for mypy
        field.choices = [(code, LineStatus(code).label) for code in targets]

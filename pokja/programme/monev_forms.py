"""Forms of the driver offices' action plans and of monev visits."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.opd.models import Opd
from pokja.programme.choices import Stage
from pokja.programme.fields import LineField, OpdField
from pokja.programme.forms import long_text
from pokja.programme.models import DriverPlan, DriverStep, Finding, MonevVisit
from pokja.programme.queries import driver_opds
from pug_portal.lib.clock import today
from pug_portal.lib.fields import LongLineField, TanggalField, YearField
from pug_portal.regions.models import Region

ROLE_HINT = "Yang menjadi tugas OPD ini sepanjang tahun."


class DriverPlanForm(forms.Form):
    opd = forms.ChoiceField(label="OPD penggerak")
    year = YearField(label="Tahun")
    role_note = long_text("Peran tahun ini", rows=6, help_text=ROLE_HINT)

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {str(opd.pk): opd for opd in driver_opds(region, today())}
        field = self.fields["opd"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows for mypy
        field.choices = [("", "Pilih OPD")] + [
            (key, f"{opd.short_name} ({opd.get_tag_display().lower()})")
            for key, opd in self.offices.items()
        ]

    def clean_opd(self) -> Opd:
        return self.offices[self.cleaned_data["opd"]]


class RoleForm(forms.Form):
    role_note = long_text("Peran tahun ini", rows=6, help_text=ROLE_HINT)

    @staticmethod
    def of(plan: DriverPlan) -> dict[str, Any]:
        return {"role_note": plan.role_note}


class StepForm(forms.Form):
    stage = forms.ChoiceField(label="Tahap", choices=Stage.choices)
    action = LongLineField(label="Aksi", max_length=300)
    responsible = forms.CharField(label="Tanggung jawab", max_length=200)
    evidence = forms.CharField(label="Bukti dukung", max_length=300, required=False)
    target = forms.CharField(label="Indikator target", max_length=300, required=False)

    @classmethod
    def of(cls, step: DriverStep) -> dict[str, Any]:
        return {name: getattr(step, name) for name in cls.base_fields}


class VisitForm(forms.Form):
    visited_on = TanggalField(label="Tanggal kunjungan", initial=today)
    opd = OpdField(label="OPD yang dikunjungi")
    team = forms.CharField(
        label="Tim",
        max_length=2000,
        help_text="Satu orang per baris, dengan instansinya.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    summary = long_text("Ringkasan")
    line = LineField(help_text="Baris tahun yang sama, biasanya yang bertugas i.")

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("opd", "line"):
            self.fields[name].set_region(region)  # type: ignore[attr-defined]

    @classmethod
    def of(cls, visit: MonevVisit) -> dict[str, Any]:
        return {name: getattr(visit, name) for name in cls.base_fields}


class FindingForm(forms.Form):
    text = long_text("Temuan", required=True)
    follow_up = long_text("Tindak lanjut yang diminta", required=True)
    due_on = TanggalField(label="Tenggat", required=False)
    done_on = TanggalField(
        label="Selesai pada",
        required=False,
        help_text="Isi bila tindak lanjutnya sudah selesai.",
    )
    result = long_text("Hasil tindak lanjut")

    @classmethod
    def of(cls, finding: Finding) -> dict[str, Any]:
        return {name: getattr(finding, name) for name in cls.base_fields}

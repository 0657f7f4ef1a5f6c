"""The form of one OPD's ARG."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.budgets.actions import FACTS
from focal_points.budgets.models import ArgBudget
from focal_points.filters import FilterForm
from focal_points.progress.models import Denominator
from pug_portal.lib.clock import today
from pug_portal.lib.fields import RupiahField, TanggalField, empty_if


class ArgForm(forms.Form):
    denominator = forms.ChoiceField(
        label="Pembanding",
        choices=Denominator.choices,
        help_text="Dengan apa ARG dibandingkan. Tercetak di samping setiap persentase.",
    )
    dpa_total = RupiahField(label="Pembanding pada DPA", required=False)
    dpa_arg = RupiahField(
        label="Pagu ARG pada DPA",
        required=False,
        help_text="Kegiatan yang ada GBS-nya. Tulis 0 bila tidak ada.",
    )
    dpa_on = TanggalField(label="Tanggal DPA", required=False)
    dppa_total = RupiahField(
        label="Pembanding pada DPPA",
        required=False,
        help_text="Kosongkan selama belum ada perubahan anggaran.",
    )
    dppa_arg = RupiahField(label="Pagu ARG pada DPPA", required=False)
    dppa_on = TanggalField(label="Tanggal DPPA", required=False)
    realized = RupiahField(label="Realisasi ARG", required=False)
    realized_on = TanggalField(label="Realisasi per tanggal", required=False)
    note = empty_if(
        "realisasi tidak melebihi pagu",
        forms.CharField(
            label="Catatan",
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
    )

    @classmethod
    def initial_of(cls, budget: ArgBudget) -> dict[str, Any]:
        return {name: getattr(budget, name) for name in FACTS}


class YearForm(FilterForm):
    tahun = forms.TypedChoiceField(label="Tahun anggaran", required=False, coerce=int)

    def __init__(self, data: Any) -> None:
        now = today().year
        super().__init__({"tahun": now, **data})
        years = [(year, year) for year in range(now + 1, now - 7, -1)]
        self.fields["tahun"].choices = years  # type: ignore[attr-defined]

    @property
    def year(self) -> int:
        found = self.cleaned_data.get("tahun") if self.is_valid() else None
        return int(found or today().year)

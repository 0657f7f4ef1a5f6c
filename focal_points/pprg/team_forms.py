"""Forms of the driver team: a reviewer with the SK, and the format of the GAP."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.opd.models import Opd
from focal_points.pprg.models import GapFormat
from focal_points.pprg.team_models import Driver, Reviewer
from pug_portal.accounts.models import Assignment, User
from pug_portal.lib.clock import today
from pug_portal.lib.fields import ManyField, TanggalField
from pug_portal.regions.models import Region


class ReviewerForm(forms.Form):
    user = forms.ModelChoiceField(
        label="Orangnya",
        queryset=User.objects.none(),
        empty_label="Pilih akun",
        help_text="Akun dengan peran Penelaah, Bappeda, atau Sekretariat di daerah ini.",
    )
    office = forms.ChoiceField(label="Unsur tim penggerak", choices=Driver.choices)
    decree_number = forms.CharField(label="Nomor SK", max_length=100)
    decree_date = TanggalField(label="Tanggal SK")
    opds = ManyField(
        label="OPD yang ditelaah",
        queryset=Opd.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = today()
        worn = Assignment.objects.filter(
            region=region, role__in=["telaah", "bappeda", "sekretariat"]
        ).valid_on(day)
        people = User.objects.filter(pk__in=worn.values("user"), is_active=True)
        self.fields["user"].queryset = people.order_by("name")  # type: ignore[attr-defined]
        offices = Opd.objects.filter(region=region).active_on(day).order_by("name")
        self.fields["opds"].queryset = offices  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, seat: Reviewer) -> dict[str, Any]:
        names = ("user", "office", "decree_number", "decree_date")
        found = {name: getattr(seat, name) for name in names}
        return {**found, "opds": list(seat.opds.all())}


class GapChoiceForm(forms.Form):
    year = forms.TypedChoiceField(label="Tahun anggaran", coerce=int)
    gap_format = forms.ChoiceField(
        label="Format GAP", choices=GapFormat.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = today().year
        years = self.fields["year"]
        years.choices = [(year, year) for year in range(now + 2, now - 4, -1)]  # type: ignore[attr-defined]
        years.initial = now + 1

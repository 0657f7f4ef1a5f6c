"""The form of a restructuring: which offices, from when, and what they become."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.opd.change_models import ChangeKind
from focal_points.opd.models import Opd, OpdTag
from focal_points.restructuring.proposal import NewOffice, Proposal
from pug_portal.lib.clock import today
from pug_portal.lib.fields import ManyField, TanggalField
from pug_portal.regions.models import Region

MOST_NEW = 5


class RestructureForm(forms.Form):
    kind = forms.ChoiceField(
        label="Jenis perubahan",
        choices=[
            (ChangeKind.RENAME, "Ganti nama: OPD tetap, namanya berubah"),
            (ChangeKind.MERGE, "Penggabungan: beberapa OPD menjadi satu OPD baru"),
            (ChangeKind.SPLIT, "Pemecahan: satu OPD menjadi beberapa OPD baru"),
            (ChangeKind.CLOSE, "Penutupan: OPD berakhir tanpa penerus"),
        ],
        widget=forms.RadioSelect,
    )
    on = TanggalField(
        label="Berlaku sejak",
        help_text="Hari pertama dengan nama atau OPD yang baru.",
    )
    legal_basis = forms.CharField(
        label="Dasar hukum",
        max_length=250,
        help_text="Misalnya Peraturan Daerah Nomor 3 Tahun 2026 tentang susunan "
        "perangkat daerah.",
    )
    opds = ManyField(
        label="OPD yang berubah",
        queryset=Opd.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu dari daftar ini."},
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.region = region
        # Entered late, the office may have ended on the very day it tells of.
        offered = Opd.objects.filter(region=region).existing_on(today())
        self.fields["opds"].queryset = offered.order_by("name")  # type: ignore[attr-defined]
        for place in range(1, MOST_NEW + 1):
            self.fields |= _office_fields(place)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for place in range(1, MOST_NEW + 1):
            name, short = (
                data.get(f"new_{place}_{part}") for part in ("name", "short")
            )
            if name and not short:
                self.add_error(f"new_{place}_short", "Isi nama singkatnya.")
            if short and not name:
                self.add_error(f"new_{place}_name", "Isi nama resminya.")
        needs_name = data.get("kind") not in (ChangeKind.CLOSE, None)
        if needs_name and not data.get("new_1_name"):
            self.add_error("new_1_name", "Isi nama OPD sesudah perubahan.")
        return data

    def offices(self) -> list[list[forms.BoundField]]:
        """The rows «OPD sesudah perubahan»."""
        return [
            [self[f"new_{place}_{part}"] for part in ("name", "short", "tag")]
            for place in range(1, MOST_NEW + 1)
        ]

    def proposal(self) -> Proposal:
        data = self.cleaned_data
        return Proposal(
            region=self.region,
            kind=ChangeKind(data["kind"]),
            on=data["on"],
            legal_basis=data["legal_basis"],
            old=tuple(data["opds"]),
            new=tuple(self._new()),
        )

    def _new(self) -> list[NewOffice]:
        data = self.cleaned_data
        return [
            NewOffice(
                " ".join(data[f"new_{place}_name"].split()),
                " ".join(data[f"new_{place}_short"].split()),
                data[f"new_{place}_tag"] or OpdTag.OTHER,
            )
            for place in range(1, MOST_NEW + 1)
            if data[f"new_{place}_name"]
        ]


def _office_fields(place: int) -> dict[str, forms.Field]:
    return {
        f"new_{place}_name": forms.CharField(
            label=f"Nama resmi {place}", max_length=200, required=False
        ),
        f"new_{place}_short": forms.CharField(
            label=f"Nama singkat {place}", max_length=60, required=False
        ),
        f"new_{place}_tag": forms.ChoiceField(
            label=f"Tugas PUG {place}",
            choices=OpdTag.choices,
            initial=OpdTag.OTHER,
            required=False,
        ),
    }

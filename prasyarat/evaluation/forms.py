"""The forms of this slice: a period, an old folder, an official result and its notes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest

from prasyarat.evaluation.folder_reading import BIGGEST_ZIP, HINT
from prasyarat.evaluation.result_actions import LONGEST_NOTE
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.instruments.owners import seen_by
from prasyarat.next_steps.plan_forms import ActionForm, SuggestInput
from pug_portal.access.actor import Actor
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.files.upload_handler import too_large
from pug_portal.lib.clock import today
from pug_portal.lib.fields import DecimalField, TanggalField, YearField
from pug_portal.lib.numbers import ukuran
from pug_portal.regions.models import Region

# Words to choose from, never forced: each year's letter names its own.
STAGES = (
    "Penilaian mandiri",
    "Verifikasi administrasi",
    "Verifikasi lapangan",
    "Akhir",
)


class PeriodForm(forms.Form):
    first_year = YearField(label="Tahun pertama", help_text="Tahun yang dinilai.")
    years = forms.TypedChoiceField(
        label="Lamanya",
        choices=[(1, "Satu tahun"), (2, "Dua tahun")],
        coerce=int,
        initial=1,
        error_messages={"invalid_choice": "Pilih satu atau dua tahun."},
    )
    instrument = forms.ModelChoiceField(
        label="Instrumen",
        queryset=Instrument.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": "Pilih instrumen dari daftar."},
    )
    as_of = TanggalField(
        label="Keadaan per tanggal",
        help_text="Jawaban pada tanggal ini yang masuk paket.",
    )
    due_on = TanggalField(label="Tenggat pengiriman")

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["instrument"].queryset = seen_by(by)  # type: ignore[attr-defined]


class FolderForm(forms.Form):
    year = YearField(
        label="Tahun folder",
        help_text="Jawaban baru dari folder ini diberi tanggal 31 Desember tahun itu.",
    )
    source = forms.ModelChoiceField(
        label="Kode menurut instrumen",
        queryset=Instrument.objects.none(),
        empty_label=None,
        help_text="Kode instrumen lain dicari padanannya lewat pemetaan.",
    )
    file = forms.FileField(
        label="Folder sebagai ZIP",
        help_text=HINT,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )

    def __init__(
        self, *args: Any, by: Actor, request: HttpRequest, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["source"].queryset = seen_by(by)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A file dropped while it arrived says so, instead of «not filled in»."""
        data = super().clean() or {}
        if too_large(self.request, "file"):
            self.errors.pop("file", None)
            most = ukuran(BIGGEST_ZIP)
            self.add_error(
                "file", f"ZIP ini terlalu besar; paling besar {most}. Bagi foldernya."
            )
        return data


class ResultForm(TooLargeMixin, forms.Form):
    year = YearField(label="Tahun evaluasi")
    stage = forms.CharField(label="Tahap", max_length=60, widget=SuggestInput(STAGES))
    result_on = TanggalField(label="Tanggal hasil")
    score = DecimalField(
        label="Nilai resmi",
        required=False,
        help_text="Sebagaimana tertulis di suratnya.",
    )
    category = forms.CharField(
        label="Kategori",
        max_length=100,
        required=False,
        help_text="Dengan kata surat itu sendiri.",
    )
    upload = UploadField(label="Dokumen hasil", required=False)


class NoteForm(forms.Form):
    text = forms.CharField(
        label="Catatan verifikator",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis catatan verifikator."},
    )
    indicator = forms.ModelChoiceField(
        label="Indikator",
        queryset=Indicator.objects.none(),
        required=False,
        empty_label="Tidak menyebut satu indikator",
    )

    def __init__(
        self, *args: Any, instrument: Instrument | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = indicators_of(instrument)  # type: ignore[attr-defined]


class FollowUpForm(ActionForm):
    indicator = forms.ModelChoiceField(
        label="Indikator yang diperbaiki",
        queryset=Indicator.objects.none(),
        empty_label="Pilih indikator",
        error_messages={"required": "Pilih indikatornya."},
    )
    field_order = ("indicator", "step", "opd", "owner", "due_on", "programme_line")

    def __init__(
        self,
        *args: Any,
        region: Region,
        instrument: Instrument | None,
        lines: tuple[str, ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, region=region, lines=lines, **kwargs)
        self.fields["indicator"].queryset = indicators_of(instrument)  # type: ignore[attr-defined]


def indicators_of(instrument: Instrument | None) -> Any:
    rows = Indicator.objects.filter(prerequisite__instrument=instrument)
    return rows.order_by("prerequisite__order", "order")


def last_year() -> int:
    return today().year - 1

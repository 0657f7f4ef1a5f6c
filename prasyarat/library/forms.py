"""Forms of the library."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from focal_points.filters import FilterForm
from focal_points.opd.models import Opd
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.instruments.models import Prerequisite
from prasyarat.library.queries import FLAGS
from pug_portal.files.fields import MultiUploadField, TooLargeMixin, UploadField
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField

OLDEST = 8
DATE_HINT = "Tanggal ini menentukan periode yang didukung bukti."
UNTIL_HINT = "Sesudah tanggal ini bukti kedaluwarsa dan tidak dihitung."


class LibraryFilter(FilterForm):
    q = forms.CharField(label="Cari kata di judul dan isi", required=False)
    prasyarat = forms.ChoiceField(label="Prasyarat", required=False)
    butir = forms.ChoiceField(label="Indikator", required=False)
    tahun = forms.TypedChoiceField(
        label="Tahun", required=False, coerce=int, empty_value=None
    )
    tanda = forms.ChoiceField(
        label="Tanda", required=False, choices=[("", "Semua"), *FLAGS]
    )

    def __init__(
        self, *args: Any, prerequisites: list[Prerequisite], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.code, each.short_name) for each in prerequisites]
        _choice(self, "prasyarat").choices = [("", "Semua"), *choices]
        codes = [
            (item.code, item.code)
            for each in prerequisites
            for item in each.indicators.all()
        ]
        _choice(self, "butir").choices = [("", "Semua"), *codes]
        year = today().year
        years = [(each, str(each)) for each in range(year, year - OLDEST, -1)]
        _choice(self, "tahun").choices = [("", "Semua"), *years]


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    return cast(forms.ChoiceField, form.fields[name])


def _about(prerequisites: list[Prerequisite]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Untuk prasyarat",
        required=False,
        choices=[("", "Belum ditentukan")]
        + [(each.code, each.name) for each in prerequisites],
    )


class DatedForm(forms.Form):
    document_date = TanggalField(
        label="Tanggal dokumen", required=False, help_text=DATE_HINT
    )
    valid_until = TanggalField(
        label="Berlaku sampai", required=False, help_text=UNTIL_HINT
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        until, date = data.get("valid_until"), data.get("document_date")
        if until and date and until < date:
            self.add_error(
                "valid_until", "Masa berlaku berakhir sebelum tanggal dokumen."
            )
        return data


class UploadDocuments(TooLargeMixin, DatedForm):
    """Several at once: the dates hold for all; each can be mended on its own page."""

    def __init__(
        self,
        *args: Any,
        prerequisites: list[Prerequisite],
        opds: list[Opd],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        dates = dict(self.fields)
        self.fields.clear()
        self.fields["uploads"] = MultiUploadField(label="Berkas bukti")
        if len(opds) > 1:
            self.fields["opd"] = forms.ModelChoiceField(
                label="OPD", queryset=Opd.objects.filter(pk__in=[o.pk for o in opds])
            )
        self.fields["prerequisite"] = _about(prerequisites)
        self.fields.update(dates)


class NewVersion(TooLargeMixin, DatedForm):
    upload = UploadField(label="Berkas versi baru")
    note = forms.CharField(
        label="Yang berubah",
        required=False,
        max_length=250,
        help_text="Misalnya: perubahan susunan anggota.",
    )
    field_order = ("upload", "note", "document_date", "valid_until")


class EditDocument(DatedForm):
    title = forms.CharField(
        label="Judul",
        max_length=200,
        error_messages={"required": "Tulis judul bukti."},
    )
    field_order = ("title", "prerequisite", "document_date", "valid_until")

    def __init__(
        self,
        *args: Any,
        document: EvidenceDocument,
        newest: EvidenceVersion,
        prerequisites: list[Prerequisite],
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {
            "title": document.title,
            "prerequisite": document.prerequisite,
            "document_date": newest.file.document_date,
            "valid_until": newest.file.valid_until,
        }
        super().__init__(*args, **kwargs)
        self.fields["prerequisite"] = _about(prerequisites)
        self.order_fields(self.field_order)
        if newest.is_adopted:
            self.fields["document_date"].disabled = True
            self.fields["valid_until"].disabled = True


class RetireForm(forms.Form):
    reason = forms.CharField(
        label="Alasan ditarik",
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasan bukti ditarik."},
    )


class DeleteForm(forms.Form):
    reason = forms.CharField(
        label="Alasan dihapus",
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasan bukti dihapus."},
    )


class ChooseForm(forms.Form):
    """Which row is chosen is checked by the verb: it asks the file's own gates."""

    file = forms.UUIDField(
        error_messages={
            "required": "Pilih salah satu berkas.",
            "invalid": "Pilih salah satu berkas.",
        }
    )
    page = forms.CharField(
        label="Halaman atau bagian",
        max_length=20,
        required=False,
        help_text="Misalnya hal. 12; tautannya membuka halaman itu.",
    )
    caption = forms.CharField(label="Keterangan", max_length=200, required=False)

"""Forms of collections."""

from __future__ import annotations

from django import forms

from focal_points.campaigns.models import DocumentKind
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.fields import TanggalField


class OpenCampaignForm(forms.Form):
    title = forms.CharField(
        label="Judul",
        max_length=150,
        help_text="Misalnya Pengumpulan GAP dan GBS untuk RKA 2027.",
    )
    kinds = forms.MultipleChoiceField(
        label="Dokumen yang diminta dari setiap OPD",
        choices=DocumentKind,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu dokumen."},
    )
    due_on = TanggalField(
        label="Tenggat",
        help_text="Sesudah hari ini OPD tetap dapat mengunggah, tetapi tercatat terlambat.",
    )
    message = forms.CharField(
        label="Pesan untuk OPD",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MoveDueForm(forms.Form):
    due_on = TanggalField(label="Tenggat baru")
    reason = forms.CharField(
        label="Alasan",
        max_length=250,
        help_text="Tampil pada papan dan pada halaman setiap OPD.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.DateField(required=False, widget=forms.HiddenInput())


class CloseCampaignForm(forms.Form):
    reason = forms.CharField(
        label="Alasan ditutup sebelum lengkap",
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DocumentForm(TooLargeMixin, forms.Form):
    file = UploadField(label="Berkas")


class ReturnForm(forms.Form):
    note = forms.CharField(
        label="Catatan untuk OPD",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )

"""Asking for a report, typing a verification code, comparing a file."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from pokja.reports.roles import ROLES
from pug_portal.files.fields import TooLargeMixin
from pug_portal.lib import qr
from pug_portal.regions.models import Region

TEXTS = {
    "conditions": ("Kondisi daerah", "Bab II: gambaran singkat daerah."),
    "issues": ("Isu gender utama", "Bab II: kesenjangan yang paling perlu ditangani."),
    "local_rules": (
        "Peraturan daerah tentang PUG",
        "Bab I: satu peraturan per baris, misalnya Peraturan Bupati Nomor 5 Tahun 2014.",
    ),
    "conclusion": ("Kesimpulan", "Bab VII: tambahan atas kesimpulan dari angka."),
    "suggestions": ("Saran", "Bab VII: saran Pokja untuk semester berikutnya."),
}
LONGEST = 5000


class RequestForm(forms.Form):
    """All texts are optional: what stays empty is printed as «nihil»."""

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in TEXTS.items():
            self.fields[name] = _text(label, hint)
        office = region.secretariat_office or "sekretariat"
        for number, role in enumerate(ROLES, start=1):
            label = f"Peran {number}: {role.format(secretariat=office)}"
            self.fields[f"role_{number}"] = _text(
                label,
                "Bab V: cara peran ini dipenuhi, di luar yang terlihat dari data.",
            )

    @staticmethod
    def initial_from(inputs: dict[str, Any]) -> dict[str, str]:
        texts = {name: str(inputs.get(name, "")) for name in TEXTS}
        roles = inputs.get("roles", {})
        return texts | {f"role_{number}": text for number, text in roles.items()}

    def inputs(self) -> dict[str, Any]:
        texts: dict[str, Any] = {
            name: self.cleaned_data[name] for name in TEXTS if self.cleaned_data[name]
        }
        roles = {
            str(number): self.cleaned_data[f"role_{number}"]
            for number in range(1, len(ROLES) + 1)
            if self.cleaned_data[f"role_{number}"]
        }
        return texts | ({"roles": roles} if roles else {})


def _text(label: str, hint: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Kode verifikasi",
        help_text="Tertulis di sampul dan di kaki setiap halaman, "
        "misalnya 7F3K-09QW-ZX4M-TB2C.",
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code = qr.normalise(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(
                "Kode terdiri dari 16 huruf dan angka, misalnya 7F3K-09QW-ZX4M-TB2C. "
                "Periksa lagi tulisannya."
            )
        return code


class CompareForm(TooLargeMixin, forms.Form):
    """The file is only read for its fingerprint; nothing of it is kept."""

    file = forms.FileField(
        label="Berkas PDF",
        help_text="Berkas hanya dihitung sidik jarinya dan tidak disimpan. "
        "Paling besar 10 MB.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )

    def fingerprint(self) -> str:
        upload: UploadedFile = self.cleaned_data["file"]
        digest = hashlib.sha256()
        for chunk in upload.chunks():
            digest.update(chunk)
        return digest.hexdigest()

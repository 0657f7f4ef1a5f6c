"""The small forms along a report's way: the head's approval, reopening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from focal_points.progress.attendance_lists import AttendanceList
from focal_points.progress.models import ProgressFile
from focal_points.progress.sections import Share
from pug_portal.accounts.models import User
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.fields import TanggalField


class SectionsForm(forms.Form):
    """One list per section: who fills it."""

    def __init__(
        self, *args: Any, shares: list[Share], people: list[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = {person.pk: str(person) for person in people}
        for share in shares:
            # Somebody who left stays visible until another one is chosen.
            listed = dict(names)
            if share.author:
                listed.setdefault(
                    share.author.pk, f"{share.author} (tidak bertugas lagi)"
                )
            self.fields[share.section] = forms.TypedChoiceField(
                label=share.title,
                choices=[("", "Siapa saja"), *listed.items()],
                coerce=int,
                empty_value=None,
                required=False,
                initial=share.author.pk if share.author else "",
            )


class EvidenceFactsForm(forms.Form):
    caption = forms.CharField(label="Keterangan bukti", max_length=200, required=False)
    document_date = TanggalField(
        label="Tanggal dokumen",
        required=False,
        help_text="Untuk foto diusulkan dari tanggal kamera.",
    )

    def __init__(self, *args: Any, row: ProgressFile, **kwargs: Any) -> None:
        facts = {
            "caption": row.caption,
            "document_date": row.file.document_date,
            "activity": row.activity_id or "",
        }
        super().__init__(*args, **{**kwargs, "initial": facts})
        rows = row.progress.activities.all()
        listed = forms.TypedChoiceField(
            label="Untuk kegiatan",
            coerce=int,
            empty_value=None,
            required=False,
            choices=[("", "Seluruh laporan"), *((r.pk, r.name[:80]) for r in rows)],
        )
        self.fields["activity"] = listed


class AttendanceForm(forms.Form):
    key = forms.ChoiceField(
        label="Daftar hadir di portal", required=False, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, lists: Sequence[AttendanceList], taken: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.has_lists = bool(lists) or bool(taken)
        self.fields["key"] = forms.ChoiceField(
            label="Daftar hadir di portal",
            required=False,
            initial=taken,
            widget=forms.RadioSelect,
            choices=[
                *((each.key, str(each)) for each in lists),
                ("", "Tidak dari portal; dihitung sendiri"),
            ],
            error_messages={
                "invalid_choice": "Daftar hadir itu tidak ada. Pilih salah satu."
            },
        )


class SignedPageForm(TooLargeMixin, forms.Form):
    head_name = forms.CharField(label="Nama Kepala OPD", max_length=120)
    signed_page = UploadField(
        label="Lembar persetujuan bertanda tangan",
        help_text="Foto atau pindaian, PDF, JPG, atau PNG.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="lembar_%s", **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control w-m"


class HeadNameForm(forms.Form):
    head_name = forms.CharField(label="Nama Kepala OPD", max_length=120)


class HeadReturnForm(forms.Form):
    reason = forms.CharField(
        label="Yang perlu diperbaiki",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label="Alasan dibuka kembali",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="Dibaca OPD dan tercatat di jejak.",
        error_messages={"required": "Tulis alasan laporan dibuka kembali."},
    )
    open_until = TanggalField(
        label="OPD boleh memperbaiki sampai",
        help_text="Periode ini sudah dikunci.",
        error_messages={"required": "Isi sampai tanggal berapa OPD boleh memperbaiki."},
    )

    def __init__(self, *args: Any, needs_date: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_date:
            del self.fields["open_until"]

"""Forms of trainings."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.appointments.models import Appointment
from pokja.trainings.models import Training
from pug_portal.files.fields import HINT, TooLargeMixin, UploadField
from pug_portal.lib.fields import CountField

MOST = 100_000


class TrainingForm(forms.Form):
    target_men = CountField(label="Target laki-laki", required=False, biggest=MOST)
    target_women = CountField(label="Target perempuan", required=False, biggest=MOST)
    lesson_hours = CountField(label="Jam pelajaran", required=False, biggest=1000)
    is_offered = forms.BooleanField(
        label="Tawarkan ke kabupaten/kota",
        required=False,
        help_text="Sekretariat kabupaten/kota dapat mengirim focal point-nya.",
    )

    def __init__(self, *args: Any, offers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not offers:
            del self.fields["is_offered"]

    def facts(self) -> dict[str, Any]:
        return {"is_offered": False, **self.cleaned_data}

    @staticmethod
    def initial_of(row: Training | None) -> dict[str, Any]:
        names = ("target_men", "target_women", "lesson_hours", "is_offered")
        return {name: getattr(row, name) for name in names} if row else {}


class AnswerForm(forms.Form):
    appointments = forms.MultipleChoiceField(
        label="Focal point yang dikirim",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Boleh dipilih kemudian; pilihan dapat diubah sampai kehadirannya dicatat.",
    )

    def __init__(
        self, *args: Any, appointments: list[Appointment], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["appointments"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- for mypy
        field.choices = [
            (str(row.pk), f"{row.name} ({row.opd.short_name})") for row in appointments
        ]

    def chosen(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["appointments"]]


class CertificateForm(TooLargeMixin, forms.Form):
    number = forms.CharField(label="Nomor sertifikat", max_length=100, required=False)
    upload = UploadField(label="Berkas sertifikat", required=False, help_text=HINT)

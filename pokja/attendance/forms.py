"""Forms of the list: the desk's and the phone's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from pokja.attendance.models import Coming, Participant, Source
from pokja.attendance.people import Mark, Person, Place
from pokja.meetings.minutes import one_line
from pokja.meetings.recommendation_forms import OpdOrOther
from pug_portal.lib.fields import empty_if

# Before the number of a chair: «I hold that office myself».
HOLDER = "p"
SEXES = [("L", "Laki-laki (L)"), ("P", "Perempuan (P)")]


class PersonForm(OpdOrOther):
    """A person of the list, or an office whose holder is not known yet."""

    name = empty_if("jabatan diisi", forms.CharField(label="Nama", max_length=120))
    sex = empty_if(
        "tanpa nama", forms.ChoiceField(label="L/P", choices=[("", "–"), *SEXES])
    )
    position = empty_if("nama diisi", forms.CharField(label="Jabatan", max_length=150))
    opd = empty_if("instansi lain ditulis", forms.ChoiceField(label="OPD"))
    institution = empty_if(
        "OPD dipilih",
        forms.CharField(
            label="Instansi lain",
            max_length=150,
            help_text="Misalnya PUSPA, BPS, atau perguruan tinggi.",
        ),
    )
    is_leader = forms.BooleanField(label="Unsur pimpinan daerah", required=False)

    def person(self) -> Person:
        data = self.cleaned_data
        return Person(
            name=one_line(data["name"]),
            sex=data["sex"],
            position=one_line(data["position"]),
            opd=self.opd_of("opd"),
            institution=one_line(data["institution"]),
            is_leader=data["is_leader"],
        )

    @staticmethod
    def initial_of(row: Participant) -> dict[str, Any]:
        return {
            "name": row.name,
            "sex": row.sex,
            "position": row.position,
            "opd": str(row.opd_id or ""),
            "institution": row.institution,
            "is_leader": row.is_leader,
        }


class MarkForm(forms.Form):
    state = forms.ChoiceField(
        label="Kehadiran",
        choices=[("", "Belum dicatat"), *Coming.choices],
        required=False,
    )
    stand_in_name = forms.CharField(
        label="Nama yang mewakili",
        max_length=120,
        required=False,
        help_text="Isi tiga kolom ini bila diwakili.",
    )
    stand_in_position = forms.CharField(
        label="Jabatan yang mewakili", max_length=150, required=False
    )
    stand_in_sex = forms.ChoiceField(
        label="L/P yang mewakili", choices=[("", "–"), *SEXES], required=False
    )
    note = forms.CharField(label="Keterangan", max_length=200, required=False)

    def mark(self) -> Mark:
        return Mark(**self.cleaned_data)


class StrikeForm(forms.Form):
    reason = forms.CharField(
        label="Alasan", max_length=250, help_text="Tersimpan dalam jejak perubahan."
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Kode di layar rapat",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        """It becomes part of an address."""
        typed: str = self.cleaned_data["code"]
        return typed.replace("/", "-")


def _offer(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows for mypy
    field.choices = choices


class ChairForm(forms.Form):
    """The own name among those who are not recorded yet."""

    chair = forms.ChoiceField(
        label="Nama Anda", error_messages={"required": "Pilih nama Anda."}
    )

    def __init__(self, *args: Any, chairs: Sequence[Participant], **kwargs: Any):
        super().__init__(*args, **kwargs)
        named = [(str(row.pk), str(row)) for row in chairs if row.is_known]
        _offer(self.fields["chair"], [("", "Pilih nama"), *named])


class GuestForm(forms.Form):
    name = forms.CharField(label="Nama", max_length=120)
    sex = forms.ChoiceField(label="L/P", choices=SEXES, widget=forms.RadioSelect)
    position = forms.CharField(label="Jabatan", max_length=150)
    institution = forms.CharField(
        label="Instansi",
        max_length=150,
        widget=forms.TextInput(attrs={"list": "kantor"}),
    )
    stands_in_for = forms.ChoiceField(
        label="Mewakili",
        required=False,
        help_text="Pilih bila Anda memegang jabatan yang diundang, atau mewakilinya.",
    )

    def __init__(self, *args: Any, chairs: Sequence[Participant], **kwargs: Any):
        super().__init__(*args, **kwargs)
        offices = [row for row in chairs if not row.is_known]
        own = [(f"{HOLDER}{row.pk}", f"Saya {row}") for row in offices]
        others = [(str(row.pk), f"Mewakili {row}") for row in chairs]
        _offer(self.fields["stands_in_for"], [("", "Tidak mewakili"), *own, *others])

    def person(self) -> Person:
        data = self.cleaned_data
        return Person(
            name=one_line(data["name"]),
            sex=data["sex"],
            position=one_line(data["position"]),
            institution=one_line(data["institution"]),
            source=Source.GUEST,
        )

    def place(self) -> Place | None:
        chosen: str = self.cleaned_data["stands_in_for"]
        if not chosen:
            return None
        return Place(int(chosen.removeprefix(HOLDER)), chosen.startswith(HOLDER))

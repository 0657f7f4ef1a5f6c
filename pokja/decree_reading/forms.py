"""The upload, and the review: every row is ticked by a person or left out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from focal_points.offices.models import Sex
from focal_points.offices.nip import NipField
from pokja.decree_reading.matching import Register, kind_of
from pokja.decree_reading.models import DecreeReading
from pokja.decree_reading.proposal import MOST_ROWS
from pokja.decrees.actions import may_edit
from pokja.decrees.models import TEAM_KINDS, Decree, State
from pokja.membership.ranks import Choices
from pug_portal.access.actor import Actor
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.fields import LongLineField, TanggalField

FACTS = (
    "kind",
    "number",
    "title",
    "issuer_position",
    "signed_name",
    "signed_place",
    "signed_on",
    "effective_from",
    "effective_until",
)
CELLS = ("standing", "field", "name", "sex", "nip", "position", "institution")
WHO = ("name", "position", "institution")
NO_CHOICE = [("", "Pilih")]
MOST_ADDED = 40
EXTRA_ROWS = 3


class ReadForm(TooLargeMixin, forms.Form):
    file = UploadField(
        label="Berkas SK",
        help_text="PDF yang berisi teks (bukan hasil pindaian) atau DOCX, paling besar "
        "10 MB dan 60 halaman.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx"}),
    )


class _DecreeChoice(forms.ModelChoiceField):
    def label_from_instance(self, decree: Decree) -> str:
        number = decree.number or "belum bernomor"
        return f"{decree.get_kind_display()}, {number}: {decree.title[:80]}"


class TargetForm(forms.Form):
    """Where the members go: a decree of the register, or a new rancangan."""

    decree = _DecreeChoice(
        label="Simpan ke",
        queryset=Decree.objects.none(),
        required=False,
        empty_label="Rancangan SK baru, dari data di bawah",
        help_text="Bila SK yang sudah ada dipilih, hanya anggotanya yang ditambahkan; "
        "data SK di bawah tidak dipakai.",
    )
    kind = forms.ChoiceField(label="Jenis SK")
    number = forms.CharField(label="Nomor", max_length=100, required=False)
    title = LongLineField(label="Tentang", max_length=300)
    issuer_position = forms.CharField(
        label="Jabatan penandatangan", max_length=150, required=False
    )
    signed_name = forms.CharField(
        label="Nama penandatangan", max_length=120, required=False
    )
    signed_place = forms.CharField(label="Ditetapkan di", max_length=80, required=False)
    signed_on = TanggalField(label="Tanggal penetapan", required=False)
    effective_from = TanggalField(label="Berlaku sejak", required=False)
    effective_until = TanggalField(label="Berlaku sampai", required=False)
    keeps_file = forms.BooleanField(
        label="Lampirkan berkas ini sebagai pindaian SK", required=False, initial=True
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in TEAM_KINDS if may_edit(actor, kind)]
        rows = Decree.objects.owned_by(actor).filter(kind__in=kinds)
        fields: dict[str, Any] = dict(self.fields)
        fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        fields["decree"].queryset = rows.exclude(state=State.REVOKED)

    def clean(self) -> dict[str, Any]:
        """The facts are asked for only where a rancangan is made of them."""
        data = super().clean() or {}
        if data.get("decree"):
            self._errors = forms.utils.ErrorDict()
        return data

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in FACTS}


def proposed_target(reading: DecreeReading, actor: Actor) -> dict[str, Any]:
    head = reading.proposal["heading"]
    kinds = [kind for kind in TEAM_KINDS if may_edit(actor, kind)]
    kind = kind_of(head["title"])
    same = Decree.objects.owned_by(actor).exclude(number="")
    same = same.filter(number=head["number"], kind__in=kinds)
    return {
        "decree": same.exclude(state=State.REVOKED).first(),
        "kind": kind,
        "number": head["number"],
        "title": head["title"],
        "issuer_position": head["signer_position"],
        "signed_name": head["signer_name"],
        "signed_place": head["signed_place"],
        "signed_on": head["signed_on"],
        "effective_from": head["signed_on"],
        "effective_until": head["effective_until"],
        "keeps_file": True,
    }


class RowForm(forms.Form):
    keep = forms.BooleanField(label="Sudah diperiksa, simpan baris ini", required=False)
    standing = forms.ChoiceField(
        label="Kedudukan",
        error_messages={"required": "Pilih kedudukannya."},
    )
    field = forms.CharField(label="Bidang", max_length=100, required=False)
    name = forms.CharField(label="Nama", max_length=120, required=False)
    sex = forms.ChoiceField(
        label="L/P", choices=[*NO_CHOICE, *Sex.choices], required=False
    )
    nip = NipField(help_text="")
    position = forms.CharField(
        label="Jabatan dalam dinas",
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"list": "saran-jabatan"}),
    )
    institution = forms.CharField(
        label="Instansi",
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"list": "saran-instansi"}),
    )

    is_added = False

    def __init__(self, *args: Any, standings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        fields["standing"].choices = [*NO_CHOICE, *standings]

    def clean(self) -> dict[str, Any]:
        """A row that is not ticked is left out, whatever stands in it."""
        data = super().clean() or {}
        if self.is_added and not any(data.get(name) for name in WHO):
            data["keep"] = False
        if not data.get("keep"):
            self._errors = forms.utils.ErrorDict()
        return data

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name, "") for name in CELLS}


class _Rows(forms.BaseFormSet):
    """`read`: how many rows the reader proposed; what follows a person added."""

    def __init__(self, *args: Any, read: int, **kwargs: Any) -> None:
        self.read = read
        super().__init__(*args, **kwargs)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.is_added = index is not None and index >= self.read

    @property
    def filled(self) -> int:
        """Proposed rows, and added ones with somebody in them."""
        added = (form.cleaned_data for form in self.forms if form.is_added)
        return self.read + sum(any(data.get(n) for n in WHO) for data in added)


MOST_SHOWN = MOST_ROWS + MOST_ADDED
RowForms: Any = forms.formset_factory(
    RowForm, formset=_Rows, extra=0, max_num=MOST_SHOWN, absolute_max=MOST_SHOWN
)


def focus_added(formset: Any) -> None:
    """Who asked for rows goes on typing in the first of them."""
    if len(formset.forms) > EXTRA_ROWS:
        first = formset.forms[-EXTRA_ROWS]
        first.fields["name"].widget.attrs["autofocus"] = True


def lengthen(data: QueryDict, standing: str) -> None:
    """Empty rows below, ticked: who types a row has checked it; an empty one is no row."""
    typed = data.get("baris-TOTAL_FORMS", "")
    rows = int(typed) if typed.isascii() and typed.isdecimal() else 0
    longer = min(rows + EXTRA_ROWS, MOST_SHOWN)
    for place in range(rows, longer):
        data[f"baris-{place}-standing"] = standing
        data[f"baris-{place}-keep"] = "on"
    data["baris-TOTAL_FORMS"] = str(longer)


def proposed_rows(reading: DecreeReading, register: Register) -> list[dict[str, Any]]:
    return [
        {
            **{name: row[name] for name in CELLS},
            "standing": register.standing_of(row["kedudukan"], row["standing"]),
            "sex": row["sex"] or register.sex_of(row["name"], row["nip"]),
        }
        for row in reading.proposal["rows"]
    ]


def label_rows(formset: Any, reading: DecreeReading) -> None:
    """Each row tells what the decree prints."""
    rows = reading.proposal["rows"]
    for number, form in enumerate(formset.forms, 1):
        form.row_label = f"Baris {number}"
        if form.is_added:
            form.row_label += ", ditambahkan"
        else:
            form.printed = rows[number - 1]["kedudukan"]
            form.is_unknown = not form["standing"].value()

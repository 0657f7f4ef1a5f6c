"""Forms of letterheads, letters and invitees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME

from focal_points.offices.models import Office, Sex
from pokja.letters.choices import Capacity, Form, Nature, Paper
from pokja.letters.models import Letter, Letterhead
from pokja.letters.placeholders import KNOWN
from pokja.meetings.invitee_actions import Guest
from pokja.meetings.row_forms import row_form_set
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.models import Region

MOST_LINES, LONGEST_LINE = 6, 90
HINT = "Bila perlu sisipkan " + ", ".join(f"{{{name}}}" for name in KNOWN) + "."


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class LetterheadForm(TooLargeMixin, forms.Form):
    name = forms.CharField(
        label="Nama singkat kantor", max_length=60, help_text="Misalnya Bappeda."
    )
    lines = forms.CharField(
        label="Baris kop",
        max_length=600,
        widget=_lines(3),
        help_text="Satu baris per baris; yang terakhir nama kantor, dicetak terbesar.",
    )
    address = forms.CharField(label="Alamat", max_length=200, required=False)
    phone = forms.CharField(label="Telepon", max_length=60, required=False)
    email = forms.EmailField(label="Surel", required=False)
    website = forms.CharField(label="Laman", max_length=100, required=False)
    emblem = UploadField(
        label="Lambang daerah", required=False, help_text="PNG atau JPG."
    )
    drop_emblem = forms.BooleanField(label="Lepas lambang", required=False)
    paper = forms.ChoiceField(
        label="Ukuran kertas",
        choices=Paper,
        initial=Paper.A4,
        required=False,
        help_text="Untuk surat dan kelengkapan rapat, PDF dan DOCX.",
    )
    place = forms.CharField(
        label="Tempat surat dibuat",
        max_length=60,
        required=False,
        help_text="Di depan tanggal surat; kosong berarti menurut pengaturan daerah.",
    )
    number_format = forms.CharField(
        label="Format nomor",
        max_length=80,
        required=False,
        help_text="Misalnya {kode}/{nomor}/{bulan}/{tahun}. Kosong: nomor ditulis utuh.",
    )
    code = forms.CharField(
        label="Kode klasifikasi",
        max_length=30,
        required=False,
        help_text="Misalnya 005.",
    )
    number_mark = forms.CharField(
        label="Penanda nomor",
        max_length=60,
        required=False,
        help_text="Yang dicari aplikasi registrasi surat dalam DOCX selama nomor belum "
        "ada. Kosong: titik-titik.",
    )

    def __init__(
        self, *args: Any, letterhead: Letterhead | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if letterhead is None or letterhead.emblem_id is None:
            del self.fields["drop_emblem"]

    @staticmethod
    def initial_of(letterhead: Letterhead) -> dict[str, Any]:
        names = set(LetterheadForm.base_fields) - {"emblem", "drop_emblem"}
        return {name: getattr(letterhead, name) for name in names}

    def clean_paper(self) -> str:
        return self.cleaned_data["paper"] or Paper.A4.value

    def clean_lines(self) -> str:
        lines = [line.strip() for line in self.cleaned_data["lines"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(
                f"Paling banyak {MOST_LINES} baris, masing-masing {LONGEST_LINE} huruf."
            )
        return "\n".join(lines)


class LetterForm(forms.Form):
    """The letter beside its preview. Offices are asked for once, for three fields."""

    form = forms.ChoiceField(
        label="Bentuk", choices=Form.choices, widget=forms.RadioSelect
    )
    letterhead = forms.ChoiceField(label="Kop surat", required=False)
    number = forms.CharField(
        label="Nomor",
        max_length=80,
        required=False,
        help_text="Nomor urut, atau nomor lengkap dengan garis miring. Boleh kosong: "
        "diisi oleh registrasi surat.",
    )
    code = forms.CharField(label="Kode klasifikasi", max_length=30, required=False)
    dated = TanggalField(label="Tanggal surat")
    nature = forms.ChoiceField(label="Sifat", choices=Nature.choices)
    attachment = forms.CharField(
        label="Lampiran",
        max_length=60,
        required=False,
        help_text="Kosong: ditulis menurut bentuk suratnya.",
    )
    subject = forms.CharField(label="Hal", max_length=200)
    addressed = forms.CharField(
        label="Kepada",
        max_length=200,
        required=False,
        help_text="Untuk satu surat dengan daftar undangan.",
    )
    opening = forms.CharField(
        label="Pembuka", max_length=2000, widget=_lines(4), help_text=HINT
    )
    closing = forms.CharField(
        label="Penutup", max_length=2000, required=False, widget=_lines(4)
    )
    shows_agenda = forms.BooleanField(label="Cantumkan susunan acara", required=False)
    signer = forms.ChoiceField(
        label="Penanda tangan",
        required=False,
        help_text="Nama, pangkat, dan Plt./Plh. diambil dari register pejabat pada "
        "tanggal surat.",
    )
    capacity = forms.ChoiceField(
        label="Kewenangan", choices=Capacity.choices, widget=forms.RadioSelect
    )
    on_behalf_of = forms.ChoiceField(
        label="Atas nama", required=False, help_text="Untuk a.n. dan u.b."
    )
    via = forms.ChoiceField(
        label="Pejabat di antaranya", required=False, help_text="Hanya untuk u.b."
    )
    copies = forms.CharField(
        label="Tembusan",
        max_length=1000,
        required=False,
        widget=_lines(3),
        help_text="Satu per baris.",
    )

    offices = ("signer", "on_behalf_of", "via")

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heads = {str(each.pk): each for each in _heads(region)}
        self.known = {str(each.pk): each for each in _offices(region)}
        named = [(key, str(each)) for key, each in self.heads.items()]
        self._offer("letterhead", [("", "Kop daerah"), *named])
        titles = [(key, each.title) for key, each in self.known.items()]
        for name in self.offices:
            self._offer(name, [("", "Pilih jabatan"), *titles])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows for mypy
        field.choices = choices

    @staticmethod
    def initial_of(letter: Letter) -> dict[str, Any]:
        plain = set(LetterForm.base_fields) - {"letterhead", *LetterForm.offices}
        return {
            **{name: getattr(letter, name) for name in plain},
            "letterhead": str(letter.letterhead_id or ""),
            "signer": str(letter.signer_id or ""),
            "on_behalf_of": str(letter.on_behalf_of_id or ""),
            "via": str(letter.via_id or ""),
        }

    def facts(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["letterhead"] = self.heads.get(data["letterhead"])
        for name in self.offices:
            data[name] = self.known.get(data[name])
        return data


def _heads(region: Region) -> list[Letterhead]:
    return list(Letterhead.objects.filter(region=region).order_by("name", "pk"))


def _offices(region: Region) -> list[Office]:
    return list(Office.objects.filter(region=region).order_by("title", "pk"))


class GuestRowForm(forms.Form):
    """`pk` is the guest this row was before; it alone does not make a row."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Nama", max_length=120, required=False)
    position = forms.CharField(label="Jabatan", max_length=150, required=False)
    institution = forms.CharField(label="Instansi", max_length=200, required=False)
    sex = forms.ChoiceField(
        label="L/P", choices=[("", "Belum diketahui"), *Sex.choices], required=False
    )
    contact = forms.CharField(label="Surel atau HP/WA", max_length=120, required=False)

    told = ("name", "position", "institution", "contact")

    @property
    def is_kept(self) -> bool:
        data = self.cleaned_data
        if data.get(DELETION_FIELD_NAME):
            return False
        return any(data.get(name) for name in self.told)

    @property
    def row(self) -> Guest:
        data = self.cleaned_data
        return Guest(
            name=data["name"],
            position=data["position"],
            institution=data["institution"],
            sex=data["sex"],
            contact=data["contact"],
            pk=data["pk"],
        )


GuestFormSet = row_form_set(GuestRowForm)

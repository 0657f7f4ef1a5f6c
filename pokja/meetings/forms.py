"""Forms of a meeting as a whole; those that repeat a row stand in row_forms."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from focal_points.progress.duties import DUTIES
from pokja.meetings.choices import FileKind, Kind
from pokja.meetings.models import Meeting
from pokja.meetings.times import local, moment
from pokja.programme.fields import LineField
from pug_portal.files.fields import HINT, MultiUploadField, TooLargeMixin
from pug_portal.lib.fields import CountField, JamField, TanggalField
from pug_portal.regions.models import Region

SHORT_AREA = {"rows": 3}


class TimesForm(forms.Form):
    """Date and hours on the wall of the region."""

    starts_on = TanggalField(label="Tanggal mulai")
    starts_time = JamField(label="Jam mulai")
    ends_on = TanggalField(
        label="Tanggal selesai",
        required=False,
        help_text="Isi hanya bila rapat lebih dari satu hari.",
    )
    ends_time = JamField(label="Jam selesai")

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        self.region = region
        super().__init__(*args, **kwargs)
        for name in ("starts_time", "ends_time"):
            self.fields[name].label = f"{self.fields[name].label} ({region.zone})"

    def times(self) -> dict[str, dt.datetime]:
        data = self.cleaned_data
        last = data["ends_on"] or data["starts_on"]
        return {
            "starts_at": moment(data["starts_on"], data["starts_time"], self.region),
            "ends_at": moment(last, data["ends_time"], self.region),
        }

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        start = local(meeting.starts_at, meeting.region)
        end = local(meeting.ends_at, meeting.region)
        many_days = start.date() != end.date()
        return {
            "starts_on": start.date(),
            "starts_time": start.time(),
            "ends_on": end.date() if many_days else None,
            "ends_time": end.time(),
        }


class MeetingForm(TimesForm):
    """The facts of a meeting. Organiser and host are two fields, theme is optional."""

    kind = forms.ChoiceField(label="Jenis", choices=Kind)
    title = forms.CharField(label="Nama rapat", max_length=250)
    theme = forms.CharField(label="Tema", max_length=250, required=False)
    place = forms.CharField(label="Tempat", max_length=200)
    online_link = forms.URLField(
        label="Tautan rapat daring",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="Ikut tercantum dalam surat, kalender, dan pesan WhatsApp.",
    )
    organiser = forms.CharField(
        label="Penyelenggara",
        max_length=150,
        help_text="Yang mengundang, misalnya kantor sekretariat Pokja.",
    )
    host = forms.CharField(
        label="Tuan rumah",
        max_length=150,
        required=False,
        help_text="Isi bila rapat bertempat di kantor lain.",
    )
    chair_name = forms.CharField(label="Pimpinan rapat", max_length=120, required=False)
    chair_position = forms.CharField(
        label="Jabatan pimpinan rapat", max_length=150, required=False
    )
    opened_by = forms.CharField(label="Dibuka oleh", max_length=200, required=False)
    represents = forms.CharField(
        label="Mewakili",
        max_length=150,
        required=False,
        help_text="Bila pembuka mewakili pejabat lain, misalnya Bupati.",
    )
    speakers = forms.CharField(
        label="Narasumber",
        required=False,
        max_length=2000,
        help_text="Satu orang per baris.",
        widget=forms.Textarea(attrs=SHORT_AREA),
    )
    planned_participants = CountField(label="Rencana jumlah peserta", required=False)
    quorum_percent = CountField(
        label="Kuorum (% dari yang diundang)",
        required=False,
        biggest=100,
        help_text="Kosong bila rapat ini tidak mengenal kuorum.",
    )
    duties = forms.MultipleChoiceField(
        label="Tugas Pokja yang dijalankan rapat ini",
        choices=[(code, f"{code}. {duty}") for code, duty in DUTIES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    programme_line = LineField(
        help_text="Rapat ini dihitung sebagai realisasi baris itu. Pilih baris pada "
        "tahun rapat."
    )
    source_note = forms.CharField(
        label="Sumber dan keterangan",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs=SHORT_AREA),
        help_text="Untuk rapat yang dicatat sesudahnya: dari mana datanya.",
    )
    is_past_entry = forms.BooleanField(
        label="Rapat ini dicatat sesudah berlangsung", required=False
    )

    field_order = [
        "kind",
        "title",
        "theme",
        "starts_on",
        "starts_time",
        "ends_on",
        "ends_time",
        "is_past_entry",
        "place",
        "online_link",
    ]

    FACTS = (
        "kind",
        "title",
        "theme",
        "place",
        "organiser",
        "host",
        "chair_name",
        "chair_position",
        "opened_by",
        "represents",
        "speakers",
        "planned_participants",
        "online_link",
        "quorum_percent",
        "duties",
        "programme_line",
        "source_note",
        "is_past_entry",
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, region=region, **kwargs)
        self.fields["programme_line"].set_region(region)  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        facts = {name: self.cleaned_data[name] for name in self.FACTS}
        facts["speakers"] = "\n".join(
            line.strip() for line in facts["speakers"].splitlines() if line.strip()
        )
        return {**facts, **self.times()}

    @classmethod
    def of(cls, meeting: Meeting) -> dict[str, Any]:
        facts = {name: getattr(meeting, name) for name in cls.FACTS}
        return {**facts, **cls.initial_of(meeting)}


class LineForm(forms.Form):
    """To which programme line a meeting or a follow-up belongs."""

    programme_line = LineField()

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        current = self.initial.get("programme_line")
        self.fields["programme_line"].set_region(region, current)  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Alasan", max_length=250, widget=forms.Textarea(attrs=SHORT_AREA)
    )


class SettleForm(forms.Form):
    """`seen` names the text that was on the screen when the button was pressed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class SignForm(SettleForm):
    notulis = forms.CharField(label="Nama notulis", max_length=120)


class FilesForm(TooLargeMixin, forms.Form):
    kind = forms.ChoiceField(label="Jenis berkas", choices=FileKind)
    uploads = MultiUploadField(label="Berkas", help_text=f"Boleh beberapa. {HINT}")
    caption = forms.CharField(
        label="Keterangan",
        max_length=200,
        required=False,
        help_text="Untuk foto: apa yang tampak dan kapan.",
    )

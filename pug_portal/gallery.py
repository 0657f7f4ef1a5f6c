"""Every component in every state on one page, for developers; its address exists in debug mode only."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pug_portal.files.fields import MultiUploadField
from pug_portal.lib import charts
from pug_portal.lib.fields import (
    CountField,
    JamField,
    PercentField,
    RupiahField,
    TanggalField,
)

TONES = (
    ("bel", "Belum mulai", "circle-dashed"),
    ("draf", "Draf", "pencil"),
    ("aju", "Diajukan", "send"),
    ("ver", "Terverifikasi", "shield-check"),
    ("kem", "Dikembalikan", "arrow-back-up"),
    ("set", "Disahkan", "circle-check"),
    ("lat", "Terlambat 20 hari", "clock-exclamation"),
)
SEVEN = (
    ("k-kom", "Komitmen", "signature", 72.5, 70.0),
    ("k-keb", "Kebijakan", "gavel", 54.0, 52.0),
    ("k-kel", "Kelembagaan", "hierarchy-3", 68.0, 61.0),
    ("k-psm", "Peran Serta Masyarakat", "users-group", 63.5, 60.0),
    ("k-sda", "Sumber Daya", "coins", 47.5, 47.5),
    ("k-dat", "Data dan Informasi Terpilah", "chart-bar", None, 51.0),
    ("k-ala", "Alat Analisis", "report-search", 86.0, 40.5),
)
PATH = (("Draf", "pencil"), ("Diajukan", "send"), ("Diverifikasi", "shield-check"))
BANDS = (("n0", None), ("n1", 30), ("n2", 55), ("n3", 75), ("n4", 92))


class SampleForm(forms.Form):
    name = forms.CharField(label="Nama OPD", help_text="Nama resmi, tanpa singkatan.")
    note = forms.CharField(
        label="Kendala utama", required=False, widget=forms.Textarea({"rows": 3})
    )
    kind = forms.ChoiceField(
        label="Dukungan yang dibutuhkan",
        choices=[("", "Pilih satu"), ("gap", "Pendampingan GAP"), ("dll", "Lainnya")],
    )
    plan = forms.ChoiceField(
        label="Apakah Renja sudah memuat kegiatan responsif gender?",
        help_text="Dasar: Peraturan Bupati Nomor 5 Tahun 2014.",
        choices=[("sudah", "Sudah"), ("rancangan", "Masih rancangan"), ("b", "Belum")],
        widget=forms.RadioSelect,
    )
    parts = forms.MultipleChoiceField(
        label="Isi laporan",
        choices=[("sk", "Keanggotaan dan SK"), ("7", "Tujuh prasyarat")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    money = RupiahField(label="Realisasi anggaran", help_text="Boleh melebihi pagu.")
    share = PercentField(label="Persentase ARG", required=False)
    women = CountField(label="Perempuan")
    day = TanggalField(label="Tanggal")
    hour = JamField(label="Jam mulai", required=False)
    proof = MultiUploadField(label="Bukti", required=False)
    fixed = forms.CharField(label="Daerah", disabled=True, initial="Kabupaten Blora")
    sure = forms.BooleanField(label="Saya sudah memeriksa angka dan bukti.")


def _steps(now: int, css: str = "kini") -> list[dict[str, str]]:
    path = [*PATH, ("Disahkan", "circle-check")]
    if css == "kini balik":
        path[now] = ("Dikembalikan", "arrow-back-up")
    return [
        {
            "label": label,
            "icon": icon,
            "css": "ya" if place < now else css if place == now else "",
            "note": f"{9 + place} Nov" if place <= now else "",
        }
        for place, (label, icon) in enumerate(path)
    ]


def _timeline() -> list[dict[str, Any]]:
    return [
        {
            "title": "Focal point mengajukan ulang",
            "icon": "send",
            "lines": ["20 November 2026 pukul 14.41 WIB"],
        },
        {
            "title": "Sekretariat mengembalikan",
            "icon": "arrow-back-up",
            "css": "wn",
            "lines": ["19 November 2026 pukul 10.05 WIB"],
            "quote": "Jumlah penerima manfaat berbeda dengan daftar hadir.",
        },
        {
            "title": "Perda tentang PUG",
            "icon": "calendar-x",
            "css": "er",
            "lines": ["Belum ada."],
        },
    ]


def _files() -> list[SimpleNamespace]:
    facts = (
        ("pdf", "Laporan kelas ibu hamil Januari–Oktober 2026.pdf", 1_890_000, 12),
        ("xlsx", "Rekap kehadiran 26 puskesmas.xlsx", 214_000, None),
        ("jpg", "Posyandu remaja 12 Oktober.jpg", 1_100_000, None),
    )
    return [
        SimpleNamespace(
            pk=f"00000000-0000-0000-0000-00000000000{place}",
            kind=kind,
            name=name,
            size=size,
            pages=pages,
            document_date=date(2026, 10, 12),
        )
        for place, (kind, name, size, pages) in enumerate(facts)
    ]


def _charts() -> dict[str, Any]:
    petals = [
        charts.Petal(css, name, value, icon, previous=before)
        for css, name, icon, value, before in SEVEN
    ]
    return {
        "rose": charts.rose(petals, 58.1),
        "bars": [
            (css, icon, name, value, charts.bar(value, css, 70))
            for css, name, icon, value, _ in SEVEN
        ],
        "stack": charts.stack(
            [(tone, 3 + place) for place, (tone, _, _) in enumerate(TONES)]
        ),
        "trend": charts.trend(
            [51.3, 52.8, None, 58.1], ["I 2025", "II 2025", "I 2026", "II 2026"]
        ),
        "strip": charts.strip(
            [
                (name, value, css)
                for (css, value), (_, name, *_) in zip(BANDS, SEVEN, strict=False)
            ]
        ),
    }


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    context = {
        "form": SampleForm({"money": "abc", "women": "-1", "parts": ["sk"]}),
        "tones": TONES,
        "steps_now": _steps(1),
        "steps_back": _steps(2, "kini balik"),
        "steps_done": _steps(4),
        "entries": _timeline(),
        "files": _files(),
        "bands": BANDS,
        "page_obj": Paginator(range(100), 25).page(2),
        "losses": ["3 bukti", "1 tindak lanjut"],
        **_charts(),
    }
    return render(request, "components/gallery.html", context)

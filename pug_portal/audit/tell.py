"""An event as an Indonesian sentence, and its changes as readable lines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from pug_portal.audit.models import Event
from pug_portal.lib.dates import EMPTY, tanggal
from pug_portal.lib.numbers import angka

# A year stays as it is; what is larger is an amount and gets its dots.
MOST_YEAR = 9999


def sentence(event: Event) -> str:
    """«Siti Rahmawati (Sekretariat Pokja) membuka periode Semester II 2020.»"""
    who = event.actor_name
    if event.actor_role:
        who = f"{who} ({event.actor_role})"
    return f"{who} {event.says}."


# Links between records carry no Indonesian name of their own in the models.
_LINKS = {
    "decree": "SK",
    "end_decree": "SK yang mengakhiri",
    "file": "berkas",
    "meeting": "rapat",
    "office": "jabatan",
    "opd": "OPD",
    "period": "periode",
    "proposer_opd": "pengusul",
    "region": "daerah",
    "regulation": "produk hukum",
    "scan": "pindaian",
    "stage": "tahap",
}


# What the verbs tell without a column of an Indonesian name behind it.
_UNNAMED = {
    "appointment": "penunjukan",
    "code": "kode",
    "documents": "dokumen",
    "evidence": "bukti",
    "invitees": "yang diundang",
    "is_offered": "ditawarkan kepada daerah lain",
    "joined": "catatan lain yang ikut berubah",
    "kind": "jenis",
    "lesson_hours": "jam pelajaran",
    "lines": "baris",
    "name": "nama",
    "note": "catatan",
    "number": "nomor",
    "obstacles": "kendala",
    "order": "urutan",
    "participant": "peserta",
    "programme_line": "baris program kerja",
    "rad_line": "baris RAD",
    "realisation": "realisasi",
    "reason": "alasan",
    "result": "hasil",
    "rows": "baris",
    "sha256": "sidik jari berkas",
    "source": "sumber",
    "state": "status",
    "steps": "langkah",
    "successor": "pengganti",
    "target_men": "target laki-laki",
    "target_women": "target perempuan",
    "text": "isi",
    "title": "judul",
    "total": "jumlah",
    "user": "pengguna",
    "version": "versi",
    "year": "tahun",
}


def changes(event: Event) -> list[tuple[str, str, str]]:
    """(label, old, new) in words; the model's own Indonesian field names."""
    return [
        (
            label_of(event.object_type, name),
            shown(chosen(event.object_type, name, old)),
            shown(chosen(event.object_type, name, new)),
        )
        for name, (old, new) in event.changes.items()
    ]


def label_of(object_type: str, name: str) -> str:
    plain = name.replace("_", " ")
    try:
        field = apps.get_model(object_type)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist, ValueError):
        return _UNNAMED.get(name, plain)
    label = str(getattr(field, "verbose_name", plain))
    if field.is_relation:
        label = _LINKS.get(name, label)
    return _UNNAMED.get(name, label) if label == plain else label


def chosen(object_type: str, name: str, value: Any) -> Any:
    """A choice by its label: people read «SK Pokja PUG», the row holds «pokja»."""
    try:
        field = apps.get_model(object_type)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist, ValueError):
        return value
    labels = dict(getattr(field, "flatchoices", ()))
    if isinstance(value, list):
        return [chosen(object_type, name, item) for item in value]
    return labels.get(value, value) if isinstance(value, str) else value


def shown(value: Any) -> str:
    if value is None or value == "" or value == []:
        return EMPTY
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int) and abs(value) > MOST_YEAR:
        return angka(value)
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, str):
        try:
            return tanggal(dt.date.fromisoformat(value))
        except ValueError:
            return value
    return str(value)

"""What stands on paper: the columns of a GAP, the rows of a GBS or KAK. No ORM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from focal_points.pprg.fields import Content, Template, lines
from focal_points.pprg.framing import Row
from focal_points.pprg.gap import FACTORS
from focal_points.pprg.prefill import data_text
from focal_points.pprg.reading import text_of
from pug_portal.lib.numbers import EMPTY, rupiah


@dataclass(frozen=True)
class Columns:
    """`groups`: (title, how many columns); no title: the column reaches up."""

    titles: tuple[str, ...]
    groups: tuple[tuple[str, int], ...]
    # Millimetres of 297 that the landscape page leaves for the table.
    widths: tuple[float, ...]


GAP9_COLUMNS = Columns(
    (
        "Pilih Kebijakan/Program/Kegiatan yang akan dianalisis",
        "Data Pembuka Wawasan",
        "Faktor Kesenjangan",
        "Sebab Kesenjangan Internal",
        "Sebab Kesenjangan Eksternal",
        "Reformulasi Tujuan",
        "Rencana Aksi",
        "Data Dasar (Base-line)",
        "Indikator Gender",
    ),
    (
        ("", 1),
        ("", 1),
        ("Isu Gender", 3),
        ("Kebijakan dan Rencana ke Depan", 2),
        ("Pengukuran Hasil", 2),
    ),
    (30, 32, 30, 29, 29, 28, 35, 27, 29),
)
GAP4_COLUMNS = Columns(
    (
        "Isu gender dan masalah dari data, informasi, dan fakta",
        "Penyebab menurut akses, partisipasi, kontrol, dan manfaat",
        "Rencana aksi dalam kerangka logis",
        "K/L/PD yang terkait",
    ),
    (),
    (76, 66, 82, 45),
)


def numbered(things: Sequence[str]) -> str:
    if len(things) < 2:
        return "".join(things)
    return "\n".join(f"{n}. {text}" for n, text in enumerate(things, 1))


def gap9_cells(content: Content) -> list[str]:
    said = content.get
    return [
        _subject(content),
        data_text(content),
        _factors(content),
        numbered(lines(said("internal_causes"))),
        numbered(lines(said("external_causes"))),
        str(said("reformulated_objective") or ""),
        numbered(_actions(content)),
        str(said("baseline") or ""),
        numbered(_indicators(content)),
    ]


def gap4_cells(content: Content) -> list[str]:
    said = content.get
    issue = str(said("gender_issue") or "")
    frame = [
        _labelled("Dampak (impact)", said("impact")),
        _labelled("Hasil (outcome)", said("outcome")),
        _labelled("Keluaran (output) dan kegiatan", "\n" + numbered(_actions(content))),
        _labelled("Indikator", "\n" + numbered(_indicators(content))),
    ]
    return [
        _joined(_subject(content), _labelled("Isu gender", issue), data_text(content)),
        _factors(content),
        _joined(*frame),
        numbered(lines(said("institutions"))),
    ]


def _subject(content: Content) -> str:
    said = content.get
    program = " ".join(filter(None, (said("program_code"), said("policy"))))
    sub = " ".join(filter(None, (said("sub_activity_code"), said("sub_activity"))))
    return _joined(
        _labelled("Program", program),
        _labelled("Kegiatan", said("activity")),
        _labelled("Sub Kegiatan", sub),
        _labelled("Tujuan", said("objective")),
    )


def _factors(content: Content) -> str:
    found = []
    for key, label in FACTORS.items():
        things = lines(content.get(key))
        if things:
            text = things[0] if len(things) == 1 else "\n" + numbered(things)
            found.append(f"{label}: {text}")
    return "\n".join(found)


def _actions(content: Content) -> list[str]:
    made: dict[str, list[str]] = {}
    for row in content.get("action_plan") or []:
        name = str(row.get("action") or "").strip()
        if not name:
            continue
        outputs = made.setdefault(name, [])
        output = str(row.get("output") or "").strip()
        if output and output not in outputs:
            outputs.append(output)
    return [
        f"{name}\nKeluaran: {'; '.join(outputs)}" if outputs else name
        for name, outputs in made.items()
    ]


def _indicators(content: Content) -> list[str]:
    return [
        _joined(str(row.get("indicator") or ""), _labelled("Target", row.get("target")))
        for row in content.get("gender_indicator") or []
    ]


def _labelled(label: str, text: Any) -> str:
    return f"{label}: {text}" if str(text or "").strip() else ""


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


@dataclass(frozen=True)
class Pair:
    """A row of the form: label and text; a part's heading has no text."""

    label: str
    text: str
    is_head: bool = False


def gbs_pairs(
    template: Template, content: Content, opd_name: str, year: int
) -> list[Pair]:
    def of(key: str) -> str:
        return text_of(template, content, key) or EMPTY

    factors = "\n".join(
        f"{label}: {text}"
        for key, label in zip(
            ("access", "participation", "control", "benefit"),
            FACTORS.values(),
            strict=True,
        )
        if (text := text_of(template, content, f"situation_{key}"))
    )
    address = text_of(template, content, "address")
    found = [Pair("Nama SKPD", opd_name)]
    found += [Pair("Alamat", address)] if address else []
    found += [
        Pair("Tahun Anggaran", str(year)),
        Pair("Program", of("program")),
        Pair("Kode Program", of("program_code")),
    ]
    objective = text_of(template, content, "program_objective")
    found += [Pair("Tujuan Program", objective)] if objective else []
    return [
        *found,
        Pair("Analisis Situasi", "", is_head=True),
        Pair("1. Data Pembuka Wawasan", of("situation_data")),
        Pair("2. Isu dan Faktor Kesenjangan Gender", "", is_head=True),
        Pair("a. Faktor Kesenjangan", factors or EMPTY),
        Pair("b. Penyebab Internal", _list(content, "situation_internal")),
        Pair("c. Penyebab Eksternal", _list(content, "situation_external")),
        Pair("Capaian Program", "", is_head=True),
        Pair("1. Tolok Ukur", of("outcome_benchmark")),
        Pair("2. Indikator Kinerja", _list(content, "outcome_indicator")),
        Pair("Target Kinerja", _list(content, "outcome_target")),
        Pair("Jumlah Anggaran Kegiatan/Sub Kegiatan (Rp)", of("activity_budget")),
    ]


def action_rows(content: Content) -> list[tuple[str, str, str, str]]:
    rows: list[Row] = list(content.get("actions") or [])
    return [
        (
            str(row.get("name") or EMPTY),
            rupiah(row.get("input")),
            str(row.get("output") or EMPTY),
            str(row.get("outcome") or EMPTY),
        )
        for row in rows
    ]


def kak_pairs(
    template: Template, content: Content, opd_name: str, year: int
) -> list[Pair]:
    def of(key: str) -> str:
        return text_of(template, content, key) or EMPTY

    limits = text_of(template, content, "limits")
    return [
        Pair("SKPD", opd_name),
        Pair("Tahun Anggaran", str(year)),
        Pair("Program", of("program")),
        Pair("Kegiatan", of("activity")),
        Pair("Indikator kinerja kegiatan", "", is_head=True),
        Pair("Keluaran (output)", _list(content, "output_indicator")),
        Pair("Hasil (outcome)", _list(content, "outcome_indicator")),
        Pair("Latar belakang", "", is_head=True),
        Pair("Dasar hukum", _list(content, "legal_basis")),
        Pair("Gambaran umum", of("overview")),
        Pair("Penerima manfaat", of("beneficiaries")),
        Pair("Maksud dan tujuan", of("purpose")),
        Pair("Cara pelaksanaan (tahapan, metode)", _list(content, "method")),
        Pair("Lokasi", of("location")),
        Pair("Pelaksana dan penanggung jawab", of("executor")),
        *([Pair("Batasan kegiatan", limits)] if limits else []),
        Pair("Jadwal/waktu", of("schedule")),
        Pair("Biaya", of("cost")),
    ]


def _list(content: Content, key: str) -> str:
    return numbered(lines(content.get(key))) or EMPTY

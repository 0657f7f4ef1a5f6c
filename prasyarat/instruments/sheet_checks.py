"""What is wrong between the cells of a workbook: every fault at its own cell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from prasyarat.instruments.sheet_rows import CHOICES, NUMBERS, band_edges
from pug_portal.lib.sheets import Row

HUNDRED = Decimal(100)
ONLY = {
    "unit": (NUMBERS, "angka dan persentase"),
    "rule": (NUMBERS, "angka dan persentase"),
    "target": (NUMBERS, "angka dan persentase"),
    "per": (NUMBERS, "angka dan persentase"),
    "numerator": (("PCT",), "persentase"),
    "denominator": (("PCT",), "persentase"),
}


def check_head(row: Row) -> None:
    values = row.values
    if _is_bad(values.get("year"), 2000, 2100):
        row.refuse("year", "tulis tahun empat angka, dari 2000 sampai 2100")
    if values.get("version") == 0:
        row.refuse("version", "versi dimulai dari 1")
    if typed := values.get("bands"):
        try:
            edges = band_edges(typed)
        except ValueError:
            row.refuse(
                "bands", "tulis angka dipisahkan titik koma, misalnya 50; 70; 85"
            )
            return
        if edges != sorted(set(edges)) or edges[0] <= 0 or edges[-1] >= HUNDRED:
            row.refuse("bands", "batas warna harus naik, di antara 0 dan 100")


def _is_bad(value: int | None, least: int, most: int) -> bool:
    return value is not None and not least <= value <= most


def check_once(rows: Sequence[Row], *keys: str) -> None:
    """The same code twice is refused at the second one, with the first named."""
    seen: dict[tuple[Any, ...], int] = {}
    for row in rows:
        told = tuple(row.values.get(key) for key in keys)
        if not all(told):
            continue
        if told in seen:
            at = f"kode «{told[-1]}» sudah dipakai pada baris {seen[told]}"
            row.refuse(keys[-1], f"{at}; setiap kode hanya sekali")
        seen.setdefault(told, row.number)


def check_indicator(row: Row, prerequisites: set[str], sources: set[str]) -> None:
    values = row.values
    of = values.get("prerequisite")
    if of and of not in prerequisites:
        row.refuse("prerequisite", f"prasyarat «{of}» tidak ada dalam daftar prasyarat")
    for source in values.get("basis") or ():
        if source not in sources:
            row.refuse("basis", f"sumber «{source}» tidak ada dalam daftar sumber")
    if values.get("max") == 0:
        row.refuse("max", "nilai maksimum harus di atas 0")
    kind = values.get("type")
    if not kind:
        return
    for key, (kinds, words) in ONLY.items():
        if kind not in kinds and values.get(key) not in (None, ""):
            row.refuse(key, f"hanya untuk jenis {words}; kosongkan")
    if kind in NUMBERS:
        _check_number(row, kind)
    if kind == "TXT" and not values.get("text_label"):
        row.refuse("text_label", "jenis uraian memerlukan nama uraian yang diminta")


def _check_number(row: Row, kind: str) -> None:
    values = row.values
    for key, word in (
        ("unit", "satuan"),
        ("rule", "aturan target"),
        *((("numerator", "pembilang"), ("denominator", "penyebut")) if kind == "PCT" else ()),
    ):  # fmt: skip
        if not values.get(key):
            row.refuse(key, f"{word} wajib diisi untuk jenis ini")
    rule, target = values.get("rule"), values.get("target")
    if rule == "region" and target is not None:
        row.refuse("target", "target diisi daerah; kosongkan")
    if rule in ("ratio", "above") and target is None:
        row.refuse(
            "target", "target belum diisi, sehingga indikator tidak dapat dinilai"
        )
    if rule == "ratio" and target == 0:
        row.refuse("target", "target harus di atas 0")
    if kind == "PCT" and target is not None and target > HUNDRED:
        row.refuse("target", "target persentase paling besar 100")


def check_choices(items: Sequence[Row], choices: Sequence[Row]) -> None:
    of_code = {item.values.get("code"): item for item in items}
    scores: dict[str, list[Decimal]] = {}
    for choice in choices:
        code = choice.values.get("indicator")
        item = of_code.get(code)
        if not code:
            continue
        if item is None:
            choice.refuse(
                "indicator", f"indikator «{code}» tidak ada di lembar Indikator"
            )
            continue
        if item.values.get("type") not in (*CHOICES, None, ""):
            choice.refuse(
                "indicator", f"indikator «{code}» tidak dijawab dengan pilihan"
            )
        score, most = choice.values.get("score"), item.values.get("max")
        if score is None:
            continue
        scores.setdefault(code, []).append(score)
        if most is not None and score > most:
            choice.refuse("score", f"nilai melebihi nilai maksimum indikator «{code}»")
    for item in items:
        check_reached(item, scores.get(item.values.get("code") or "", []))


def check_reached(item: Row, scores: list[Decimal]) -> None:
    most = item.values.get("max")
    if item.values.get("type") not in CHOICES or most is None:
        return
    if not scores:
        item.refuse(
            "type",
            "belum punya pilihan jawaban, sehingga tidak dapat dijawab",
        )
    elif max(scores) < most:
        item.refuse("max", "tidak ada pilihan yang mencapai nilai maksimum ini")


def check_kinds(items: Sequence[Row], kinds: Sequence[Row]) -> None:
    types = {item.values.get("code"): item.values.get("type") for item in items}
    for kind in kinds:
        code = kind.values.get("indicator")
        if code and types.get(code) != "PCT":
            kind.refuse(
                "indicator", f"indikator «{code}» bukan persentase di lembar Indikator"
            )


def check_asked(prerequisites: Sequence[Row], items: Sequence[Row]) -> None:
    asked = {item.values.get("prerequisite") for item in items}
    for row in prerequisites:
        code = row.values.get("code")
        if code and code not in asked:
            row.refuse("code", f"prasyarat «{code}» belum punya indikator")

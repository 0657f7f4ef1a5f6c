"""Changing one part of a document. Pure: what it says is judged before publishing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prasyarat.instruments.document import Document
from prasyarat.instruments.sheet_rows import item_of_row
from pug_portal.access.refusal import Refusal

HEAD = ("name", "issuer", "year", "source", "note", "band_edges", "sources")


def with_head(document: Document, values: Mapping[str, Any]) -> Document:
    return document | {key: values[key] for key in HEAD if key in values}


def with_prerequisite(
    document: Document, old: str | None, values: Mapping[str, Any]
) -> Document:
    rows = list(document["prerequisites"])
    _refuse_twice(rows, old, values["code"])
    row = {key: values[key] for key in ("code", "label", "short_label", "icon")}
    _put(rows, old, {"order": 0, **row})
    items = [
        {**item, "prerequisite": row["code"]} if item["prerequisite"] == old else item
        for item in document["indicators"]
    ]
    return _ordered(document | {"prerequisites": rows, "indicators": items})


def without_prerequisite(document: Document, code: str) -> Document:
    if any(item["prerequisite"] == code for item in document["indicators"]):
        raise Refusal(
            "Prasyarat ini masih punya indikator. Pindahkan atau hapus indikatornya dulu."
        )
    rows = [row for row in document["prerequisites"] if row["code"] != code]
    return _ordered(document | {"prerequisites": rows})


def with_indicator(
    document: Document,
    old: str | None,
    row: Mapping[str, Any],
    choices: list[dict[str, Any]],
    kinds: list[dict[str, Any]],
) -> Document:
    rows = list(document["indicators"])
    _refuse_twice(rows, old, row["code"])
    _put(rows, old, item_of_row(row, 0, choices, kinds))
    return _ordered(document | {"indicators": rows})


def without_indicator(document: Document, code: str) -> Document:
    rows = [row for row in document["indicators"] if row["code"] != code]
    return _ordered(document | {"indicators": rows})


def _refuse_twice(rows: list[dict[str, Any]], old: str | None, code: str) -> None:
    if code != old and any(row["code"] == code for row in rows):
        raise Refusal(f"Kode «{code}» sudah dipakai.", field="code")


def _put(rows: list[dict[str, Any]], old: str | None, row: dict[str, Any]) -> None:
    places = [at for at, each in enumerate(rows) if each["code"] == old]
    if places:
        rows[places[0]] = row
    else:
        rows.append(row)


def _ordered(document: Document) -> Document:
    """Orders without gaps, the items in the order of their prerequisites."""
    parts = [
        {**row, "order": at} for at, row in enumerate(document["prerequisites"], 1)
    ]
    place = {row["code"]: row["order"] for row in parts}
    items = sorted(
        document["indicators"], key=lambda item: place.get(item["prerequisite"], 0)
    )
    counted: dict[str, int] = {}
    numbered = []
    for item in items:
        of = item["prerequisite"]
        counted[of] = counted.get(of, 0) + 1
        numbered.append({**item, "order": counted[of]})
    return document | {"prerequisites": parts, "indicators": numbered}

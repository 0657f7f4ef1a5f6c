"""The canonical form as rows of the tabs, there and back without loss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from prasyarat.instruments.document import Document
from prasyarat.instruments.loading import SCHEMA

Rows = list[dict[str, Any]]
CHOICES = ("YN", "YNP")
NUMBERS = ("N", "PCT")
# Decimal also reads NaN, Infinity, 1e9 and digits of other scripts.
_EDGE = re.compile(r"[0-9]{1,3}([.,][0-9]{1,6})?")


def rows_of(document: Document) -> tuple[Rows, Rows, Rows, Rows, Rows, Rows]:
    """A draft may lack anything: what is not there is an empty cell."""
    edges = [f"{_exact(edge):f}".replace(".", ",") for edge in document["band_edges"]]
    head = {**document, "bands": "; ".join(edges)}
    items = document["indicators"]
    return (
        [head],
        document["prerequisites"],
        [flat_item(item) for item in items],
        _below(items, "choices"),
        _below(items, "denominator_kinds"),
        [{"code": k, "title": v} for k, v in document["sources"].items()],
    )


def flat_item(item: Mapping[str, Any]) -> dict[str, Any]:
    target, whose = item.get("target") or {}, item.get("responsible") or {}
    return {
        **item,
        "responsible": whose.get("text"),
        "tags": whose.get("tags"),
        "filled_by": whose.get("filled_by"),
        "rule": target.get("rule"),
        "target": target.get("value"),
        "per": target.get("per"),
    }


def _below(items: Iterable[Mapping[str, Any]], key: str) -> Rows:
    return [
        {**each, "indicator": item.get("code")}
        for item in items
        for each in item.get(key, ())
    ]


def document_of_rows(
    head: Mapping[str, Any],
    prerequisites: Rows,
    indicators: Rows,
    choices: Rows,
    kinds: Rows,
    sources: Rows,
) -> Document:
    """Orders follow from the rows; what does not belong to a type is refused before."""
    places: dict[str, int] = {}
    items = []
    for row in indicators:
        of = row["prerequisite"]
        places[of] = places.get(of, 0) + 1
        items.append(item_of_row(row, places[of], choices, kinds))
    plain = ("code", "version", "name", "issuer", "year", "source", "note", "method")
    return {
        "schema": SCHEMA,
        **{key: head[key] for key in plain},
        "band_edges": band_edges(head["bands"]),
        "sources": {row["code"]: row["title"] for row in sources},
        "choice_sets": {"YN": [], "YNP": []},
        "prerequisites": [
            {"order": order, **row} for order, row in enumerate(prerequisites, 1)
        ],
        "indicators": items,
    }


def item_of_row(
    row: Mapping[str, Any], order: int, choices: Rows, kinds: Rows
) -> dict[str, Any]:
    kind = row["type"]
    found = {
        "code": row["code"],
        "prerequisite": row["prerequisite"],
        "order": order,
        "text": row["text"],
        "type": kind,
        "weight": row["weight"],
        "max": row["max"],
        "document_mandatory": row["document_mandatory"],
        "evidence": row["evidence"],
        "responsible": {
            "text": row["responsible"],
            "tags": row["tags"],
            "filled_by": row["filled_by"],
        },
        "levels": row["levels"],
        "basis": row["basis"],
    }
    if kind in CHOICES:
        found["choices"] = _own(choices, row["code"], "code", "label", "score")
    if kind in NUMBERS:
        found |= {"unit": row["unit"], "target": _target(row)}
    if kind == "PCT":
        found |= {"numerator": row["numerator"], "denominator": row["denominator"]}
    asked = {
        "denominator_kinds": _own(kinds, row["code"], "code", "label"),
        "text_label": row["text_label"],
        "may_exceed": row["may_exceed"],
        "legal_basis": row["legal_basis"],
        "fact": row["fact"],
        "opd_fact": row["opd_fact"],
    }
    return found | {key: value for key, value in asked.items() if value}


def _target(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {"rule": row["rule"]}
    if row["target"] is not None:
        found["value"] = row["target"]
    if row["per"]:
        found["per"] = row["per"]
    return found


def _own(rows: Rows, code: str, *keys: str) -> Rows:
    return [{key: r[key] for key in keys} for r in rows if r["indicator"] == code]


def band_edges(typed: str) -> list[Decimal]:
    """Raises ValueError where a part is no plain number, or where there is none."""
    parts = [part.strip() for part in typed.split(";") if part.strip()]
    if not parts or not all(map(_EDGE.fullmatch, parts)):
        raise ValueError(typed)
    return [Decimal(part.replace(",", ".")) for part in parts]


def _exact(edge: Any) -> Decimal:
    return Decimal(str(edge))

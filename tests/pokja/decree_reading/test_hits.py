"""The reader against ten frozen decrees. `-s` prints the table of hits."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from pokja.decree_reading.child import READERS
from pokja.decree_reading.proposal import propose

SAMPLES = Path(__file__).parent / "samples"
FACTS = ("number", "title", "signed_on", "signed_place", "signer_position")
FACTS += ("signer_name",)
CELLS = ("name", "kedudukan", "standing", "position", "institution")
NEEDED = 0.9

pytestmark = pytest.mark.slow


def same(one: object, other: object) -> bool:
    """Capitals are a matter of taste; nothing else is forgiven."""
    return str(one or "").casefold() == str(other or "").casefold()


def hits_of(path: Path) -> dict[str, tuple[int, int]]:
    told = json.loads(path.read_text(encoding="utf-8"))
    document = next(p for p in SAMPLES.glob(f"{path.stem}.*") if p != path)
    kind = document.suffix[1:]
    found = propose(READERS[kind](document.read_bytes()))
    rows = [asdict(row) for row in found.rows]
    # A row too many or too few moves all that follow: they count as missed.
    pairs = list(zip(told["rows"], rows, strict=False))
    most = max(len(told["rows"]), len(rows))
    hits = {
        cell: (sum(same(one[cell], other[cell]) for one, other in pairs), most)
        for cell in CELLS
    }
    named = [(one, other) for one, other in pairs if one["name"] or other["name"]]
    hits["named"] = (sum(same(a["name"], b["name"]) for a, b in named), len(named))
    facts = [same(getattr(found.heading, fact), told[fact]) for fact in FACTS]
    return {"facts": (sum(facts), len(FACTS)), **hits}


def test_nine_of_ten_names_and_kedudukan_are_proposed_rightly():
    table = {path.stem: hits_of(path) for path in sorted(SAMPLES.glob("*.json"))}
    assert len(table) == 10
    columns = list(next(iter(table.values())))
    total = {
        column: tuple(
            sum(row[column][part] for row in table.values()) for part in (0, 1)
        )
        for column in columns
    }
    lines = ["", f"{'':32}" + "".join(f"{column:>13}" for column in columns)]
    for stem, row in [*table.items(), ("altogether", total)]:
        cells = "".join(f"{f'{hit}/{all_}':>13}" for hit, all_ in row.values())
        lines.append(f"{stem:32}{cells}")
    sys.stdout.write("\n".join(lines) + "\n")
    for column in columns:
        hit, everything = total[column]
        assert hit >= NEEDED * everything, f"{column}: {hit} of {everything}"

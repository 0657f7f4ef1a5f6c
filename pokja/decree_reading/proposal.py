"""From the blocks of a document to what the portal proposes. Nothing is stored here."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from pokja.decree_reading import lists, rows, unlined
from pokja.decree_reading.blocks import Block, Line, Table, Unreadable
from pokja.decree_reading.heading import Heading, heading_of
from pokja.decree_reading.rows import Found
from pokja.decree_reading.vocabulary import plain

MOST_ROWS = 120
NO_DECREE = (
    "Dokumen ini tidak terbaca sebagai Keputusan: tidak ada nomor, tentang, tanggal "
    "penetapan, atau susunan anggota. Periksa berkasnya, atau ketik datanya di "
    "“Catat SK”."
)


@dataclass(frozen=True)
class Proposal:
    heading: Heading
    rows: list[Found]
    # How many more rows the document has than one page can show.
    left_out: int = 0

    def packed(self) -> dict[str, object]:
        return {
            "heading": {
                name: value.isoformat() if hasattr(value, "isoformat") else value
                for name, value in dataclasses.asdict(self.heading).items()
            },
            "rows": [dataclasses.asdict(row) for row in self.rows],
            "left_out": self.left_out,
        }


def propose(blocks: list[Block]) -> Proposal:
    lines = [block.text for block in blocks if isinstance(block, Line)]
    heading = heading_of(lines)
    found = members_of(blocks, heading)
    if not found and not (heading.number and heading.title):
        raise Unreadable(NO_DECREE)
    return Proposal(heading, found[:MOST_ROWS], max(0, len(found) - MOST_ROWS))


def members_of(blocks: list[Block], heading: Heading) -> list[Found]:
    found: list[Found] = []
    for part in _parts(blocks, heading):
        tables = [block for block in part if isinstance(block, Table)]
        lines = [block for block in part if isinstance(block, Line)]
        members = rows.rows_of(tables)
        if not members and (table := unlined.table_of(lines)):
            members = rows.rows_of([table])
        if not members and not tables:
            members = lists.rows_of(line.text for line in lines)
        found += members
    return found


def _parts(blocks: list[Block], heading: Heading) -> list[list[Block]]:
    """Each lampiran up to its signature; without any, what follows MEMUTUSKAN."""
    signer = plain(heading.signer_position)
    parts: list[list[Block]] = []
    is_open = False
    for block in blocks:
        if isinstance(block, Line):
            words = plain(block.text).rstrip(" ,")
            if unlined.is_annex(block.text):
                parts.append([])
                is_open = True
                continue
            if is_open and _is_signature(words, signer) and _has_body(parts[-1]):
                is_open = False
        if is_open:
            parts[-1].append(block)
    return parts or [_after_decision(blocks)]


def _is_signature(words: str, signer: str) -> bool:
    if words.startswith(("ditetapkan di", "a.n. ", "an. ")):
        return True
    return (
        bool(signer)
        and len(words) > 8
        and (words == signer or signer.startswith(words))
    )


def _has_body(part: list[Block]) -> bool:
    """The signer's office stands over the lampiran too: «KEPUTUSAN BUPATI …»."""
    return len(part) > 4 or any(isinstance(block, Table) for block in part)


def _after_decision(blocks: list[Block]) -> list[Block]:
    for place, block in enumerate(blocks):
        if isinstance(block, Line) and plain(block.text).startswith("memutuskan"):
            return blocks[place:]
    return blocks

"""Where each file of the pack lies: the prerequisite, the item, the OPD, then the file.

Evaluators open one folder per item, so a file that serves many items lies in each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prasyarat.evaluation.content import Entry
from prasyarat.evaluation.models import EvaluationPeriod
from pug_portal.access.refusal import Refusal
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import ukuran
from pug_portal.lib.windows_names import Names, safe_name

# Together with the shortest file name they stay below the longest path.
PREREQUISITE, INDICATOR, OFFICE = 36, 72, 30
MOST_BYTES = 500 * 1024 * 1024
MOST_FILES = 5000


@dataclass(frozen=True)
class Placed:
    """`number`: which of the entry's pieces of evidence it is."""

    entry: Entry
    number: int
    file: StoredFile
    path: str


def folder_of(entry: Entry) -> str:
    indicator = entry.indicator
    group = indicator.prerequisite
    parts = [
        safe_name(f"{group.order:02d} {group.short_name}", PREREQUISITE),
        safe_name(f"{entry.place} {indicator.code} {indicator.text}", INDICATOR),
    ]
    if entry.item.opd:
        parts.append(safe_name(entry.item.opd.short_name, OFFICE))
    return "/".join(parts)


def placed(entries: Iterable[Entry]) -> list[Placed]:
    names = Names()
    return [_claim(names, *each) for each in _files(entries)]


def _files(entries: Iterable[Entry]) -> Iterator[tuple[Entry, int, StoredFile]]:
    for entry in entries:
        for number, evidence in enumerate(entry.evidence, 1):
            if evidence.file is not None:
                yield entry, number, evidence.file


def _claim(names: Names, entry: Entry, number: int, file: StoredFile) -> Placed:
    stem = f"{number:02d} {file.name.removesuffix('.' + file.kind)}"
    return Placed(entry, number, file, names.claim(folder_of(entry), stem, file.kind))


def refuse_too_much(files: list[Placed]) -> None:
    size = sum(each.file.size for each in files)
    if size > MOST_BYTES or len(files) > MOST_FILES:
        raise Refusal(
            f"Paket ini memuat {len(files)} berkas ({ukuran(size)}); paling banyak "
            f"{MOST_FILES} berkas dan {ukuran(MOST_BYTES)}. Ganti bukti pindaian yang besar "
            "dengan mutu lebih rendah, lalu susun lagi."
        )


def pack_name(period: EvaluationPeriod) -> str:
    told = f"Paket {period} {period.region.short_name} per {tanggal(period.on)}"
    return f"{safe_name(told, 100)}.zip"

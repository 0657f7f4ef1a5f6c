"""The page of the consistency rules for 40 OPD, with nothing kept from an earlier look."""

from __future__ import annotations

from statistics import median

from bench.asking import Child
from bench.pages import NOT_THERE, ROUNDS, whole
from bench.results import Results

NAME = "Konsistensi data, 40 OPD, detik tanpa simpanan"
LIMIT = 1.0
FIRST_DAY = 1


def measure_consistency(results: Results, portal: Child) -> None:
    """Each round asks about another day: what was found is kept per day."""
    url = portal.ask("find", name="consistency", who="siti")
    if url is None:
        results.absent(NAME, LIMIT, NOT_THERE)
        return
    seconds = [
        whole(
            portal.ask(
                "times",
                url=f"{url}?per=2026-11-{FIRST_DAY + day:02}",
                who="siti",
                count=1,
            )
        )
        for day in range(ROUNDS)
    ]
    facts = portal.ask("look", url=url, who="siti")
    why = f"{facts['nodes']} simpul, {facts['gzip'] / 1000:.1f} KB gzip, {facts['queries']} kueri sesudah tersimpan"
    results.add(NAME, round(median(seconds), 2), LIMIT, why)

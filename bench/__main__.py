"""All budgets in one run: a table, and on the last line one JSON object."""

from __future__ import annotations

import sys
import time

from bench.asking import child
from bench.bases import make_bases
from bench.consistency import measure_consistency
from bench.imports import measure_imports
from bench.latency import measure_latency
from bench.pages import measure_pages, measure_wide_pages
from bench.pdf import measure_pdf
from bench.queries import measure_queries
from bench.results import Results
from bench.setting import MANY, ONE, Setting, setting
from bench.weight import measure_weight


def main() -> None:
    started = time.monotonic()
    results = Results()
    with setting() as place:
        make_bases(place)
        measure_portal(results, place)
        measure_weight(results, place)
        measure_pdf(results, place)
        measure_imports(results, place)
        measure_latency(results, place)
    results.show()
    print(f"\n{(time.monotonic() - started) / 60:.1f} menit.")
    print(results.json())
    sys.stdout.flush()


def measure_portal(results: Results, place: Setting) -> None:
    with (
        child(place, ONE, "bench.floor.settings") as floor,
        child(place, ONE) as one,
        child(place, MANY) as many,
    ):
        measure_queries(results, one, many)
        measure_pages(results, floor, one, many)
        measure_wide_pages(results, many)
        measure_consistency(results, one)


if __name__ == "__main__":
    main()

"""An Excel import of 500 members against openpyxl reading the same file."""

from __future__ import annotations

from statistics import median

from bench.asking import Child, child
from bench.results import Results
from bench.setting import ONE, Setting

MODULE = "bench.import_child"
ROUNDS = 15
ROWS = 500
RATIO = 4
SECONDS = 5
NAME = "Impor Excel 500 baris ÷ openpyxl"
NAME_OF_SECONDS = "Impor Excel 500 baris, detik"


def measure_imports(results: Results, place: Setting) -> None:
    with child(place, ONE, module=MODULE) as one:
        for kind, also in (("new", ""), ("changed", ", semua berubah")):
            _measure(results, one, kind, also)


def _measure(results: Results, one: Child, kind: str, also: str) -> None:
    one.ask("prepare", kind=kind, rows=ROWS)
    queries = one.ask("queries")
    rounds = [(one.ask("plain"), one.ask("whole")) for _ in range(ROUNDS)]
    ratio, wall = (
        median(whole[clock] / plain[clock] for plain, whole in rounds)
        for clock in ("cpu", "wall")
    )
    seconds = median(whole["cpu"] for _, whole in rounds)
    told = f"CPU {seconds * 1000:.0f} ms; dengan waktu tunggu basis data {wall:.2f}; "
    results.add(f"{NAME}{also}", round(ratio, 2), RATIO, f"{told}{queries} kueri")
    waited = median(whole["wall"] for _, whole in rounds)
    steps = "unggah, pratinjau, terapkan; dengan waktu tunggu basis data"
    results.add(f"{NAME_OF_SECONDS}{also}", round(waited, 2), SECONDS, steps)

"""How much slower a page answers while four reports are being made."""

from __future__ import annotations

import math
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench.asking import Child, ChildError, child
from bench.results import Results
from bench.server import server
from bench.setting import MANY, ROOT, Setting

NAME = "Waktu jawab p95 selagi 4 laporan disusun ÷ tanpa"
LIMIT = 2.0
REPORTS, REQUESTS, LONGEST_S = 4, 150, 180
MODULE = "bench.pdf_child"


def measure_latency(results: Results, place: Setting) -> None:
    with child(place, MANY, module=MODULE) as many:
        url = many.ask("find", name="progress-board", who="siti")
        if url is None or not many.ask("is_there"):
            results.absent(NAME, LIMIT, "halaman atau laporan belum ada")
            return
        session = many.ask("session", who="siti")
        with server(place, MANY) as address:
            page = opener(address + url, session)
            try:
                told(results, place, many, page)
            except ChildError as error:
                results.absent(NAME, LIMIT, str(error))


def told(results: Results, place: Setting, many: Child, page: Callable) -> None:
    for _ in range(20):
        page()
    calm = [page() for _ in range(REQUESTS)]
    many.ask("queue", count=REPORTS)
    with worker(place):
        while many.ask("finished") == 0 and not many.ask("rendering"):
            time.sleep(0.2)
        busy = []
        started = time.monotonic()
        while many.ask("waiting") and time.monotonic() - started < LONGEST_S:
            busy += [page() for _ in range(10)]
        done = many.ask("finished")
    if len(busy) < 50:
        results.absent(NAME, LIMIT, f"hanya {len(busy)} permintaan selagi menyusun")
        return
    results.add(
        NAME,
        round(p95(busy) / p95(calm), 2),
        LIMIT,
        f"{p95(calm) * 1000:.0f} → {p95(busy) * 1000:.0f} ms, {len(busy)} permintaan, "
        f"{done} laporan selesai",
    )


def opener(url: str, session: str) -> Callable[[], float]:
    request = urllib.request.Request(  # noqa: S310 - our own server
        url, headers={"Cookie": f"sessionid={session}", "Accept-Encoding": "gzip"}
    )

    def once() -> float:
        started = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
            response.read()
        return time.perf_counter() - started

    return once


def p95(values: list[float]) -> float:
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


@contextmanager
def worker(place: Setting) -> Iterator[None]:
    """The worker as `make run` starts it."""
    # Imported late: it reads the environment of whoever runs it.
    from deploy.portal import children_of

    data = place.folder / f"data-{MANY}"
    environment = {**place.environment(MANY), "PYTHONWARNINGS": "ignore"}
    found = next(
        one for one in children_of(environment, data, 0) if one.name == "Pekerja"
    )
    process = subprocess.Popen(
        found.command, cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=120)

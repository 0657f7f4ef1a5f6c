"""The Pokja report against plain paragraphs of as many pages."""

from __future__ import annotations

import math
from statistics import median
from typing import Any

from bench.asking import Child, ChildError, child
from bench.results import Results
from bench.setting import ONE, Setting

MODULE = "bench.pdf_child"
ROUNDS = 3
LONG_PAGES = 600
RATIO, TAGGED, GROWTH = 3.5, 1.35, 1.2
BASE_MB, PAGE_MB = 80, 3.8
REUSE = 0.02
PHOTOS_MB = 3
NAMES = {
    "ratio": "Laporan ÷ paragraf polos sama halaman (CPU)",
    "tagged": "Bertanda ÷ tanpa tanda (pdf/ua-1)",
    "growth": "Pangkat pertumbuhan CPU menurut halaman, sampai 600",
    "rss": "Puncak memori penyusunan (MB)",
    "same": "Byte yang berbeda antara dua penyusunan",
    "ask": "Menjawab permintaan laporan ÷ menyusun",
    "photos": "PDF 40 halaman dengan 40 foto (MB)",
    "reuse": "Isi yang sama diminta lagi ÷ menyusun",
}


def measure_pdf(results: Results, place: Setting) -> None:
    with child(place, ONE, module=MODULE) as one:
        if not one.ask("is_there"):
            for name in NAMES.values():
                results.absent(name, 0, "irisan laporan belum ada")
            return
        first = measure_ratios(results, one)
        measure_asking(results, one)
    measure_memory(results, place, first)
    measure_photos(results, place)
    with child(place, ONE, module=MODULE) as one:
        measure_growth(results, one, first)


def measure_ratios(results: Results, one: Child) -> dict[str, Any]:
    one.ask("report")
    pages = one.ask("report")["pages"]
    paragraphs = fitting(one, pages)
    ratios, untagged_ratios, tags, seconds = [], [], [], []
    for _ in range(ROUNDS):
        tagged = one.ask("report")
        untagged = one.ask("report", tagged=False)
        plain = one.ask("plain", paragraphs=paragraphs)
        bare = one.ask("plain", paragraphs=paragraphs, tagged=False)
        ratios.append(per_page(tagged) / per_page(plain))
        untagged_ratios.append(per_page(untagged) / per_page(bare))
        tags.append(tagged["cpu"] / untagged["cpu"])
        seconds.append(tagged["cpu"])
    again = one.ask("report")
    results.add(
        NAMES["ratio"],
        round(median(ratios), 2),
        RATIO,
        f"{pages} halaman; keduanya tanpa tanda {median(untagged_ratios):.2f}",
    )
    results.add(NAMES["tagged"], round(median(tags), 2), TAGGED)
    results.add("Laporan: halaman", pages, None)
    results.add("Laporan: KB", round(tagged["bytes"] / 1000), None)
    results.add("Laporan: detik CPU", round(median(seconds), 2), None)
    differ = int(again["sha256"] != tagged["sha256"])
    results.add(NAMES["same"], differ, 0, "dua kali dalam satu proses")
    return tagged


def fitting(one: Child, pages: int) -> int:
    """As many paragraphs as fill that many pages."""
    sample = 120
    filled = one.ask("plain", paragraphs=sample, tagged=False)["pages"]
    return max(1, round(sample * pages / filled))


def per_page(made: dict[str, Any]) -> float:
    return made["cpu"] / made["pages"]


def measure_memory(results: Results, place: Setting, first: dict[str, Any]) -> None:
    """A process of its own that renders once; its bytes are compared across processes."""
    with child(place, ONE, module=MODULE) as fresh:
        made = fresh.ask("report")
    limit = BASE_MB + PAGE_MB * made["pages"]
    results.add(
        NAMES["rss"], round(made["rss"]), round(limit), f"{made['pages']} halaman"
    )
    differ = int(made["sha256"] != first["sha256"])
    results.add(f"{NAMES['same']}, dua proses", differ, 0)


def measure_photos(results: Results, place: Setting) -> None:
    with child(place, ONE, module=MODULE) as one:
        made = one.ask("photos")
    results.add(
        NAMES["photos"],
        round(made["bytes"] / 1e6, 2),
        PHOTOS_MB,
        f"{made['pages']} halaman; foto saja {made['photos'] / 1e6:.2f} MB",
    )


def measure_growth(results: Results, one: Child, first: dict[str, Any]) -> None:
    one.ask("report")
    small = one.ask("report")
    double = one.ask("report", times=3)
    # Part of the report does not grow with its rows.
    growing = (double["pages"] - small["pages"]) / 2
    times = 1 + math.ceil((LONG_PAGES - small["pages"]) / growing)
    large = one.ask("report", times=times)
    exponent = math.log(large["cpu"] / small["cpu"]) / math.log(
        large["pages"] / small["pages"]
    )
    results.add(
        NAMES["growth"],
        round(exponent, 2),
        GROWTH,
        f"{small['pages']} → {large['pages']} halaman, {large['cpu']:.0f} s CPU, "
        f"{large['rss']:.0f} MB",
    )


def measure_asking(results: Results, one: Child) -> None:
    try:
        first = one.ask("request", who="siti")
        again = one.ask("request", who="siti")
    except ChildError as error:
        for key, limit in (("ask", REUSE), ("reuse", REUSE)):
            results.absent(NAMES[key], limit, str(error))
        return
    built = first["built"]
    results.add(
        NAMES["ask"],
        round(first["asked"] / built, 4),
        None,
        f"{first['asked'] * 1000:.0f} ms; penyusunan {built:.1f} s CPU di pekerja",
    )
    results.add(
        NAMES["reuse"],
        round(again["built"] / built, 4),
        REUSE,
        "edisi yang sama dipakai lagi" if again["reused"] else "DISUSUN LAGI",
    )

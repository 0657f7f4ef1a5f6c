"""Queries of every list, detail and form page: few, and as many for 3 OPD as for 40."""

from __future__ import annotations

from typing import Any

from bench.asking import Child
from bench.results import Results

MOST = 12
# allauth asks once per kind of second factor, for its check and again for its page; what
# it found is not kept from one to the other, so that a factor just set up counts at once.
REPEATS = {"account_reauthenticate"}
Facts = dict[str, dict[str, Any]]


def measure_queries(results: Results, one: Child, many: Child) -> None:
    big, small = look_at_all(many, "siti"), look_at_all(many, "kecil-siti")
    alone = look_at_all(one, "siti")
    print_pages(big, small, alone)
    most = max(big, key=lambda name: big[name]["queries"])
    results.add(
        "Kueri per halaman, terbanyak",
        big[most]["queries"],
        MOST,
        f"{len(big)} halaman; terbanyak {most}",
    )
    for words, other in (("3 dan 40 OPD", small), ("1 dan 552 daerah", alone)):
        changed = [
            name
            for name in big
            if name in other and big[name]["queries"] != other[name]["queries"]
        ]
        results.add(
            f"Halaman yang kuerinya berbeda antara {words}",
            len(changed),
            0,
            " ".join(changed),
        )
    again = [name for name, facts in big.items() if facts["shapes"][0][0] > 2]
    repeated = [name for name in again if name not in REPEATS]
    excepted = [f"kecuali {name} (kode allauth)" for name in again if name in REPEATS]
    results.add(
        "Halaman dengan bentuk kueri lebih dari dua kali",
        len(repeated),
        0,
        " ".join(repeated + excepted),
    )


def look_at_all(portal: Child, who: str) -> Facts:
    found: Facts = {}
    for name in portal.ask("names"):
        url = portal.ask("find", name=name, who=who)
        if url is None:
            continue
        facts = portal.ask("look", url=url, who=who)
        if facts["type"].startswith("text/html") and facts["shapes"]:
            found[name] = facts
    return found


def print_pages(big: Facts, small: Facts, alone: Facts) -> None:
    print("\nKueri per halaman (40 OPD / 3 OPD / basis 1 daerah), KB gzip, simpul")
    for name, facts in sorted(big.items()):
        counts = "/".join(
            str(base[name]["queries"]) if name in base else "–"
            for base in (big, small, alone)
        )
        print(
            f"  {name:<40} {counts:>12} {facts['gzip'] / 1000:>7.1f} {facts['nodes']:>6}"
        )
        for count, text in facts["shapes"]:
            if count > 2:
                print(f"      {count} × {text[:110]}")

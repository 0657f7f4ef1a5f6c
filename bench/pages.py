"""Pages of the portal against the floor, in interleaved rounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

from bench.asking import Child
from bench.results import Results

ROUNDS = 12
REQUESTS = 2
NOT_THERE = "halaman belum ada"


@dataclass(frozen=True)
class Pair:
    """A page and its floor; `floor` is filled in with what the page turns out to hold."""

    budget: str
    limit: float
    name: str
    who: str
    floor: str


LISTS = ("progress-board", "opd-list", "office-list", "decree-list", "audit-list")
DETAILS = ("progress-detail", "meeting-detail", "decree-detail", "opd-detail")
FORMS = (
    ("progress-form", "ratih"),
    ("meeting-add", "siti"),
    ("decree-add", "siti"),
)
PAIRS = (
    *(Pair("Daftar", 1.6, name, "siti", "/list/?rows={rows}") for name in LISTS),
    *(Pair("Rincian", 2.5, name, "siti", "/detail/") for name in DETAILS),
    Pair("Peta panas 40 × 7", 1.3, "opd-map", "siti", "/heatmap/"),
    *(
        Pair("Formulir", 1.6, name, who, "/form/?fields={fields}")
        for name, who in FORMS
    ),
)


@dataclass
class Place:
    """One page where it was found in each base, with its rounds."""

    pair: Pair
    url: dict[str, str]
    facts: dict[str, Any]
    ratios: dict[str, list[float]] = field(
        default_factory=lambda: {"floor": [], "plain": [], "cpu": [], "sql": []}
    )

    @property
    def floor_url(self) -> str:
        # Header rows are rows of the floor's table as well.
        rows = max(self.facts["rows"] - 1, 1)
        return self.pair.floor.format(rows=rows, fields=self.facts["fields"])


def measure_pages(results: Results, floor: Child, one: Child, many: Child) -> None:
    places = []
    for pair in PAIRS:
        place = find(pair, one, many)
        if place is None:
            results.absent(
                f"{pair.budget} ÷ lantai: {pair.name}", pair.limit, NOT_THERE
            )
        else:
            places.append(place)
    for number in range(ROUNDS):
        for place in places if number % 2 else reversed(places):
            measure_once(place, floor, one, many)
    for place in places:
        tell(results, place)
    tell_growth(results, places)


def find(pair: Pair, one: Child, many: Child) -> Place | None:
    url = {}
    for base, portal in (("one", one), ("many", many)):
        found = portal.ask("find", name=pair.name, who=pair.who)
        if found is None:
            return None
        url[base] = found
    return Place(pair, url, one.ask("look", url=url["one"], who=pair.who))


def measure_once(place: Place, floor: Child, one: Child, many: Child) -> None:
    who = place.pair.who

    def ask(portal: Child, url: str) -> dict[str, float]:
        return portal.ask("times", url=url, who=who, count=REQUESTS)

    bare = ask(floor, place.floor_url)
    small = ask(one, place.url["one"])
    large = ask(many, place.url["many"])
    place.ratios["floor"].append(small["cpu"] / bare["cpu"])
    place.ratios["cpu"].append(large["cpu"] / small["cpu"])
    place.ratios["sql"].append(large["sql"] / small["sql"])
    if "/form/" in place.floor_url:
        plain = ask(floor, place.floor_url.replace("/form/", "/form-plain/"))
        place.ratios["plain"].append(small["cpu"] / plain["cpu"])


def tell(results: Results, place: Place) -> None:
    pair, facts = place.pair, place.facts
    why = f"{facts['nodes']} simpul, {facts['gzip'] / 1000:.1f} KB gzip"
    if place.ratios["plain"]:
        why += (
            f", {facts['fields']} isian; terhadap lantai tanpa crispy "
            f"{median(place.ratios['plain']):.2f}"
        )
    results.add(
        f"{pair.budget} ÷ lantai: {pair.name}",
        round(median(place.ratios["floor"]), 2),
        pair.limit,
        why,
    )
    if pair.budget == "Daftar":
        results.add(f"Daftar gzip KB: {pair.name}", round(facts["gzip"] / 1000, 1), 12)
        results.add(f"Daftar simpul: {pair.name}", facts["nodes"], 1500)


def tell_growth(results: Results, places: list[Place]) -> None:
    for key, limit, words in (("cpu", 1.3, "CPU"), ("sql", 1.5, "waktu SQL")):
        name = f"Halaman di basis 552 ÷ basis 1 daerah, {words}"
        if not places:
            results.absent(name, limit, NOT_THERE)
            continue
        values = {place.pair.name: median(place.ratios[key]) for place in places}
        worst = max(values, key=lambda page: values[page])
        results.add(
            name,
            round(values[worst], 2),
            limit,
            f"terberat dari {len(values)}: {worst}",
        )


def measure_wide_pages(results: Results, many: Child) -> None:
    """The nation's page against one region's heatmap; a deep page against the first."""
    ratio(
        results,
        many,
        "Rekap nasional (552 daerah) ÷ peta panas satu daerah",
        1.3,
        ("rollup", "pusat", ""),
        ("opd-map", "siti", ""),
    )
    ratio(
        results,
        many,
        "Halaman dalam ÷ halaman 1: audit-list nasional",
        1.3,
        ("audit-list", "pusat", "?sebelum=100"),
        ("audit-list", "pusat", ""),
    )


def ratio(
    results: Results,
    portal: Child,
    name: str,
    limit: float,
    above: tuple[str, str, str],
    below: tuple[str, str, str],
) -> None:
    urls = [portal.ask("find", name=page, who=who) for page, who, _ in (above, below)]
    if None in urls:
        missing = (above, below)[urls.index(None)][0]
        results.absent(name, limit, f"{NOT_THERE}: {missing}")
        return
    values = []
    for _ in range(ROUNDS):
        pair = [
            portal.ask("times", url=url + query, who=who, count=REQUESTS)
            for url, (_, who, query) in zip(urls, (above, below), strict=True)
        ]
        # Time in the database counts here: it is where depth and width show.
        values.append(whole(pair[0]) / whole(pair[1]))
    results.add(name, round(median(values), 2), limit)


def whole(taken: dict[str, float]) -> float:
    return taken["cpu"] + taken["sql"]

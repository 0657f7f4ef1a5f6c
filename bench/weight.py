"""Bytes over the wire as Chromium counts them: first visit, and later pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bench.asking import child
from bench.results import Results
from bench.server import server
from bench.setting import ONE, Setting

FIRST, LATER, REQUESTS = 95, 20, 8
NAMES = {
    "first": "Kunjungan pertama, semuanya (KB)",
    "later": "Halaman berikutnya, terberat (KB)",
    "requests": "Permintaan pada kunjungan pertama",
    "hosts": "Permintaan ke tempat lain",
}
LIMITS = {"first": FIRST, "later": LATER, "requests": REQUESTS, "hosts": 0}
PAGES = (
    "progress-board",
    "opd-map",
    "assessment",
    "opd-list",
    "meeting-list",
    "meeting-detail",
    "decree-list",
    "report-list",
    "audit-list",
)


@dataclass
class Load:
    """One page load."""

    bytes: float = 0
    urls: list[str] = field(default_factory=list)


def measure_weight(results: Results, place: Setting) -> None:
    if place.chromium is None:
        for key, name in NAMES.items():
            results.absent(name, LIMITS[key], "Chromium tidak ada")
        return
    with child(place, ONE) as one:
        session = one.ask("session", who="siti")
        urls = {name: one.ask("find", name=name, who="siti") for name in PAGES}
    with server(place, ONE) as address:
        visit(results, place, address, session, {k: v for k, v in urls.items() if v})


def visit(
    results: Results, place: Setting, address: str, session: str, urls: dict[str, str]
) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=place.chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic"],
        )
        guest = load(browser.new_context(), f"{address}/masuk/")
        context = browser.new_context()
        cookie = {"name": "sessionid", "value": session, "url": address}
        context.add_cookies([cookie])
        first = load(context, f"{address}/")
        later = {name: load(context, address + url) for name, url in urls.items()}
        browser.close()
    tell(results, address, {"masuk": guest, "beranda": first}, later)


def load(context: Any, url: str) -> Load:
    """Through the browser's own counters, headers included; its cache is warm after the first."""
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    found = Load()
    cached: set[str] = set()

    def sent(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            found.urls.append(event["request"]["url"])

    def loaded(event: dict[str, Any]) -> None:
        if event["requestId"] not in cached:
            found.bytes += event["encodedDataLength"]

    client.on("Network.requestWillBeSent", sent)
    client.on("Network.requestServedFromCache", lambda e: cached.add(e["requestId"]))
    client.on("Network.loadingFinished", loaded)
    page.goto(url, wait_until="networkidle")
    page.close()
    return found


def tell(
    results: Results, address: str, first: dict[str, Load], later: dict[str, Load]
) -> None:
    host = urlsplit(address).netloc
    heavy = max(first, key=lambda name: first[name].bytes)
    results.add(
        NAMES["first"],
        round(first[heavy].bytes / 1000, 1),
        FIRST,
        ", ".join(f"{name} {one.bytes / 1000:.1f}" for name, one in first.items()),
    )
    most = max(len(one.urls) for one in first.values())
    results.add(
        NAMES["requests"],
        most,
        REQUESTS,
        " ".join(urlsplit(url).path.rpartition("/")[2] for url in first[heavy].urls),
    )
    everywhere = [url for one in (*first.values(), *later.values()) for url in one.urls]
    others = sum(urlsplit(url).netloc != host for url in everywhere)
    results.add(NAMES["hosts"], others, 0)
    if not later:
        results.absent(NAMES["later"], LATER, "halaman belum ada")
        return
    worst = max(later, key=lambda name: later[name].bytes)
    results.add(
        NAMES["later"],
        round(later[worst].bytes / 1000, 1),
        LATER,
        f"terberat dari {len(later)}: {worst}",
    )

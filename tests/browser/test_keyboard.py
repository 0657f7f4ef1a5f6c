"""Tab through the main pages: every stop is seen, framed and not covered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory
from playwright.sync_api import Page

from pug_portal.nav import menu_for
from tests.browser.devices import DESKTOP
from tests.browser.tally import TALLY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_STOPS = 200
PHONE_WIDTH: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
# A stop is looked at in the middle of its first line, where a bar would cover it.
_STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const name = (one.innerText || one.getAttribute("aria-label") || one.name || "").trim();
  const told = `<${one.tagName.toLowerCase()}> ${name.slice(0, 40)}`;
  const style = getComputedStyle(one);
  const framed = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none";
  const box = one.getClientRects()[0];
  if (!box) return {told, framed, inView: false, covered: false};
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const inView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  const top = document.elementFromPoint(x, y);
  const label = one.labels && [...one.labels].some(l => l.contains(top));
  const covered = inView && !(top && (one.contains(top) || top.contains(one) || label));
  return {told, framed, inView, covered};
}"""


def walk(page: Page, *, skips: bool) -> list[dict[str, Any]]:
    """All stops, or with `skips` the first one and those it leads to."""
    stops: list[dict[str, Any]] = []
    page.evaluate("document.activeElement && document.activeElement.blur()")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            break
        stops.append(stop)
        if skips and len(stops) == 1:
            page.keyboard.press("Enter")
    TALLY.stops += len(stops)
    TALLY.walks += 1
    return stops


def complaints(page: Page, *, skips: bool = False) -> list[str]:
    stops = walk(page, skips=skips)
    if not stops or "Lompat ke isi utama" not in stops[0]["told"]:
        return [f"{page.url}: the skip link is not the first stop"]
    return [
        f"{page.url}: {stop['told']} {stop}"
        for stop in stops
        if not stop["framed"] or not stop["inView"] or stop["covered"]
    ]


@pytest.mark.parametrize("device", [DESKTOP, PHONE_WIDTH], ids=["1366", "390"])
@pytest.mark.parametrize("name", ["siti", "ratih", "hasan", "admin"])
def test_every_stop_of_the_menu_pages_is_seen(
    world, open_page, come_in: Callable, name: str, device: dict[str, Any]
):
    actor = getattr(world, name)
    page = open_page(device, motion=False)
    come_in(page, actor)
    found = []

    for place, entry in enumerate(menu_for(RequestFactory().get("/"), actor)):
        page.goto(entry.url)
        # The menu before the content is the same on each page: once is enough.
        found += complaints(page, skips=place > 0)

    assert found == []


@pytest.mark.parametrize("device", [DESKTOP, PHONE_WIDTH], ids=["1366", "390"])
def test_every_stop_of_the_sign_in_page_is_seen(
    db, open_page, address, device: dict[str, Any]
):
    page = open_page(device, motion=False)
    page.goto(address("account_login"))

    assert complaints(page) == []


def test_the_skip_link_leads_to_the_content(world, open_page, come_in, address):
    page = open_page()
    come_in(page, world.siti)
    page.goto(address("account-list"))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "isi"

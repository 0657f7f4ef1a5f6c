"""axe over every URL × role × theme × two widths: pages, error pages, form errors, open states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import ModuleType

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from playwright.sync_api import Page, Response, Route

from pug_portal import views
from pug_portal.access.actor import NOBODY
from tests.browser.axe import violations
from tests.browser.hands import click, fill, fits_width
from tests.browser.matrix import Visit, visits
from tests.browser.tally import TALLY
from tests.make.pug_portal import PASSWORD
from tests.test_permission_matrix import MODULES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.axe,
    pytest.mark.django_db(transaction=True),
]

WIDTHS = ((1366, 768), (390, 844))
NARROWEST = (320, 640)
THEMES = ("light", "dark")
# A token of our own, set as cookie and field, so that a form without a page can be sent.
TOKEN = "a" * 32
_SEND_EMPTY = """([url, token]) => {
  const form = document.createElement("form");
  form.method = "post"; form.action = url;
  const field = document.createElement("input");
  field.type = "hidden"; field.name = "csrfmiddlewaretoken"; field.value = token;
  form.append(field); document.body.append(form); form.submit();
}"""
_OPEN_ALL = """() => {
  const closed = document.querySelectorAll("details:not([open])");
  closed.forEach(one => { one.open = true });
  return closed.length;
}"""


def looks(page: Page) -> list[str]:
    """Both themes and widths, then once more with everything opened that opens."""
    found = themes_and_widths(page)
    if page.evaluate(_OPEN_ALL):
        found += themes_and_widths(page)
    page.set_viewport_size(dict(zip(("width", "height"), NARROWEST, strict=True)))
    fits_width(page)
    return found


def themes_and_widths(page: Page) -> list[str]:
    """All rules at each width; the other theme changes colours and nothing else."""
    found = []
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        for theme in THEMES:
            wear(page, theme)
            TALLY.runs += 1
            seen = violations(page, colours_only=theme != THEMES[0])
            found += [f"{theme} {width}: {one}" for one in seen]
        fits_width(page)
    return found


def wear(page: Page, theme: str) -> None:
    """As portal.js does before the first paint."""
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.evaluate(
        "t => document.documentElement.setAttribute('data-bs-theme', t)", theme
    )


def go(page: Page, visit: Visit, server: str) -> Response | None:
    if visit.method == "get":
        return page.goto(visit.url)
    if visit.is_spent:
        address = f"{server}/jawaban{visit.url}"
        page.route(address, partial(serve, html=visit.html.encode()))
        return page.goto(address)
    page.context.add_cookies(
        [{"name": settings.CSRF_COOKIE_NAME, "value": TOKEN, "url": server}]
    )
    page.goto(reverse("help"))
    with page.expect_navigation() as waiting:
        page.evaluate(_SEND_EMPTY, [visit.url, TOKEN])
    return waiting.value


@pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2]
)
def test_every_page_of_the_permission_rows(
    module: ModuleType, world, client_of, axe_page: Page, come_in: Callable, live_server
):
    cast = world.everyone()
    people = {"anonymous": Client()} | {k: client_of(a) for k, a in cast.items()}
    found: dict[str, list[str]] = {}

    for visit in visits(module, world, people, TALLY):
        axe_page.context.clear_cookies()
        if visit.visitor in cast:
            come_in(axe_page, cast[visit.visitor])
        response = go(axe_page, visit, live_server.url)
        assert response is not None
        assert response.status == visit.status, str(visit)
        if seen := looks(axe_page):
            found[str(visit)] = seen

    assert found == {}


def serve(route: Route, *, html: bytes) -> None:
    route.fulfill(body=html, content_type="text/html; charset=utf-8")


def error_pages() -> Iterator[tuple[str, bytes]]:
    """Pages that no address of the portal shows when all goes well."""
    request: HttpRequest = RequestFactory().get("/")
    request.actor = NOBODY  # type: ignore[attr-defined]
    yield "400", views.bad_request(request, Exception()).content
    yield "500", views.server_error(request).content
    yield "413", views.render(request, "413.html").content


def test_the_error_pages(axe_page: Page, live_server):
    for name, html in error_pages():
        address = f"{live_server.url}/galat-{name}/"
        axe_page.route(address, partial(serve, html=html))
        axe_page.goto(address)

        assert looks(axe_page) == [], name


def test_the_pages_that_ask_who_you_are_once_more(
    world, axe_page: Page, sign_in: Callable, address: Callable[..., str]
):
    """They open only after a fresh sign-in, which the rows' sessions do not have."""
    sign_in(axe_page, world.siti)

    axe_page.goto(address("mfa_activate_totp"))
    fill(axe_page, {"Sandi": PASSWORD})
    click(axe_page, "Lanjutkan")

    assert axe_page.url == address("mfa_activate_totp")
    assert looks(axe_page) == []

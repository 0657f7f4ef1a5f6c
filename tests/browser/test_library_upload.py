"""Evidence for the library over a line that breaks: it goes on where it stopped."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from prasyarat.evidence.models import EvidenceDocument
from tests.browser.devices import PHONE
from tests.browser.hands import attach, click, fits_width, heading
from tests.pug_portal.lib import samples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PART = 64 * 1024


def test_two_documents_arrive_over_a_line_that_breaks(
    world, chromium, come_in, address, live_server
):
    context = chromium.new_context(**PHONE, base_url=live_server.url)
    page = context.new_page()
    page.set_default_timeout(30_000)
    come_in(page, world.siti)
    page.clock.install()
    sent: list[int] = []

    def pass_on(route: Route) -> None:
        """The second part is lost with its line."""
        if route.request.method == "POST":
            sent.append(len(route.request.post_data_buffer or b""))
            if len(sent) == 2:
                route.abort("connectionfailed")
                return
        route.continue_()

    page.route("**/berkas/potongan/**", pass_on)
    page.goto(address("evidence-upload"))
    large = samples.pdf(1200)
    papers = [
        {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": content}
        for name, content in (("Renja", large), ("SK", samples.pdf(3)))
    ]
    attach(page, "Berkas bukti", *papers)
    click(page, "Unggah")
    expect(page.get_by_text("Sambungan terputus.")).to_be_visible()
    fits_width(page)
    page.clock.fast_forward(5_000)

    heading(page, "Pustaka bukti")
    context.close()
    titles = EvidenceDocument.objects.order_by("title")
    assert [each.title for each in titles] == ["Renja.pdf", "SK.pdf"]
    # Of what had arrived nothing went twice: the lost part alone was sent again.
    assert sum(sent) <= len(large) + len(samples.pdf(3)) + PART + 2_000 * len(sent)

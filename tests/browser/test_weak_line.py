"""Twenty photos over 64 kbit/s with cuts: it goes on, and nothing is sent twice.

The line is Chromium's own throttle at 64 kbit/s; the photos are small (about 1.2 KB each)
so that the proportion, not the size, is what is tested: the part is 64 KB on a real line.
"""

from __future__ import annotations

import io
from typing import Any

import pillow_heif
import pytest
from PIL import Image
from playwright.sync_api import CDPSession, expect

from tests.browser.devices import PHONE
from tests.browser.tally import TALLY
from tests.make import progress as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILES = 20
BYTES_A_SECOND = 64_000 / 8
# As static/js/unggah.js cuts a file.
PART = 64 * 1024


def photo(number: int) -> bytes:
    made = io.BytesIO()
    Image.effect_noise((40, 40), 60 + number).save(made, "JPEG", quality=70)
    return made.getvalue()


def slow(line: CDPSession, *, offline: bool = False) -> None:
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": offline,
            "latency": 40,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )


@pytest.mark.slow
def test_twenty_photos_at_64_kbit_with_two_cuts(
    world, clock, chromium, come_in, address, live_server
):
    clock(make.WITHIN)
    report = make.draft(world.dinkes, world.ratih)
    context = chromium.new_context(**PHONE, base_url=live_server.url)
    page = context.new_page()
    page.set_default_timeout(30_000)
    come_in(page, world.ratih)
    page.goto(address("progress-form", pk=report.pk))
    # The wait after a cut is the portal's own; here it passes at once.
    page.clock.install()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    sent: list[int] = []
    line.on(
        "Network.requestWillBeSentExtraInfo",
        lambda event: sent.append(_length(event)),
    )
    photos = [photo(number) for number in range(1, FILES + 1)]
    slow(line)
    page.locator("#bukti").set_input_files(
        [
            {"name": f"foto-{n}.jpg", "mimeType": "image/jpeg", "buffer": content}
            for n, content in enumerate(photos, start=1)
        ]
    )
    done = page.get_by_text("Terlampir pada laporan.")
    for arrived in (5, 12):
        expect(done.nth(arrived - 1)).to_be_visible()
        slow(line, offline=True)
        expect(page.get_by_text("Sambungan terputus.")).to_be_visible()
        slow(line)
        page.clock.fast_forward(5_000)
    expect(done).to_have_count(FILES)
    context.close()

    names = [row.file.name for row in report.files.select_related("file")]
    assert names == [f"foto-{n}.jpg" for n in range(1, FILES + 1)]
    size = sum(len(each) for each in photos)
    largest = max(len(each) for each in photos)
    frames = 1_200 * (FILES + 2)
    # At each of the two cuts one part at most, which here is one photo, goes again.
    assert sum(sent) <= size + frames + 2 * largest
    TALLY.notes.append(
        f"20 foto lewat 64 kbit/detik dengan 2 putusan: {size} bita berkas, "
        f"{sum(sent)} bita dikirim termasuk bingkai {FILES} kiriman"
    )


@pytest.mark.slow
def test_a_photo_of_200_kb_goes_on_in_the_middle_after_a_cut(
    world, clock, chromium, come_in, address, live_server
):
    """Real parts of 64 KB: what had arrived is not sent again, HEIC or not."""
    clock(make.WITHIN)
    report = make.draft(world.dinkes, world.ratih)
    context = chromium.new_context(**PHONE, base_url=live_server.url)
    page = context.new_page()
    page.set_default_timeout(60_000)
    come_in(page, world.ratih)
    page.goto(address("progress-form", pk=report.pk))
    page.clock.install()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    sent: list[int] = []
    line.on(
        "Network.requestWillBeSentExtraInfo",
        lambda event: sent.append(_length(event)),
    )
    content = heic_of_200_kb()
    slow(line)
    page.locator("#bukti").set_input_files(
        [{"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": content}]
    )
    # One part is there, the second one is on its way: eight seconds each on this line.
    bar = page.get_by_label("Terunggah dari IMG_1.HEIC")
    expect(bar).to_have_attribute("value", str(PART))
    slow(line, offline=True)
    expect(page.get_by_text("Sambungan terputus.")).to_be_visible()
    slow(line)
    page.clock.fast_forward(5_000)
    expect(bar).to_have_attribute("value", str(2 * PART))
    # That it goes on is seen; the rest need not take its time.
    line.send("Network.disable")
    expect(page.get_by_text("Terlampir pada laporan.")).to_be_visible()
    context.close()

    row = report.files.select_related("file").get()
    assert row.file.name == "IMG_1.jpg"
    assert sum(sent) <= 3 * PART + 3 * 1_200
    TALLY.notes.append(
        f"HEIC {len(content)} bita lewat 64 kbit/detik dengan satu putusan: dilanjutkan "
        f"dari {PART} bita, {sum(sent)} bita dikirim untuk dua potongan pertama"
    )


def heic_of_200_kb() -> bytes:
    made = io.BytesIO()
    noise = Image.effect_noise((460, 460), 120).convert("RGB")
    pillow_heif.from_pillow(noise).save(made, quality=90)
    return made.getvalue()


def _length(event: dict[str, Any]) -> int:
    names = {name.lower(): value for name, value in event["headers"].items()}
    return int(names.get("content-length", 0))

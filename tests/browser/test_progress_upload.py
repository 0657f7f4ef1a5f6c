"""Photos on a weak line with a cut: the upload goes on and nothing is sent twice."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import Route, expect

from tests.browser.devices import PHONE
from tests.browser.tally import TALLY
from tests.make import progress as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def noise(seed: int, side: int = 260) -> bytes:
    """A picture that does not get small: about two hundred kilobytes."""
    made = io.BytesIO()
    Image.effect_noise((side, side), 90 + seed).convert("RGB").save(made, "PNG")
    return made.getvalue()


def test_many_files_over_a_line_that_is_cut(
    world, clock, chromium, come_in, address, live_server
):
    clock(make.WITHIN)
    report = make.draft(world.dinkes, world.ratih)
    context = chromium.new_context(**PHONE, base_url=live_server.url)
    page = context.new_page()
    page.set_default_timeout(30_000)
    come_in(page, world.ratih)
    page.goto(address("progress-form", pk=report.pk))
    sent: list[int] = []
    calls = 0

    def cut(route: Route) -> None:
        """Every third request falls into the hole."""
        nonlocal calls
        calls += 1
        if calls % 3 == 0:
            route.abort()
            return
        sent.append(len(route.request.post_data_buffer or b""))
        route.continue_()

    page.route("**/unggah/**", cut)
    files = [
        {"name": f"foto-{n}.png", "mimeType": "image/png", "buffer": noise(n)}
        for n in range(1, 4)
    ]
    page.locator("#bukti").set_input_files(files)
    expect(page.get_by_text("Terlampir pada laporan.")).to_have_count(3, timeout=60_000)
    page.unroute("**/unggah/**")
    caption = page.locator("#id_bukti_caption")
    caption.fill("Foto pelatihan")
    caption.press("Tab")
    told = page.get_by_text("Terlampir. Keterangannya: Foto pelatihan")
    expect(told).to_have_count(3)
    expect(caption).to_have_value("")
    context.close()

    kept = list(report.files.select_related("file"))
    assert [row.file.name for row in kept] == [file["name"] for file in files]
    assert {row.caption for row in kept} == {"Foto pelatihan"}
    size = sum(len(file["buffer"]) for file in files)
    # What had arrived before a cut is not sent again: only the frames of the parts.
    assert sum(sent) < size * 1.05
    TALLY.notes.append(
        f"unggah bertahap: {size} bita berkas, {sum(sent)} bita dikirim, "
        f"{calls // 3} kali terputus"
    )


DROP = """
([where, names, kind]) => {
  const parcel = new DataTransfer();
  names.forEach((name, at) => parcel.items.add(
    new File([Uint8Array.from(atob(kind[at]), c => c.charCodeAt(0))], name, {type: "image/png"})
  ));
  const event = where === "drop"
    ? new DragEvent("drop", {dataTransfer: parcel, bubbles: true, cancelable: true})
    : new ClipboardEvent("paste", {clipboardData: parcel, bubbles: true, cancelable: true});
  document.querySelector("[data-unggah]").dispatchEvent(event);
}
"""


def test_photos_are_dropped_pasted_and_taken(world, clock, open_page, come_in, address):
    clock(make.WITHIN)
    report = make.draft(world.dinkes, world.ratih)
    page = open_page(PHONE)
    come_in(page, world.ratih)
    page.goto(address("progress-form", pk=report.pk))
    bodies = [noise(n, 20) for n in range(4)]
    texts = [base64.b64encode(body).decode() for body in bodies]

    page.evaluate(DROP, ["drop", ["seret-1.png", "seret-2.png"], texts[:2]])
    page.evaluate(DROP, ["paste", ["tempel.png"], texts[2:3]])
    assert page.locator("#kamera").get_attribute("capture") == "environment"
    photo = {"name": "kamera.png", "mimeType": "image/png", "buffer": bodies[3]}
    page.locator("#kamera").set_input_files([photo])
    expect(page.get_by_text("Terlampir pada laporan.")).to_have_count(4)

    names = [row.file.name for row in report.files.select_related("file")]
    assert names == ["seret-1.png", "seret-2.png", "tempel.png", "kamera.png"]

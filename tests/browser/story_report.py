"""Step 7: the report is asked for, made by the worker, downloaded and checked by a guest."""

from __future__ import annotations

import hashlib
import io
import re

from playwright.sync_api import Error, Page, expect
from pypdf import PdfReader

from tests.browser.hands import choose, click, fill, heading, sees
from tests.browser.patience import until
from tests.browser.story import Story, menu

TITLE = "Laporan Pokja PUG Kabupaten Blora Semester II 2020"
RENDER_SECONDS = 240
LEAST_PAGES = 12
# What people wrote on the way must stand in the printed report.
PRINTED = (
    "Kabupaten Blora",
    "463.23/160/2020",
    "050.13/14/2020",
    "463/172/2020",
    "Ruang Pertemuan Bappeda Lantai 2",
    "Puskesmas Cepu dan Jepon",
    "elum melapor",
)


def asks_for_the_report(story: Story) -> Page:
    page = story.at_desk_of("joko")
    menu(page, "Laporan Pokja")
    choose(page, "Semester", "Semester II 2020")
    click(page, "Periksa kelengkapan")
    heading(page, "Susun laporan Semester II 2020")
    fill(page, {"Saran": "Evaluasi Peraturan Bupati Nomor 5 Tahun 2014."})
    story.look(page, "7-susun")
    click(page, "Susun PDF")
    heading(page, TITLE)
    return page


def watches_it_grow(story: Story, page: Page) -> None:
    """With a script the page renews itself; without one a person reloads it."""
    seen: set[str] = set()

    def is_ready() -> bool:
        if not story.javascript:
            page.reload()
        try:
            seen.update(page.get_by_role("status").all_inner_texts())
        except Error:
            return False  # the page was renewing itself just then
        return page.get_by_role("link", name=re.compile("Unduh .PDF")).is_visible()

    until(is_ready, RENDER_SECONDS)
    # The request was answered before the work was done.
    assert any(re.match(r"\d{1,2}% ", step) for step in seen), seen


def downloads_the_pdf(page: Page, story: Story) -> str:
    """Gives the fingerprint."""
    story.look(page, "7-siap")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile("Unduh .PDF")).click()
    content = waiting.value.path().read_bytes()
    assert content.startswith(b"%PDF")
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) >= LEAST_PAGES
    text = " ".join(" ".join(one.extract_text().split()) for one in pages)
    assert [words for words in PRINTED if words not in text] == []
    assert f"Halaman {len(pages)} dari {len(pages)}" in text
    fingerprint = hashlib.sha256(content).hexdigest()
    sees(page, fingerprint)
    expect(page.get_by_text("Halaman", exact=True).locator("+ dd")).to_have_text(
        str(len(pages))
    )
    return fingerprint


def a_guest_checks_the_code(story: Story, page: Page, fingerprint: str) -> None:
    code = page.locator("a[href*='/verifikasi/']").first.inner_text()
    guest = story.open_page(story.device, javascript=story.javascript)
    guest.goto(story.address("verify"))
    fill(guest, {"Kode verifikasi": code})
    click(guest, "Periksa")
    heading(guest, "Laporan ini terdaftar")
    sees(guest, TITLE, "Kabupaten Blora", f"SHA-256 {fingerprint}")
    sees(guest, "1 Juli 2020 sampai 31 Desember 2020", "Angka pokok")
    story.look(guest, "7-verifikasi")


def steps(story: Story) -> None:
    page = asks_for_the_report(story)
    watches_it_grow(story, page)
    fingerprint = downloads_the_pdf(page, story)
    a_guest_checks_the_code(story, page, fingerprint)

"""Step 6: two offices answer the seven prerequisites and verify each other."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.hands import attach, click, fill, heading, pick, sees
from tests.browser.story import Story, menu, press, told, unfold_evidence

INTERNAL = "Nilai internal, bukan nilai APE resmi"
SCAN = "SK_463.23-160-2020.pdf"


def opens(page: Page, prerequisite: str, code: str) -> None:
    menu(page, "Tujuh prasyarat")
    sees(page, INTERNAL)
    page.get_by_role("main").get_by_role("link", name=prerequisite).first.click()
    heading(page, prerequisite)
    page.get_by_role("link", name=code).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(code)


def answers(page: Page, answer: str, note: str) -> None:
    pick(page, "Jawaban", answer)
    fill(page, {"Catatan": note, "Keadaan per tanggal": "2020-10-26"})


def says_there_is_no_perda(story: Story) -> None:
    page = story.at_desk_of("siti")
    opens(page, "Kebijakan", "KEB-1")
    answers(page, "Belum ada", "Perda tentang PUG belum ada.")
    click(page, "Simpan dan ajukan")
    told(page, "Jawaban diajukan untuk diverifikasi.")


def names_the_perbup(story: Story) -> None:
    page = story.at_desk_of("siti")
    opens(page, "Kebijakan", "KEB-2")
    answers(page, "Ada", "Perbup Nomor 5 Tahun 2014; pelaksanaannya belum optimal.")
    click(page, "Simpan draf")
    told(page, "Jawaban disimpan sebagai draf.")
    unfold_evidence(page)
    attach(page, "Unggah berkas", story.paper("Perbup 5 Tahun 2014.pdf", pages=9))
    fill(page, {"Tanggal dokumen": "2014-03-03"})
    click(page, "Lampirkan")
    sees(page, "Perbup 5 Tahun 2014.pdf", "tertanggal 3 Maret 2014")
    story.look(page, "6-indikator")
    click(page, "Simpan dan ajukan")
    told(page, "Jawaban diajukan untuk diverifikasi.")


def proves_the_pokja(story: Story) -> None:
    """The scan that was uploaded with the decree serves again."""
    page = story.at_desk_of("siti")
    opens(page, "Kelembagaan", "KEL-1")
    sees(page, "Menurut portal:", "463.23/160/2020")
    answers(page, "Ada", "SK Bupati 463.23/160/2020.")
    click(page, "Simpan draf")
    told(page, "Jawaban disimpan sebagai draf.")
    unfold_evidence(page)
    known = page.get_by_label("Atau pakai berkas yang sudah ada")
    option = known.get_by_role("option").filter(has_text=SCAN)
    known.select_option(value=option.get_attribute("value"))
    click(page, "Lampirkan")
    sees(page, SCAN)
    click(page, "Simpan dan ajukan")
    told(page, "Jawaban diajukan untuk diverifikasi.")


def bappeda_answers(story: Story) -> None:
    page = story.at_desk_of("joko")
    opens(page, "Komitmen", "KOM-1")
    answers(page, "Ya", "Tertulis eksplisit dalam RPJMD.")
    click(page, "Simpan draf")
    told(page, "Jawaban disimpan sebagai draf.")
    unfold_evidence(page)
    attach(page, "Unggah berkas", story.paper("Kutipan RPJMD.pdf"))
    fill(page, {"Tanggal dokumen": "2020-10-26"})
    click(page, "Lampirkan")
    # Its name alone stands there already while it is on its way.
    sees(page, "Kutipan RPJMD.pdf", "tertanggal 26 Oktober 2020")
    click(page, "Simpan dan ajukan")
    told(page, "Jawaban diajukan untuk diverifikasi.")
    # One's own answer is not one's own to verify.
    expect(page.get_by_role("button", name="Nyatakan terverifikasi")).to_have_count(0)


def each_verifies_the_other(story: Story) -> None:
    for name, codes in (("joko", ("KEB-1", "KEB-2", "KEL-1")), ("siti", ("KOM-1",))):
        page = story.at_desk_of(name)
        for code in codes:
            menu(page, "Tujuh prasyarat")
            page.get_by_role("link", name=re.compile(r"Verifikasi \d jawaban")).click()
            heading(page, "Verifikasi jawaban")
            page.get_by_role("link", name=code).click()
            press(page, "Nyatakan terverifikasi", code)
            sees(page, "Terverifikasi")


def reads_both_scores(story: Story) -> None:
    page = story.at_desk_of("siti")
    menu(page, "Tujuh prasyarat")
    sees(page, INTERNAL, "Nilai mandiri", "Nilai terverifikasi", "4 dari")
    story.look(page, "6-prasyarat")
    page.get_by_role("main").get_by_role("link", name="Kebijakan").first.click()
    heading(page, "Kebijakan")
    sees(page, INTERNAL)
    story.look(page, "6-kebijakan")


def steps(story: Story) -> None:
    says_there_is_no_perda(story)
    names_the_perbup(story)
    proves_the_pokja(story)
    bappeda_answers(story)
    each_verifies_the_other(story)
    reads_both_scores(story)

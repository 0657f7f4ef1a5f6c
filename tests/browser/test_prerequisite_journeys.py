"""The seven prerequisites as three people use them: a sekretariat at its desk, an OPD on
a phone, and a verifier who has a keyboard and no mouse."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from focal_points.opd.models import Opd
from prasyarat.assessments.models import Answer, State
from prasyarat.next_steps.level_actions import record_level
from prasyarat.next_steps.models import GapAction
from tests.browser.axe import axe
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import attach, click, fill, heading, misses, pick, sees
from tests.browser.keys import tab_to, write
from tests.browser.pictures import look
from tests.browser.story import told, unfold_evidence
from tests.make import prasyarat as make
from tests.pug_portal.lib import samples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

INTERNAL = "Nilai internal, bukan nilai APE resmi"


def seen(page: Page, scene: str) -> None:
    """Looked at by axe, and by the eye when somebody wants to."""
    look(page, scene)
    axe(page)


def evidence(name: str) -> dict[str, object]:
    content = samples.pdf(14) + f"\n%{name}\n".encode()
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


def goes(page: Page, name: str) -> None:
    """By Enter, to the next page."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def offers_no(page: Page, *names: str) -> None:
    for name in names:
        button = page.get_by_role("button", name=name)
        expect(button.or_(page.get_by_role("link", name=name))).to_have_count(0)


def answer_of(code: str) -> Answer:
    return Answer.objects.filter(indicator__code=code).latest("pk")


def test_a_sekretariat_answers_proves_confirms_and_plans(
    world, clock, open_page, come_in, address
):
    clock("2025-06-02")
    perbup = make.item("KEB-2", world.blora)
    make.answer_at("terverifikasi", perbup, world.siti, judge=world.joko)
    clock("2026-10-26")
    record_level(
        instrument=perbup.indicator.prerequisite.instrument,
        name="Jenjang contoh",
        from_score=Decimal(5),
        source="Surat contoh",
        source_date=dt.date(2026, 1, 2),
        by=world.admin,
    )
    page = open_page(DESKTOP, motion=False)
    come_in(page, world.siti)

    page.goto(address("indicator", kode="KEB-1"))
    pick(page, "Jawaban", "Ada")
    fill(page, {"Catatan": "Perda Nomor 4 Tahun 2026."})
    click(page, "Simpan draf")
    told(page, "Jawaban disimpan sebagai draf.")
    unfold_evidence(page)
    attach(page, "Unggah berkas", evidence("Perda 4 Tahun 2026.pdf"))
    fill(page, {"Tanggal dokumen": "2026-03-03", "Halaman atau bagian": "hal. 12"})
    click(page, "Lampirkan")
    sees(page, "Perda 4 Tahun 2026.pdf", "tertanggal 3 Maret 2026")
    seen(page, "p1-indikator")
    click(page, "Simpan dan ajukan")
    told(page, "Jawaban diajukan untuk diverifikasi.")

    _confirms_last_years(page, address)
    page.goto(address("assessment"))
    sees(page, INTERNAL, "Nilai mandiri", "Nilai terverifikasi", "2 dari")
    seen(page, "p3-prasyarat")
    _asks_what_if_and_plans(page, address, world.dinsos)


def _confirms_last_years(page: Page, address) -> None:
    page.goto(address("indicator", kode="KEB-2"))
    sees(page, "Jawaban ini dari tahun 2020 dan belum dikonfirmasi untuk tahun 2026")
    seen(page, "p2-masih-berlaku")
    click(page, "Masih berlaku, ajukan untuk tahun ini")
    sees(page, "Menunggu verifikasi")
    assert answer_of("KEB-2").as_of.year == 2026


def _asks_what_if_and_plans(page: Page, address, owner: Opd) -> None:
    page.get_by_role("link", name="Yang diperbaiki berikutnya").click()
    heading(page, "Yang diperbaiki berikutnya")
    promised = page.locator(".perbaiki .dampak").first.inner_text()
    after = re.findall(r"menjadi ([\d,]+)", promised)[0]
    page.get_by_role("switch").first.check()
    expect(page.locator("#hasil .skor b")).to_have_text(after)
    sees(page, "bila 1 langkah selesai")
    _switches_three_on(page)
    seen(page, "p4-berikutnya")
    page.get_by_role("link", name="Masukkan ke rencana").first.click()
    heading(page, "Masukkan ke rencana aksi")
    opd = page.get_by_label("Penanggung jawab (OPD)")
    opd.select_option(value=str(owner.pk))
    fill(page, {"Tenggat": "2026-12-15"})
    seen(page, "p5-rencana-isi")
    with page.expect_navigation():
        click(page, "Simpan")
    page.goto(address("gap-plan"))
    heading(page, "Rencana aksi")
    sees(page, owner.short_name, "15 Desember 2026")
    seen(page, "p6-rencana")
    assert GapAction.objects.get().due_on.isoformat() == "2026-12-15"


def _switches_three_on(page: Page) -> None:
    """Score and level follow each switch on the open page, without leaving it."""
    result, address = page.locator("#hasil"), page.url
    expect(result).to_contain_text("Perkiraan jenjang: di bawah jenjang terendah")
    promised = page.locator(".perbaiki .dampak").nth(2).inner_text()
    after = re.findall(r"menjadi ([\d,]+)", promised)[0]
    for place in (1, 2):
        page.get_by_role("switch").nth(place).check()
    expect(result).to_contain_text("bila 3 langkah selesai")
    expect(page.locator("#hasil .skor b")).to_have_text(after)
    expect(result).to_contain_text("Perkiraan jenjang: Jenjang contoh")
    expect(result).to_contain_text("menurut Surat contoh, 2 Januari 2026")
    assert page.url.partition("?")[0] == address.partition("?")[0]
    page.get_by_role("switch").nth(2).uncheck()
    expect(result).to_contain_text("bila 2 langkah selesai")
    page.get_by_role("switch").nth(2).check()


def test_an_opd_answers_its_indicator_on_a_phone(
    world, clock, open_page, come_in, address
):
    clock("2026-10-26")
    make.instrument()
    page = open_page(PHONE, motion=False)
    come_in(page, world.ratih)

    page.goto(address("assessment"))
    seen(page, "o1-prasyarat")
    page.get_by_role("link", name="Indikator OPD Anda").click()
    heading(page, "Dinas Kesehatan")
    seen(page, "o2-lembar")
    page.get_by_role("link", name="KEL-4").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("KEL-4")
    pick(page, "Jawaban", "Ada")
    click(page, "Simpan draf")
    told(page, "Jawaban disimpan sebagai draf.")
    unfold_evidence(page)
    attach(page, "Unggah berkas", evidence("SK Focal Point.pdf"))
    fill(page, {"Halaman atau bagian": "hal. 12", "Tanggal dokumen": "2026-02-02"})
    seen(page, "o3-jawaban")
    click(page, "Lampirkan")
    page.get_by_role("link", name="SK Focal Point.pdf").first.click()
    sees(page, "Dibuka di hal. 12 dari 14")
    assert page.locator("iframe").get_attribute("src").endswith("#page=12")
    seen(page, "o4-halaman-12")
    page.go_back()
    click(page, "Simpan dan ajukan")
    told(page, "Jawaban diajukan untuk diverifikasi.")
    # The OPD hands in; it does not judge itself.
    offers_no(page, "Nyatakan terverifikasi")
    seen(page, "o5-diajukan")
    sent = answer_of("KEL-4")
    assert (sent.state, sent.opd) == (State.SUBMITTED, world.dinkes)


def test_a_verifier_without_a_mouse_judges_others_and_never_himself(
    world, clock, open_page, come_in, address
):
    clock("2026-10-26")
    for code in ("KEB-1", "KEB-2", "KEL-2"):
        make.answer_at("diajukan", make.item(code, world.blora), world.siti)
    make.answer_at("diajukan", make.item("KOM-1", world.blora), world.joko, choice="ya")
    page = open_page(DESKTOP, motion=False)
    come_in(page, world.joko)

    page.goto(address("answer-queue"))
    heading(page, "Verifikasi jawaban")
    misses(page, ["KOM-1"])
    seen(page, "v1-antrean")
    goes(page, "KEB-1")
    goes(page, "Nyatakan terverifikasi")
    sees(page, "Terverifikasi")
    seen(page, "v2-terverifikasi")

    page.goto(address("answer-queue"))
    goes(page, "KEB-2")
    goes(page, "Verifikasi dengan nilai berbeda")
    heading(page, "Verifikasi dengan nilai Anda")
    write(page, "Nilai", "0,5")
    goes(page, "Nyatakan terverifikasi")
    sees(page.get_by_role("alert"), "alasan")
    write(page, "Alasan (boleh kosong)", "Perbup belum dilaksanakan penuh.")
    seen(page, "v3-nilai-berbeda")
    goes(page, "Nyatakan terverifikasi")
    sees(page, "Alasan pemeriksa: Perbup belum dilaksanakan penuh.")
    seen(page, "v4-nilai-pemeriksa")

    page.goto(address("answer-queue"))
    goes(page, "KEL-2")
    goes(page, "Kembalikan dengan catatan")
    heading(page, "Kembalikan jawaban")
    write(page, "Yang perlu diperbaiki", "Lampirkan halaman penetapannya.")
    seen(page, "v5-kembalikan")
    goes(page, "Kembalikan")
    sees(page, "Lampirkan halaman penetapannya.")

    page.goto(address("indicator", kode="KOM-1"))
    sees(page, "Menunggu verifikasi")
    offers_no(page, "Nyatakan terverifikasi", "Kembalikan dengan catatan")
    seen(page, "v6-jawaban-sendiri")
    states = {code: answer_of(code).state for code in ("KEB-1", "KEB-2", "KEL-2")}
    assert states == {
        "KEB-1": State.VERIFIED,
        "KEB-2": State.VERIFIED,
        "KEL-2": State.NEEDS_WORK,
    }

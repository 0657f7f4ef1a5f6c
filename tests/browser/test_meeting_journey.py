"""A meeting from its preparation to its settled minutes, at a desk and on a phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from pokja.meetings.models import Meeting
from pug_portal.lib import clock as portal_clock
from pug_portal.lib import qr
from pug_portal.lib.dates import tanggal
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import choose, click, field, fill, heading, pick, sees
from tests.browser.pictures import look
from tests.browser.story import menu, press, told
from tests.make import attendance as make
from tests.make import letters as make_letters

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Rapat koordinasi Pokja PUG"
NUMBER = "005/217/2026"
PREPARE = "Persiapan rapat"
OUTCOME = "Setiap OPD tahu tenggatnya"
RECOMMENDATION = "Menyusun profil gender bidang kesehatan"


@pytest.fixture
def desk_of(open_page, come_in):
    def open_desk(person: Any, device: dict[str, Any] = DESKTOP) -> Page:
        page = open_page(device)
        come_in(page, person)
        page.goto("/")
        return page

    return open_desk


def test_from_the_invitation_to_the_settled_minutes(
    world, clock, monkeypatch, live_server, desk_of, open_page
):
    clock(make.NINE)
    monkeypatch.setattr(settings, "SITE_URL", live_server.url)
    # Only the registers stand ready: kop and who signs.
    make_letters.letterhead(world)
    make_letters.signer(world)
    desk = desk_of(world.siti)

    _plans(desk)
    _invites(desk)
    _checks_in_by_phone(desk, desk_of(world.ratih, PHONE), open_page(PHONE))
    _writes_the_minutes(desk)
    _judges(desk)
    _recommends(desk)
    _signs(desk)
    _settles(desk_of(world.joko))

    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.attendance.count()) == ("disahkan", 2)
    assert meeting.letters.get().content["number"] == NUMBER


def _plans(desk: Page) -> None:
    menu(desk, "Rapat dan tindak lanjut")
    press(desk, "Rapat baru", "Rapat baru")
    choose(desk, "Jenis", "Rapat koordinasi")
    fill(
        desk,
        {
            "Nama rapat": TITLE,
            "Tema": "Menutup rekomendasi",
            "Tanggal mulai": portal_clock.today().isoformat(),
            "Jam mulai (WIB)": "09:00",
            "Jam selesai (WIB)": "13:00",
            "Tempat": "Ruang Pertemuan Bappeda Lantai 2",
            "Penyelenggara": "Dinsos P3A",
            "Jabatan pimpinan rapat": "Kepala Bappeda selaku Ketua Pokja PUG",
        },
    )
    press(desk, "Simpan rapat", TITLE)
    press(desk, "Persiapan rapat", PREPARE)
    sees(desk, "2 dari 7 siap")
    _lays_the_agenda(desk)
    click(desk, "Ubah hasil yang diharapkan")
    line = desk.get_by_role("group", name="Baris 1", exact=True)
    fill(line, {"Hasil yang diharapkan": OUTCOME})
    press(desk, "Simpan hasil", PREPARE)
    sees(desk.get_by_role("region", name="Hasil yang diharapkan"), OUTCOME)
    look(desk, "a1-persiapan")


def _lays_the_agenda(desk: Page) -> None:
    """A template in one click; a row is dragged, and goes back by an arrow key."""
    click(desk, "Ubah agenda")
    desk.get_by_label("Templat susunan acara").select_option("bawaan-rapat_koordinasi")
    click(desk, "Pakai templat")
    told(desk, "Templat dipakai")
    report, speech = (
        desk.get_by_role("group", name=f"Baris {number}", exact=True)
        for number in (3, 4)
    )
    grip = speech.get_by_role("button", name=re.compile("^Geser"))
    grip.scroll_into_view_if_needed()
    start, above = grip.bounding_box(), report.bounding_box()
    assert start is not None
    assert above is not None
    desk.mouse.move(start["x"] + 5, start["y"] + 5)
    desk.mouse.down()
    desk.mouse.move(start["x"] + 5, above["y"] + 10, steps=4)
    desk.mouse.up()
    expect(field(speech, "Urutan")).to_have_value("3")
    expect(field(report, "Urutan")).to_have_value("4")
    look(desk, "a0-agenda")
    grip.press("ArrowDown")
    expect(field(speech, "Urutan")).to_have_value("4")
    fill(report, {"Acara": "Laporan Dinsos P3A", "Lama (menit)": "20"})
    grip.press("ArrowUp")
    press(desk, "Simpan agenda", PREPARE)
    agenda = desk.get_by_role("region", name="Agenda")
    rows = agenda.get_by_role("listitem")
    expect(rows.nth(2)).to_contain_text("09.25–09.45")
    expect(rows.nth(2)).to_contain_text("Sambutan")
    expect(rows.nth(3)).to_contain_text("09.45–10.05")
    expect(rows.nth(3)).to_contain_text("Laporan Dinsos P3A")


def _invites(desk: Page) -> None:
    """On the same page: who, then one press for letter, calendar and WhatsApp."""
    click(desk, "Pilih yang diundang")
    click(desk, "Pilih semua")
    guest = desk.get_by_role("group", name="Tamu 1", exact=True)
    fill(guest, {"Nama": "Sri Utami", "Jabatan": "Ketua", "Instansi": "PUSPA Ceria"})
    look(desk, "a2-undangan")
    press(desk, "Simpan daftar undangan", PREPARE)
    sees(desk.get_by_role("region", name="Kesiapan"), "3 undangan.")
    click(desk, "Buat surat undangan")
    choose(desk, "Kop surat", "Bappeda")
    choose(desk, "Penanda tangan", "Kepala Bappeda")
    fill(desk, {"Nomor": "217", "Kode klasifikasi": "005"})
    look(desk, "a3-surat")
    click(desk, "Buat surat undangan")
    told(desk, "siap dengan isi yang sama")
    sees(desk, "7 dari 7 siap")
    letter = desk.get_by_role("region", name="Surat undangan")
    sees(letter, NUMBER)
    for channel in ("PDF", "DOCX", "Kalender (ICS)", "Buka WhatsApp"):
        expect(desk.get_by_role("link", name=channel).first).to_be_visible()
    expect(desk.get_by_label("Pesan WhatsApp")).to_have_value(re.compile(NUMBER))
    look(desk, "a4-siap")


def _checks_in_by_phone(desk: Page, ratih: Page, guest: Page) -> None:
    """The focal point finds her own name; a guest, who stands on the list, hers."""
    menu(desk, "Rapat dan tindak lanjut")
    press(desk, TITLE, TITLE)
    click(desk, "Layar absensi QR")
    expect(desk.get_by_role("img", name=re.compile("Kode QR absensi"))).to_be_visible()
    look(desk, "a5-layar")
    address = _told_by_the_picture(desk)
    for page, name in ((ratih, "Ratih Kusuma"), (guest, "")):
        page.goto(address)
        look(page, "a6-absen" if name else "a6-absen-tamu")
        if name:
            own = page.get_by_role("combobox", name=re.compile("Nama Anda"))
            own.select_option(label=_option(own, name))
            click(page, "Saya hadir")
        else:
            page.get_by_text("Saya tamu atau mewakili").click()
            fill(page, {"Nama": "Bu Tamu", "Jabatan": "Staf", "Instansi": "BPS Blora"})
            pick(page, "L/P", "Perempuan (P)")
            click(page, "Catat kehadiran saya")
        expect(page.get_by_role("status")).to_contain_text("tercatat hadir")
        look(page, "a7-selesai" if name else "a7-selesai-tamu")
    desk.reload()
    expect(desk.locator(".layar-n")).to_contain_text("2 sudah hadir")
    click(desk, "Daftar hadir")
    expect(desk.get_by_role("row", name=re.compile("Bu Tamu"))).to_contain_text("BPS")
    look(desk, "a8-daftar-hadir")


def _told_by_the_picture(desk: Page) -> str:
    """What a camera reads: the picture on the wall is the one of this address."""
    code = desk.locator(".layar-kode").inner_text()
    address = settings.SITE_URL + reverse("check-in", args=[qr.bare(code).lower()])
    drawn = re.findall(r' d="([^"]+)"', qr.svg_for_screen(address, ""))
    shown = desk.locator(".layar-qr path").evaluate_all(
        "all => all.map(one => one.getAttribute('d'))"
    )
    assert shown == drawn
    return address


def _option(box: Any, name: str) -> str:
    labels = box.locator("option").all_inner_texts()
    return next(label for label in labels if name in label)


def _writes_the_minutes(desk: Page) -> None:
    menu(desk, "Rapat dan tindak lanjut")
    press(desk, TITLE, TITLE)
    click(desk, "Catat jalannya rapat")
    told(desk, "Jalannya rapat dapat dicatat")
    press(desk, "Tulis notulen", "Tulis notulen")
    fill(desk, {"Ringkasan jalannya rapat": "Rekomendasi yang terbuka dibahas."})
    desk.get_by_label("Pembukaan, butir baru").fill("Dibuka oleh Kepala Bappeda.")
    point = desk.get_by_label("Pembahasan, butir baru")
    point.fill("Tindak lanjut setiap OPD dibahas.")
    point.press("Enter")
    desk.keyboard.type("Dinkes menyusun profil gender.")
    desk.keyboard.press("Alt+Shift+ArrowRight")
    expect(desk.locator("#status-simpan")).to_contain_text("Tersimpan pukul")
    look(desk, "a9-notulen")
    press(desk, "Simpan dan selesai", TITLE)
    minutes = desk.get_by_role("region", name="Notulen")
    expect(minutes.locator("li li")).to_have_text("Dinkes menyusun profil gender.")


def _judges(desk: Page) -> None:
    region = desk.get_by_role("region", name="Hasil yang diharapkan")
    click(region, "Ubah dan nilai")
    line = desk.get_by_role("group", name="Baris 1", exact=True)
    choose(line, "Penilaian sesudah rapat", "Tercapai")
    press(desk, "Simpan hasil", TITLE)
    sees(region, OUTCOME, "Tercapai")


def _recommends(desk: Page) -> None:
    press(desk, "Tambah rekomendasi", "Tambah rekomendasi")
    fill(desk, {"Rekomendasi": RECOMMENDATION, "Tenggat": "2026-12-31"})
    choose(desk, "Pengusul (OPD)", "DLH – Dinas Lingkungan Hidup")
    choose(desk, "Penanggung jawab (OPD)", "Dinkes – Dinas Kesehatan")
    look(desk, "a10-rekomendasi")
    press(desk, "Simpan rekomendasi", TITLE)


def _signs(desk: Page) -> None:
    press(desk, "Tanda tangani notulen", "Tanda tangani notulen")
    fill(desk, {"Nama notulis": "Rina Astuti"})
    look(desk, "a11-tanda-tangan")
    press(desk, "Tanda tangani notulen", TITLE)
    sees(desk, "Menunggu pengesahan oleh Bappeda")


def _settles(chair: Page) -> None:
    menu(chair, "Rapat dan tindak lanjut")
    press(chair, TITLE, TITLE)
    press(chair, "Sahkan notulen", "Sahkan notulen")
    sees(chair, "Bu Tamu", RECOMMENDATION)
    press(chair, "Sahkan notulen", TITLE)
    sees(chair, "Disahkan", "Sidik SHA-256")
    look(chair, "a12-disahkan")
    heading(chair, TITLE)
    assert tanggal(portal_clock.today()) in chair.inner_text("main")

"""From the link in WhatsApp to the submitted report with two photos, on a phone."""

from __future__ import annotations

import io
import os

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from focal_points.progress.models import Progress, State
from pug_portal.access.actor import SYSTEM
from pug_portal.accounts.actions import make_link
from pug_portal.accounts.models import AccessLink
from tests.browser.devices import PHONE
from tests.browser.hands import fits_width, heading, sees
from tests.browser.reader import Reader
from tests.browser.tally import TALLY
from tests.make import progress as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_SECONDS = 10 * 60
PASSWORD = "kelas-ibu-hamil-31"
NUMBERS = {
    "Jumlah GAP": "3",
    "Jumlah GBS": "2",
    "Jumlah KAK": "1",
    "Total belanja OPD (pagu)": "12500000000",
    "Pagu ARG": "508500000",
    "Realisasi ARG": "379650000",
    "Tabel data terpilah tersedia": "8",
    "Tabel yang dimutakhirkan": "5",
    "Staf dilatih, laki-laki": "4",
    "Staf dilatih, perempuan": "9",
    "Focal point aktif": "2",
}
ACTIVITY = {
    "Peserta laki-laki": "1284",
    "Peserta perempuan": "4106",
    "Pagu": "412500000",
    "Realisasi": "318250000",
    "Hasil": "Kehadiran suami naik dari 12% menjadi 31%.",
}
TEXTS = {
    "Permasalahan": "Data kunjungan belum terpilah menurut disabilitas.",
    "Upaya yang dilakukan": "Puskesmas mulai mencatat pada formulir baru.",
}


def photo(number: int) -> dict[str, object]:
    made = io.BytesIO()
    Image.effect_noise((640, 480), 40 + number).save(made, "JPEG", quality=60)
    name = f"IMG_{number}.jpg"
    return {"name": name, "mimeType": "image/jpeg", "buffer": made.getvalue()}


def look(page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=f"{folder}/journey-{name}.png")


@pytest.mark.slow
def test_the_first_report_on_a_phone_takes_ten_minutes_at_most(
    world, clock, open_page, settings, live_server
):
    clock(make.WITHIN)
    settings.SITE_URL = live_server.url
    make.period(world.blora)
    user = world.ratih.user
    token = make_link(
        user=user, kind=AccessLink.Kind.INVITATION, region=world.blora, by=SYSTEM
    )
    page = open_page(PHONE)
    person = Reader(page)

    page.goto(reverse("access-link", args=[token]))
    person.taps += 1
    signs_in(person)
    begins(person)
    fills(person)
    asks_and_sends(person, open_page)

    report = Progress.objects.get(opd=world.dinkes)
    assert report.state == State.SUBMITTED
    assert report.files.count() == 2
    TALLY.notes.append(f"laporan di ponsel, dari tautan: {person.told()}")
    assert person.seconds <= MOST_SECONDS, person.told()


def signs_in(person: Reader) -> None:
    page = person.page
    person.reads()
    person.types("Kata sandi baru", PASSWORD)
    if page.get_by_label("Ulangi kata sandi").count():
        person.types("Ulangi kata sandi", PASSWORD)
    person.taps_on("Simpan kata sandi")
    sees(page, "Isi laporan kemajuan Semester II 2020")
    look(page, "1-beranda")


def begins(person: Reader) -> None:
    page = person.page
    person.reads()
    person.taps_at(page.get_by_role("link", name="Isi laporan kemajuan").first)
    heading(page, "Laporan kemajuan")
    person.reads()
    person.taps_on("Mulai mengisi")
    heading(page, "Laporan kemajuan Semester II 2020")
    fits_width(page)


def fills(person: Reader) -> None:
    page = person.page
    look(page, "2-isian")
    person.reads()
    person.chooses("Renstra responsif gender", "Ya")
    person.chooses("Renja responsif gender", "Sebagian")
    person.chooses("RKA/DPA memuat GBS", "Ya")
    for label, text in {**NUMBERS, **TEXTS}.items():
        person.types(label, text)
    person.types("Nama kegiatan baru", "Kelas ibu hamil")
    person.taps_on("Tambah kegiatan")
    activity = page.get_by_role("group", name="1. Kelas ibu hamil")
    expect(activity).to_be_visible()
    person.reads()
    person.types("Tanggal mulai", "2020-08-03", within=activity)
    for label, text in ACTIVITY.items():
        person.types(label, text, within=activity)
    steps = page.get_by_role("navigation", name="Langkah bagian")
    expect(steps.get_by_role("link")).to_have_count(8)
    expect(steps.locator("[aria-current=step]")).to_contain_text("6. Kegiatan")
    person.taps_at(steps.get_by_role("link", name="8. Bukti dukung"))
    expect(steps).to_contain_text("Bagian 8 dari 8: Bukti dukung")
    person.picks_from_gallery(page.locator("#bukti"), photo(1), photo(2))
    expect(page.get_by_text("Terlampir pada laporan.")).to_have_count(2)
    look(page, "3-bukti")
    person.taps_on("Periksa dan ajukan", within=page.locator(".bawah"))
    heading(page, "Periksa dan ajukan")


def asks_and_sends(person: Reader, open_page) -> None:
    """The head reads and approves on another phone: that time is not the writer's."""
    page = person.page
    look(page, "4-periksa")
    person.reads()
    person.taps_on("Buat tautan")
    message = page.get_by_label("Pesan untuk Kepala OPD").input_value()
    person.reads()
    head_page = open_page(PHONE)
    head = Reader(head_page)
    head_page.goto(message.rpartition(" ")[2])
    head.reads()
    head.taps_on("Setujui laporan ini")
    sees(head_page, "Terima kasih, persetujuan Anda tercatat")
    TALLY.notes.append(f"persetujuan kepala di ponsel: {head.told()}")
    person.taps_on("Muat ulang")
    sees(page, "Kepala OPD sudah menyetujui")
    person.reads()
    person.taps_on("Ajukan laporan")
    heading(page, "Laporan sudah diajukan")
    person.reads()
    look(page, "5-terkirim")

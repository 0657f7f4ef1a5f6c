"""Steps 3 and 4: the OPD fills and sends its report; the desk returns and verifies it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import (
    attach,
    choose,
    click,
    download,
    field,
    fill,
    heading,
    misses,
    pick,
    sees,
)
from tests.browser.story import Story, menu, press, row, status, told, unfold

REPORT = "Laporan kemajuan Semester II 2020"
NUMBERS = {
    "Jumlah GAP": "3",
    "Jumlah GBS": "2",
    "Jumlah KAK": "0",
    "Total belanja OPD (pagu)": "Rp 12.500.000.000",
    "Pagu ARG": "Rp 508.500.000",
    "Realisasi ARG": "379.650.000",
    "Tabel data terpilah tersedia": "8",
    "Tabel yang dimutakhirkan": "5",
    "Staf dilatih, laki-laki": "4",
    "Staf dilatih, perempuan": "9",
}
TEXTS = {
    "Permasalahan": "Data kunjungan belum terpilah menurut disabilitas.",
    "Dukungan yang diminta": "Pendampingan penyusunan GAP.",
    "Rekomendasi": "Anggarkan pelatihan analisis gender tahun depan.",
}
ACTIVITY = {
    "Kode sub kegiatan": "1.02.02.2.02.0001",
    "Tanggal mulai": "2020-08-03",
    "Tanggal selesai": "2020-08-05",
    "Sasaran": "Ibu hamil dan suaminya",
    "Lembaga yang terlibat": "Puskesmas, PKK",
    "Peserta laki-laki": "1.284",
    "Peserta perempuan": "4.106",
    "Pagu": "Rp 412.500.000",
    "Realisasi": "318.250.000",
    "Hasil": "Kehadiran suami naik dari 12% menjadi 31%.",
}
EFFORTS = "Puskesmas mulai mencatat pada formulir baru."
NOTE = "Sebutkan puskesmas mana yang belum mencatat."
MENDED = "Data kunjungan Puskesmas Cepu dan Jepon belum terpilah menurut disabilitas."


def finds_one_task(story: Story) -> None:
    page = story.at_desk_of("ratih")
    tasks = page.get_by_role("region", name="Yang perlu Anda kerjakan")
    expect(tasks.get_by_role("listitem")).to_have_count(1)
    sees(tasks, "Isi laporan kemajuan Semester II 2020", "Belum mulai")
    story.look(page, "3-tugas")
    tasks.get_by_role("link").click()
    press(page, "Mulai mengisi", REPORT)


def fills_the_report(story: Story) -> None:
    page = story.at_desk_of("ratih")
    pick(page, "Renstra responsif gender", "Ya")
    pick(page, "Renja responsif gender", "Sebagian")
    pick(page, "RKA/DPA memuat GBS", "Ya")
    fill(page, {**NUMBERS, **TEXTS})
    _adds_the_activity(page)
    # With a script a file leaves as soon as it is chosen, with what is said of it.
    fill(page, {"Keterangan bukti": "Daftar hadir kegiatan 1"})
    attach(page, "Tambah bukti", story.paper("daftar hadir.pdf"))
    click(page, "Unggah dan simpan")
    told(page, "Draf tersimpan pukul")
    story.look(page, "3-isian")


def _adds_the_activity(page: Page) -> None:
    fill(page, {"Nama kegiatan baru": "Kelas ibu hamil"})
    click(page, "Tambah kegiatan")
    activity = _activity(page)
    fill(activity, ACTIVITY)
    choose(activity, "Sumber dana", "APBD")
    choose(activity, "Tahap", "Pelaksanaan")


def _activity(page: Page) -> Locator:
    return page.get_by_role("group", name="1. Kelas ibu hamil")


def a_draft_is_its_offices_own(story: Story) -> None:
    """Neither another OPD nor the desk reads what is still being written."""
    draft = urlsplit(story.at_desk_of("ratih").url).path
    for name in ("dewi", "siti", "prov", "wati"):
        page = story.at_desk_of(name)
        for path in (draft, draft.removesuffix("isi/")):
            assert status(page, path) in (403, 404), f"{name}: {path}"
            misses(page, [TEXTS["Permasalahan"]])
        page.goto(story.address("beranda"))
    other = story.at_desk_of("dewi")
    assert status(other, draft) == 404
    other.goto(story.address("beranda"))


def returns_to_the_draft(story: Story) -> None:
    """Leaves, signs out, comes back another time: all of it is still there."""
    page = story.at_desk_of("ratih")
    menu(page, "Tugas saya")
    sees(page, "Lanjutkan laporan kemajuan Semester II 2020")
    page.context.clear_cookies()
    story.sign_in(page, story.world.ratih)
    menu(page, "Laporan kemajuan")
    press(page, "Lanjutkan mengisi", REPORT)
    _reads_what_was_typed(page)


def _reads_what_was_typed(page: Page) -> None:
    question = page.get_by_role("group", name="Renja responsif gender")
    expect(question.get_by_label("Sebagian", exact=True)).to_be_checked()
    for label, text in {**NUMBERS, **TEXTS}.items():
        expect(field(page, label)).to_have_value(text.removeprefix("Rp "))
    # Left empty, and nobody wrote a zero there.
    for label in ("Upaya yang dilakukan", "Focal point aktif"):
        expect(field(page, label)).to_have_value("")
    activity = _activity(page)
    for label, text in ACTIVITY.items():
        expect(field(activity, label)).to_have_value(text.removeprefix("Rp "))
    sees(page, "daftar hadir.pdf", "Daftar hadir kegiatan 1")


def asks_for_approval(story: Story) -> None:
    page = story.at_desk_of("ratih")
    press(page, "Periksa dan ajukan", "Periksa dan ajukan")
    told(page, "Laporan belum dapat diajukan")
    story.look(page, "3-belum-lengkap")
    page.get_by_role("alert").get_by_role("link").first.click()
    fill(page, {"Upaya yang dilakukan": EFFORTS})
    press(page, "Periksa dan ajukan", "Periksa dan ajukan")
    sees(page, "Rp 412.500.000", "1.284", "4.106")
    sees(page, "Focal point aktif belum diisi; di laporan Pokja tampil kosong (–).")
    click(page, "Minta persetujuan")
    sees(page, "Menunggu persetujuan Hasan Basri")
    story.look(page, "3-menunggu")


def is_approved(story: Story) -> None:
    page = story.at_desk_of("hasan")
    menu(page, "Laporan kemajuan")
    press(page, "Baca dan setujui", "Setujui laporan Semester II 2020")
    story.look(page, "3-kepala")
    click(page, "Setujui laporan")
    told(page, "Laporan disetujui.")


def sends_the_report(story: Story) -> None:
    page = story.at_desk_of("ratih")
    menu(page, "Laporan kemajuan")
    click(page, "Periksa dan ajukan")
    sees(page, "Kepala OPD sudah menyetujui", "Hasan Basri")
    press(page, "Ajukan laporan", "Laporan sudah diajukan")
    sees(page, "Nomor tanda terima", "Senin, 11 Januari 2021")
    story.look(page, "3-terkirim")
    receipt = download(page, "Unduh tanda terima (PDF)")
    assert receipt.path().read_bytes().startswith(b"%PDF")


def is_returned_with_a_note(story: Story) -> None:
    page = story.at_desk_of("siti")
    _opens_review(page)
    click(page, "Kembalikan")
    told(page, "Belum dapat dilanjutkan")
    story.look(page, "4-tanpa-catatan")
    unfold(page, "untuk Permasalahan")
    fill(page, {"Catatan untuk Permasalahan": NOTE})
    click(page, "Kembalikan")
    told(page, "Laporan Dinkes dikembalikan dengan catatan.")


def _opens_review(page: Page) -> None:
    menu(page, "Laporan OPD")
    click(page, "Antrean verifikasi")
    heading(page, "Verifikasi laporan")
    row(page, "Dinas Kesehatan").get_by_role("link", name="Tinjau").click()
    heading(page, "Dinas Kesehatan")


def mends_and_sends_again(story: Story) -> None:
    page = story.at_desk_of("ratih")
    menu(page, "Tugas saya")
    sees(page, "Perbaiki laporan kemajuan Semester II 2020", "Dikembalikan")
    menu(page, "Laporan kemajuan")
    press(page, "Perbaiki laporan", REPORT)
    sees(page, NOTE)
    story.look(page, "4-perbaiki")
    fill(page, {"Permasalahan": MENDED})
    press(page, "Periksa dan ajukan", "Periksa dan ajukan")
    click(page, "Minta persetujuan")
    sees(page, "Menunggu persetujuan Hasan Basri")
    is_approved(story)
    sends_the_report(story)


def is_verified(story: Story) -> None:
    page = story.at_desk_of("siti")
    _opens_review(page)
    sees(page, MENDED, "diubah sejak pengajuan sebelumnya", NOTE)
    story.look(page, "4-tinjau")
    page.get_by_role("button", name="Sudah diperbaiki").click()
    sees(page, "pengajuan ke-1")
    click(page, "Nyatakan terverifikasi")
    told(page, "Laporan Dinkes terverifikasi.")


def nothing_is_editable(story: Story) -> None:
    page = story.at_desk_of("ratih")
    menu(page, "Laporan kemajuan")
    page.get_by_role("link", name="Semester II 2020").first.click()
    heading(page, REPORT)
    sees(page, "Diverifikasi oleh Siti Rahmawati pada 11 Januari 2021")
    story.look(page, "4-terverifikasi")
    main = page.get_by_role("main")
    expect(main.get_by_role("textbox")).to_have_count(0)
    expect(main.get_by_role("button")).to_have_count(0)
    page.goto(f"{page.url}isi/")
    heading(page, REPORT)
    expect(main.get_by_role("textbox")).to_have_count(0)
    desk = story.at_desk_of("siti")
    desk.goto(page.url)
    sees(desk, "Isian tidak dapat diubah lagi.", "Buka kembali")


def steps(story: Story) -> None:
    finds_one_task(story)
    fills_the_report(story)
    a_draft_is_its_offices_own(story)
    returns_to_the_draft(story)
    asks_for_approval(story)
    is_approved(story)
    sends_the_report(story)
    is_returned_with_a_note(story)
    mends_and_sends_again(story)
    is_verified(story)
    nothing_is_editable(story)

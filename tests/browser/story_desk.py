"""Steps 1 and 2: the sekretariat registers the decrees and opens the semester."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import attach, choose, click, field, fill, heading, pick, sees
from tests.browser.story import Story, menu, press, row, unfold

DECREES = [
    {
        "Jenis SK": "SK Pokja PUG",
        "Nomor": "463.23/160/2020",
        "Tentang": "Pembentukan Kelompok Kerja Pengarusutamaan Gender",
        "Jabatan penandatangan": "Bupati Blora",
        "Tanggal penetapan": "2020-02-03",
    },
    {
        "Jenis SK": "SK Tim Teknis PUG",
        "Nomor": "050.13/14/2020",
        "Tentang": "Tim Teknis Pengarusutamaan Gender",
        "Jabatan penandatangan": "Kepala Bappeda",
        "Tanggal penetapan": "2020-02-17",
    },
    {
        "Jenis SK": "SK Forum PUSPA",
        "Nomor": "463/172/2020",
        "Tentang": "Forum Partisipasi Publik untuk Kesejahteraan Perempuan dan Anak",
        "Nama forum/tim": "Ceria",
        "Jabatan penandatangan": "Bupati Blora",
        "Tanggal penetapan": "2020-02-24",
        "Berlaku sampai": "2023-12-31",
    },
]
# Kedudukan and jabatan; the SK names nobody for these seats.
EX_OFFICIO = [
    ("Pembina", "Bupati Blora"),
    ("Penanggung Jawab", "Sekretaris Daerah Kabupaten Blora"),
    ("Sekretaris", "Kepala Dinsos P3A"),
    ("Anggota", "Kepala Dinas Kesehatan"),
]


def registers_decrees(story: Story) -> None:
    page = story.at_desk_of("siti")
    sees(page, "SK yang berlaku belum lengkap", "Belum ada periode yang dibuka.")
    story.look(page, "1-beranda")
    for facts in DECREES:
        menu(page, "SK")
        click(page, "Catat SK")
        _register(story, facts)
    menu(page, "SK")
    for facts in DECREES:
        sees(row(page, facts["Nomor"]), facts["Jenis SK"], "Berlaku")
    story.look(page, "1-sk")


def _register(story: Story, facts: dict[str, str]) -> None:
    page = story.at_desk_of("siti")
    heading(page, "Catat SK")
    typed = dict(facts)
    choose(page, "Jenis SK", typed.pop("Jenis SK"))
    fill(
        page,
        {
            **typed,
            "Ditetapkan di": "Blora",
            "Berlaku sejak": typed["Tanggal penetapan"],
        },
    )
    name = f"SK_{facts['Nomor'].replace('/', '-')}.pdf"
    attach(page, "Pindaian SK", story.paper(name, pages=12))
    press(page, "Simpan SK", facts["Nomor"])
    sees(page, name, "12 halaman", "SHA-256", facts["Jabatan penandatangan"])


def adds_members(story: Story) -> None:
    page = story.at_desk_of("siti")
    menu(page, "Keanggotaan")
    sees(page, "SK berlaku, tetapi anggotanya belum dicatat.")
    press(page, "Tambah anggota", "Tambah anggota")
    for number, (standing, position) in enumerate(EX_OFFICIO, start=1):
        seat = page.get_by_role("region", name=f"Anggota {number}", exact=True)
        choose(seat, "Kedudukan", standing)
        fill(seat, {"Jabatan dalam dinas": position})
    chair = page.get_by_role("region", name="Anggota 5", exact=True)
    choose(chair, "Kedudukan", "Ketua")
    choose(chair, "Jabatan dalam daftar pejabat", "Kepala Bappeda Kabupaten Blora")
    named = page.get_by_role("region", name="Anggota 6", exact=True)
    choose(named, "Kedudukan", "Wakil Sekretaris")
    if story.javascript:
        _takes_over_who_is_registered(named)
    fill(named, {"Jabatan dalam dinas": "Kepala Bidang PUG", "Nama": "Retno Palupi"})
    choose(named, "L/P", "Perempuan")
    story.look(page, "1-tambah-anggota")
    press(page, "Simpan anggota", "Susunan anggota")
    sees(row(page, "Retno Palupi"), "Kepala Bidang PUG", "P")
    sees(row(page, "Bupati Blora"), "Pembina")
    sees(row(page, "Agus Prasetyo"), "Ketua", "(karena jabatan)")
    expect(page.get_by_text("Jabatan tanpa nama")).to_contain_text("4")
    story.look(page, "1-anggota")


def _takes_over_who_is_registered(row: Locator) -> None:
    fill(row, {"Nama": "agus pras"})
    sees(row, "Mungkin sudah tercatat", "nama berawalan sama")
    click(row, "Pakai nama ini Agus Prasetyo")
    expect(field(row, "Nama")).to_have_value("Agus Prasetyo")
    expect(field(row, "L/P")).to_have_value("L")


def opens_the_semester(story: Story) -> None:
    page = story.at_desk_of("siti")
    menu(page, "Periode")
    press(page, "Buka dengan tanggal sendiri", "Buka periode")
    fill(page, {"Tahun": "2020"})
    pick(page, "Semester", "Semester II (Juli–Desember)")
    fill(
        page,
        {
            "Angka per tanggal": "2020-12-31",
            "Dibuka": "2020-12-01",
            "Tenggat": "2021-01-31",
            "Dikunci": "2021-02-15",
        },
    )
    press(page, "Buka periode", "Semester II 2020")
    sees(page, "4 OPD wajib melapor")
    story.look(page, "2-periode")


def reads_the_board(story: Story) -> None:
    page = story.at_desk_of("siti")
    menu(page, "Laporan OPD")
    sees(page, "0 dari 4 OPD sudah melapor")
    world = story.world
    for opd in (world.dinkes, world.dlh, world.dinsos, world.bappeda):
        sees(row(page, opd.name), "Belum mulai")
    health = row(page, "Dinas Kesehatan")
    unfold(health, "Pesan WA")
    message = field(page, f"Pesan untuk {world.dinkes}")
    for words in ("Ratih Kusuma", "31 Januari 2021", "Semester II 2020"):
        assert words in message.input_value()
    unfold(page, "Rekap status untuk grup WhatsApp")
    recap = field(page, "Rekap status").input_value()
    assert "0 dari 4 OPD sudah melapor" in recap
    assert all(name in recap for name in ("Dinkes", "DLH", "Dinsos P3A", "Bappeda"))
    if story.javascript:
        _copies(page, "Salin rekap", recap)
    story.look(page, "2-papan")


def _copies(page: Page, button: str, text: str) -> None:
    """What is then pasted into WhatsApp is what the page showed."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    click(page, button)
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text


def steps(story: Story) -> None:
    registers_decrees(story)
    adds_members(story)
    opens_the_semester(story)
    reads_the_board(story)

"""Step 5: the coordination meeting of 26 October 2020, from its agenda to the lock."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import expect

import pokja
from pokja.meetings.minutes import Point, write_minutes
from tests.browser.hands import choose, click, fill, heading, misses, sees, tick
from tests.browser.story import Story, menu, press, row, told, unfold

SCENE = json.loads(
    (Path(pokja.__file__).parent / "data" / "contoh_blora_rakor_2020.json").read_text(
        encoding="utf-8"
    )
)
THEME = "Penguatan focal point"
TITLE = SCENE["meeting"]["title"]
FACTS = {
    "Nama rapat": TITLE,
    "Tema": THEME,
    "Tanggal mulai": "2020-10-26",
    "Jam mulai (WIB)": "09:00",
    "Jam selesai (WIB)": "12:30",
    "Tempat": "Ruang Pertemuan Bappeda Lantai 2",
    "Penyelenggara": "Dinsos P3A",
    "Tuan rumah": "Bappeda",
    "Jabatan pimpinan rapat": "Kepala Bappeda selaku Ketua Pokja PUG",
}
AGENDA = [
    ("75", "Pembukaan", "Kepala Bappeda"),
    ("30", "Tujuh prasyarat PUG", "Bappeda"),
]
# OPD, men, women
ATTENDANCE = [
    ("Bappeda – Badan Perencanaan Pembangunan Daerah", "4", "3"),
    ("Dinkes – Dinas Kesehatan", "0", "2"),
    ("DLH – Dinas Lingkungan Hidup", "1", "1"),
]
RECOMMENDATION = "Mengevaluasi efektivitas Peraturan Bupati Nomor 5 Tahun 2014."


def _words(sub: str | dict[str, str]) -> str:
    return sub if isinstance(sub, str) else sub["text"]


def records_a_past_meeting(story: Story) -> None:
    page = story.at_desk_of("siti")
    menu(page, "Rapat dan tindak lanjut")
    press(page, "Rapat baru", "Rapat baru")
    choose(page, "Jenis", "Rapat koordinasi")
    fill(page, FACTS)
    tick(page, "Rapat ini dicatat sesudah berlangsung")
    press(page, "Simpan rapat", TITLE)
    sees(page, "Senin, 26 Oktober 2020", "Dinsos P3A", "Bappeda")
    click(page, "Catat jalannya rapat")
    told(page, "Jalannya rapat dapat dicatat")


def writes_the_agenda(story: Story) -> None:
    page = story.at_desk_of("siti")
    press(page, "Ubah agenda", "Agenda")
    for number, (minutes, text, speaker) in enumerate(AGENDA, start=1):
        line = page.get_by_role("group", name=f"Baris {number}", exact=True)
        values = {"Acara": text, "Lama (menit)": minutes, "Pengisi": speaker}
        fill(line, values)
    press(page, "Simpan agenda", TITLE)
    sees(page, "10.15–10.45 Tujuh prasyarat PUG")


def counts_who_came(story: Story) -> None:
    page = story.at_desk_of("siti")
    press(page, "Isi kehadiran", "Kehadiran")
    for number, (opd, men, women) in enumerate(ATTENDANCE, start=1):
        line = page.get_by_role("group", name=f"Baris {number}", exact=True)
        choose(line, "OPD", opd)
        fill(line, {"Laki-laki": men, "Perempuan": women})
    story.look(page, "5-kehadiran")
    press(page, "Simpan kehadiran", TITLE)
    card = page.get_by_role("region", name="Kehadiran")
    sees(card, "11", "Perempuan 6", "Laki-laki 5", "3 OPD")
    unfold(card, "Daftar hadir per OPD")
    expect(card.get_by_role("row").last).to_have_text(
        re.compile(r"Jumlah\s*5\s*6\s*11")
    )


def writes_the_minutes(story: Story) -> None:
    page = story.at_desk_of("siti")
    press(page, "Tulis notulen", "Tulis notulen")
    fill(
        page,
        {
            "Ringkasan jalannya rapat": SCENE["summary"],
            "Naskah tempelan": write_minutes(
                Point(point["text"], [*map(_words, point.get("subs", []))])
                for point in SCENE["minutes"]
            ),
        },
    )
    press(page, "Simpan dan selesai", TITLE)
    minutes = page.get_by_role("region", name="Notulen")
    expect(minutes.locator("ol > li")).to_have_count(6)
    seven = minutes.get_by_role("listitem").filter(has_text="Tujuh prasyarat PUG:")
    expect(seven.first.locator("li")).to_have_count(7)
    roles = minutes.get_by_role("listitem").filter(has_text="Enam peran Bappeda")
    expect(roles.first.locator("li")).to_have_count(6)


def recommends(story: Story) -> None:
    page = story.at_desk_of("siti")
    press(page, "Tambah rekomendasi", "Tambah rekomendasi")
    fill(page, {"Rekomendasi": RECOMMENDATION, "Tenggat": "2021-03-31"})
    choose(page, "Pengusul (OPD)", ATTENDANCE[0][0])
    choose(page, "Penanggung jawab (OPD)", ATTENDANCE[1][0])
    tick(page, "Contoh, bukan rekomendasi yang tercatat di sumber")
    press(page, "Simpan rekomendasi", TITLE)
    sees(row(page, RECOMMENDATION), "contoh", "Diusulkan Bappeda", "Dinkes")


def is_signed(story: Story) -> None:
    page = story.at_desk_of("siti")
    press(page, "Tanda tangani notulen", "Tanda tangani notulen")
    fill(page, {"Nama notulis": "Rina Astuti"})
    story.look(page, "5-tanda-tangan")
    press(page, "Tanda tangani notulen", TITLE)
    sees(page, "Rina Astuti", "Menunggu pengesahan oleh Bappeda")
    # Who signed does not settle.
    misses(page, ["Sahkan notulen"])


def is_settled_and_locked(story: Story) -> None:
    page = story.at_desk_of("joko")
    menu(page, "Rapat dan tindak lanjut")
    click(page, FACTS["Nama rapat"])
    press(page, "Sahkan notulen", "Sahkan notulen")
    sees(page, "Rina Astuti", RECOMMENDATION)
    press(page, "Sahkan notulen", TITLE)
    sees(page, "Disahkan", "Sidik SHA-256")
    story.look(page, "5-rapat")
    desk = story.at_desk_of("siti")
    desk.reload()
    heading(desk, TITLE)
    links = ["Tulis notulen", "Isi kehadiran", "Ubah agenda", "Tambah rekomendasi"]
    misses(desk, links)
    desk.goto(f"{desk.url}notulen/")
    told(desk, "bagian itu tidak dapat diubah sekarang.")


def steps(story: Story) -> None:
    records_a_past_meeting(story)
    writes_the_agenda(story)
    counts_who_came(story)
    writes_the_minutes(story)
    recommends(story)
    is_signed(story)
    is_settled_and_locked(story)

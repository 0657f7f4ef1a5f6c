"""The words of a decree: pure rules of the reader."""

from __future__ import annotations

import hashlib

import pytest

from pokja.decree_reading import lists, rows
from pokja.decree_reading.blocks import Table
from pokja.decree_reading.child import READERS
from pokja.decree_reading.heading import heading_of
from pokja.decree_reading.proposal import propose
from pokja.decree_reading.vocabulary import head_of, joined, named, standing_of, titled
from tests.pokja.decree_reading.readings import SAMPLES

# The samples were laid down before the reader and stay as they were.
FROZEN = "57f5f5dabcc1a44158d0773010aff82e8b9225a988698757edc29c68d0ade713"


def test_the_samples_are_as_they_were_frozen():
    digest = hashlib.sha256()
    for path in sorted(SAMPLES.iterdir()):
        digest.update(path.name.encode() + path.read_bytes())

    assert digest.hexdigest() == FROZEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wakil Ketua II", ("wakil_ketua", "")),
        ("V. ANGGOTA :", ("anggota", "")),
        ("Koordinator Bidang Data", ("koordinator", "Data")),
        ("Bendahara", ("", "")),
        ("Ketua Forum PUSPA Provinsi Kalanusa", None),
        ("Kepala Dinas Kesehatan", None),
    ],
)
def test_kedudukan_is_a_whole_phrase(text, expected):
    assert standing_of(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("N A M A", "name"),
        ("JABATAN DALAM TIM", "standing"),
        ("JABATAN DALAM DINAS", "position"),
        ("Uraian Tugas", "task"),
        ("Anggota", None),
    ],
)
def test_a_column_is_known_by_its_head(text, kind):
    assert head_of(text) == kind


def test_broken_words_and_capitals():
    assert joined("Perencanaan Pemba-\nngunan") == "Perencanaan Pembangunan"
    assert joined("Muhammad Al-\nFatih") == "Muhammad Al-Fatih"
    assert joined("Kepemudaa\nn dan") == "Kepemudaan dan"
    assert titled("POKJA PUG DAN TIM TEKNIS") == "Pokja PUG dan Tim Teknis"
    assert named("H. ARIFIN SALAHUDDIN, S.H.") == "H. Arifin Salahuddin, S.H."


def test_heads_broken_by_narrow_columns_and_repeated_per_page():
    head = ["N\nO", "NAMA", "JABATAN", "KEDUDUKA\nN DALAM\nTIM"]
    pages = [
        Table([head, ["1.", "Adi", "Kepala Dinas", "Ketua"]]),
        Table([head, ["2.", "Nama Panjang", "Dinas Sosial", "Anggota"]]),
    ]

    found = rows.rows_of(pages)

    assert [(row.name, row.standing) for row in found] == [
        ("Adi", "ketua"),
        ("Nama Panjang", "anggota"),
    ]


def test_a_list_inside_the_dictum():
    found = lists.rows_of(
        [
            "a. Ketua : Kepala Bappeda;",
            "b. Anggota : 1. Sri Rahayu, S.E. (Kepala Bidang Anggaran);",
            "2. Kepala Kantor Kementerian",
            "Agama.",
        ]
    )

    assert [(r.kedudukan, r.name, r.position) for r in found] == [
        ("Ketua", "", "Kepala Bappeda"),
        ("Anggota", "Sri Rahayu, S.E.", "Kepala Bidang Anggaran"),
        ("Anggota", "", "Kepala Kantor Kementerian Agama"),
    ]


def test_the_room_a_draft_leaves_is_no_name():
    lines = ["tentang", "Pokja", "Ditetapkan di Blora", "pada tanggal 3 Maret 2026"]

    read = heading_of([*lines, "BUPATI BLORA,", "", "………………………", "(..............)"])

    assert (read.signer_position, read.signer_name) == ("Bupati Blora", "")


def test_the_copies_below_an_unsigned_draft_are_no_name():
    lines = ["tentang", "Pokja", "Ditetapkan di Blora", "pada tanggal ……………"]

    read = heading_of([*lines, "BUPATI BLORA,", "…………", "Tembusan:", "1. Gubernur"])

    assert read.signer_name == ""


def test_a_name_whose_degrees_stand_on_the_next_line():
    lines = ["Ditetapkan di Deli", "pada tanggal 1 Maret 2024", "BUPATI DELI,", ""]

    found = heading_of([*lines, "Dr. HASAN TAMPUBOLON,", "M.Sc."])

    assert (found.signer_position, found.signer_name) == (
        "Bupati Deli",
        "Dr. Hasan Tampubolon, M.Sc.",
    )


def test_one_pdf_is_read():
    content = (SAMPLES / "04_kepala_bappeda_tim_teknis.pdf").read_bytes()

    found = propose(READERS["pdf"](content))

    assert found.heading.number == "050.13/14/2020"
    assert len(found.rows) == 9

from __future__ import annotations

import pytest

from prasyarat.evidence import words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("pelatihan", "Focal point dilatih dua hari"),
        ("melatih", "Pelatihan PPRG"),
        ("penyusunan", "disusun bersama Bappeda"),
        ("menulis", "ditulis oleh notulis"),
        ("memakai", "alat analisis yang dipakai"),
        ("perencanaan", "rencana aksi daerah"),
        ("anggarannya", "Anggaran Responsif Gender"),
        ("penganggaran", "anggaran kas"),
        ("SK", "sk bupati"),
        ("2020", "Nomor 463.23/160/2020"),
    ],
)
def test_a_word_finds_its_family(typed, written):
    page = words.folded(written)

    assert all(part in page for part in words.stems(typed))


@pytest.mark.parametrize("typed", ["", "  ", "-", "a", "§§"])
def test_nothing_to_look_for_is_no_word(typed):
    assert words.stems(typed) == []


def test_folding_keeps_every_letter_at_its_place():
    text = "Kabupatén İstanbul ﬁrst ß Ærø 10½ 女性 👩"

    assert len(words.folded(text)) == len(text)
    assert words.folded("Kabupatén") == "kabupaten"


def test_an_excerpt_marks_what_was_looked_for():
    text = "x " * 200 + "Pelatihan PPRG bagi focal point" + " y" * 200

    pieces = words.excerpt(text, words.folded(text), "melatih")

    assert [text for text, is_hit in pieces if is_hit] == ["Pelatihan"]
    assert pieces[0][0] == "… "
    assert sum(len(text) for text, _ in pieces) < 250


def test_the_word_as_typed_stands_above_its_family():
    assert words.exactness("pelatihan pprg", "pelatihan") == 1
    assert words.exactness("dilatih", "pelatihan") == 0

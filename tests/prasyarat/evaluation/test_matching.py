"""Codes in names, clutter, and paths that lead astray. No database."""

from __future__ import annotations

import pytest

from prasyarat.evaluation.matching import (
    find_code,
    find_office,
    folded,
    is_astray,
    is_clutter,
    patterns_of,
)

OURS = patterns_of(["KOM-1", "KOM-3", "KOM-31", "KEL-1", "KEL-10"])
THEIRS = patterns_of(["1.01", "1.03", "4.02"])


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("01 Komitmen/01.03 KOM-3 Renja/01 SK.pdf", "KOM-3"),
        ("KOM 3/a.pdf", "KOM-3"),
        ("kom_03.pdf", "KOM-3"),
        ("KOM3 renstra.pdf", "KOM-3"),
        ("KOM-31/a.pdf", "KOM-31"),
        ("KEL-10/SK KEL-1.pdf", "KEL-10"),  # the folder wins
        ("Bukti/SK KEL-1.pdf", "KEL-1"),
        ("BAKOM-3/a.pdf", ""),
        ("KOM-3 dan KEL-1/a.pdf", ""),
        ("lain/a.pdf", ""),
    ],
)
def test_codes_of_the_checklist(path, code):
    assert find_code(path, OURS).code == code


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("1.01 RPJMD/a.pdf", "1.01"),
        ("01.03 Perbup.pdf", "1.03"),
        ("4.2/a.pdf", "4.02"),
        ("Notulen 4.02.2024.pdf", ""),
        ("v11.01/a.pdf", ""),
    ],
)
def test_codes_that_are_numbers_are_not_dates(path, code):
    assert find_code(path, THEIRS).code == code


def test_why_nothing_matched_is_told():
    assert "beberapa kode: KOM-3, KEL-1" in find_code("KOM-3 KEL-1.pdf", OURS).why
    assert "tidak ada kode" in find_code("a.pdf", OURS).why


def test_an_office_is_a_folder_of_its_own():
    offices = {folded("Dinkes"): 1, folded("Dinas Kesehatan"): 1, folded("DLH"): 2}
    assert find_office("KEL-4/dinkes/a.pdf", offices) == 1
    assert find_office("DLH/Dinkes/a.pdf", offices) is None
    assert find_office("KEL-4/dinkes.pdf", offices) is None


@pytest.mark.parametrize(
    "path",
    ["__MACOSX/a.pdf", "a/.DS_Store", "a/~$b.docx", "Thumbs.db", "00 Daftar isi.xlsx"],
)
def test_clutter(path):
    assert is_clutter(path)


@pytest.mark.parametrize("path", ["../a.pdf", "a/../../b.pdf", "/etc/a", "C:\\a.pdf"])
def test_paths_that_lead_astray(path):
    assert is_astray(path)
    assert not is_clutter("KOM-3/a.pdf")

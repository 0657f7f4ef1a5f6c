from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_portal.lib.numbers import (
    angka,
    persen,
    persen_nilai,
    perubahan,
    rupiah,
    terbilang,
    ukuran,
)

NBSP = "\N{NO-BREAK SPACE}"
EMPTY = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"
ONES = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "Rp 0"),
        (999, "Rp 999"),
        (1000, "Rp 1.000"),
        (412_500_000, "Rp 412.500.000"),
        (10**15, "Rp 1.000.000.000.000.000"),
        (-1000, f"{MINUS}Rp 1.000"),
    ],
)
def test_rupiah_has_dots_and_a_space_that_does_not_break(value, text):
    assert rupiah(value) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (0, None, "0"),
        (1284, None, "1.284"),
        (Decimal("1234567.89"), None, "1.234.567,89"),
        (Decimal("1234567.80"), None, "1.234.567,8"),
        (Decimal(100), None, "100"),
        (58.1, 1, "58,1"),
        (58, 1, "58,0"),
        (2.675, 2, "2,68"),
        (0.5, 0, "1"),
        (-1234.5, 1, f"{MINUS}1.234,5"),
        (-0.04, 1, "0,0"),
        (float("nan"), 1, EMPTY),
    ],
)
def test_angka_has_dots_for_thousands_and_a_comma_for_the_fraction(value, places, text):
    assert angka(value, places) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (772, 1000, "77,2%"),
        (0, 5, "0,0%"),
        (5, 0, EMPTY),
        (None, 5, EMPTY),
        (5, None, EMPTY),
        (1, 3, "33,3%"),
    ],
)
def test_persen_never_divides_by_nothing(numerator, denominator, text):
    assert persen(numerator, denominator) == text


def test_persen_nilai_takes_what_already_is_a_percentage():
    assert persen_nilai(Decimal("79.5")) == "79,5%"
    assert persen_nilai(31, 0) == "31%"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.5, "+3,5"),
        (-1.2, f"{MINUS}1,2"),
        (0, "0,0"),
        (0.04, "0,0"),
        (-0.04, "0,0"),
        (None, EMPTY),
        (10, "+10,0"),
    ],
)
def test_perubahan_carries_its_sign(value, text):
    assert perubahan(value) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2020, "dua ribu dua puluh"),
        (11_000, "sebelas ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_250_000, "satu juta dua ratus lima puluh ribu"),
        (10**9, "satu miliar"),
        (10**15, "seribu triliun"),
        (-7, "minus tujuh"),
    ],
)
def test_terbilang_writes_numbers_in_words(value, words):
    assert terbilang(value) == words


def test_terbilang_refuses_what_it_has_no_words_for():
    with pytest.raises(ValueError, match="no words"):
        terbilang(10**18)


@given(st.integers(0, 10**18 - 1))
def test_terbilang_can_be_read_back(value):
    assert _read(terbilang(value).split()) == value


def _read(words: list[str]) -> int:
    """The number that Indonesian words name: written apart from the code, so that both must agree."""
    digits = {word: value for value, word in enumerate(ONES)}
    total = group = unit = 0
    for word in words:
        if word in ("sepuluh", "sebelas", "seratus"):
            group += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word]
        elif word == "seribu":
            group, total = 0, total + 1000
        elif word in digits:
            unit = digits[word]
            continue
        elif word in ("belas", "puluh", "ratus"):
            group += {"belas": 10 + unit, "puluh": 10 * unit, "ratus": 100 * unit}[word]
        else:
            scale = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}[
                word
            ]
            if scale == 10**12:
                group, total = group + unit + total, 0
            else:
                group += unit
            total, group = total + group * scale, 0
        unit = 0
    return total + group + unit


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 byte"),
        (1023, "1023 byte"),
        (48 * 1024, "48 KB"),
        (1024**2 - 1, "1 MB"),
        (1_887_437, "1,8 MB"),
        (10 * 1024**2, "10 MB"),
        (1024**3 - 1, "1 GB"),
        (1536 * 1024**2, "1,5 GB"),
        (None, EMPTY),
    ],
)
def test_ukuran_names_the_size_of_a_file(size, text):
    assert ukuran(size) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    "show", [rupiah, angka, persen_nilai, perubahan, terbilang, ukuran]
)
def test_nothing_known_is_a_dash_and_never_a_zero(show):
    assert show(None) == EMPTY

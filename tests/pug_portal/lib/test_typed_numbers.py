from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pug_portal.lib.numbers import (
    BIGGEST_COUNT,
    BIGGEST_RUPIAH,
    NumberRefused,
    angka,
    parse_count,
    parse_decimal,
    parse_rupiah,
    rupiah,
)


@pytest.mark.parametrize(
    "typed",
    [
        "Rp 1.000",
        "Rp1.000",
        "rp. 1.000",
        "1000",
        "1.000",
        " 1 000 ",
        "1.000,-",
        "1.000,00",
    ],
)
def test_a_thousand_rupiah_may_be_typed_in_many_ways(typed):
    assert parse_rupiah(typed) == 1000


def test_money_goes_up_to_a_thousand_trillion():
    assert parse_rupiah("1.000.000.000.000.000") == BIGGEST_RUPIAH


@pytest.mark.parametrize("typed", ["", "   ", None, "\N{NO-BREAK SPACE}"])
@pytest.mark.parametrize("parse", [parse_rupiah, parse_count, parse_decimal])
def test_nothing_typed_is_nothing_and_not_zero(parse, typed):
    assert parse(typed) is None


def test_zero_is_zero():
    assert (parse_rupiah("0"), parse_count("0"), parse_decimal("0")) == (
        0,
        0,
        Decimal(0),
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1.234.567,89", "rupiah bulat tanpa sen"),
        ("1,000", "rupiah bulat tanpa sen"),
        ("1.23.4", "tiap tiga angka"),
        ("1.5", "tiap tiga angka"),
        ("0.500", "tiap tiga angka"),
        ("1.000 000", "tiap tiga angka"),
        ("abc", "“abc” bukan angka"),
        ("1,5 juta", "bukan angka"),
        ("Rp", "Belum ada angka"),
        ("-5", "tidak boleh kurang dari nol"),
        ("\N{MINUS SIGN}1.000", "tidak boleh kurang dari nol"),
        ("Rp -1.000", "tidak boleh kurang dari nol"),
        ("(1.000)", "tidak boleh kurang dari nol"),
        (
            "1000000000000000000",
            "paling banyak Rp\N{NO-BREAK SPACE}1.000.000.000.000.000",
        ),
        ("1000000000000001", "paling banyak"),
        ("9" * 5000, "paling banyak"),
        ("١٢٣", "bukan angka"),
        ("1e5", "bukan angka"),
        ("<script>alert(1)</script>", "bukan angka"),
        ("...", "bukan angka"),
    ],
)
def test_money_that_cannot_be_read_says_what_to_do(typed, sentence):
    with pytest.raises(NumberRefused, match=sentence.replace("(", r"\(")) as refused:
        parse_rupiah(typed)

    assert len(refused.value.sentence) < 200
    assert refused.value.sentence.endswith(".")


def test_each_kind_of_wrong_money_has_its_own_sentence():
    sentences = {
        _sentence(typed)
        for typed in ("1.234.567,89", "1.23.4", "abc", "-5", "1000000000000000000")
    }

    assert len(sentences) == 5


def test_the_sentence_for_misplaced_dots_offers_the_plain_number():
    assert "atau tanpa titik: 1234." in _sentence("1.23.4")


@given(st.integers(0, BIGGEST_RUPIAH))
def test_every_amount_shown_can_be_typed_back(amount):
    assert parse_rupiah(rupiah(amount)) == amount
    assert parse_rupiah(str(amount)) == amount


@given(st.text(max_size=40))
@example("-")
@example("Rp-")
@example(",")
@example("1,")
@example(",-")
@example("²")
@pytest.mark.parametrize("parse", [parse_rupiah, parse_count, parse_decimal])
def test_whatever_is_typed_is_a_number_nothing_or_a_sentence(parse, typed):
    with suppress(NumberRefused):
        value = parse(typed)

        assert value is None or value >= 0


@pytest.mark.parametrize(
    ("typed", "count"),
    [("1284", 1284), ("1.284", 1284), ("007", 7), (str(BIGGEST_COUNT), BIGGEST_COUNT)],
)
def test_counts_are_whole(typed, count):
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("12,5", "bilangan bulat"),
        ("-1", "kurang dari nol"),
        ("12 orang", "bukan angka"),
        ("12.5", "tiap tiga angka"),
        (str(BIGGEST_COUNT + 1), "paling banyak 1.000.000.000"),
    ],
)
def test_counts_that_cannot_be_read_say_what_to_do(typed, sentence):
    with pytest.raises(NumberRefused, match=sentence):
        parse_count(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1.234", "1234"),
        ("0,05", "0.05"),
        ("12", "12"),
    ],
)
def test_fractions_stand_behind_a_comma(typed, value):
    assert parse_decimal(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("12.5", "Pakai koma untuk pecahan: 12,5"),
        ("1,2,3", "satu koma"),
        ("12,", "satu koma"),
        ("1,234", "paling banyak 2 angka di belakang koma"),
        ("-1", "kurang dari nol"),
        ("abc", "bukan angka"),
        ("9" * 30, "paling banyak"),
    ],
)
def test_fractions_that_cannot_be_read_say_what_to_do(typed, sentence):
    with pytest.raises(NumberRefused, match=sentence):
        parse_decimal(typed)


def test_a_decimal_may_go_below_zero_where_it_is_allowed():
    assert parse_decimal("-1,5", smallest=Decimal(-10)) == Decimal("-1.5")
    with pytest.raises(NumberRefused, match="paling sedikit -10"):
        parse_decimal("-11", smallest=Decimal(-10))


@given(st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False))
def test_every_number_shown_can_be_typed_back(value):
    assert parse_decimal(angka(value)) == value


def _sentence(typed: str) -> str:
    with pytest.raises(NumberRefused) as refused:
        parse_rupiah(typed)
    return refused.value.sentence

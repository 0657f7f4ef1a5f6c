import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pug_portal.lib.qr import (
    normalise,
    png_for_print,
    svg_for_print,
    svg_for_screen,
    verification_code,
)

ADDRESS = "https://pugportal.example/verifikasi/7F3K-09QW-ZX4M-TB2C/"
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_has_four_groups_of_four_from_thirty_two_digits():
    assert re.fullmatch(rf"[{DIGITS}]{{4}}(-[{DIGITS}]{{4}}){{3}}", verification_code())
    assert len(DIGITS) ** 16 == 2**80


def test_codes_do_not_repeat_and_use_every_digit():
    codes = {verification_code() for _ in range(500)}

    assert len(codes) == 500
    assert set("".join(codes)) == {*DIGITS, "-"}


@pytest.mark.parametrize(
    "typed",
    [
        "7F3K-09QW-ZX4M-TB2C",
        "7f3k 09qw zx4m tb2c",
        " 7F3K09QWZX4MTB2C ",
        "7F3K\N{EN DASH}O9QW\N{EM DASH}ZX4M\N{MINUS SIGN}TB2C",
        "7F3K.09QW.ZX4M.TB2C",
    ],
)
def test_a_code_may_be_typed_carelessly(typed):
    assert normalise(typed) == "7F3K-09QW-ZX4M-TB2C"


def test_letters_that_look_like_digits_are_read_as_digits():
    assert normalise("IIII-LLLL-OOOO-iloO") == "1111-1111-0000-1100"


@pytest.mark.parametrize(
    "typed",
    ["", "7F3K", "7F3K-09QW-ZX4M-TB2", "7F3K-09QW-ZX4M-TB2CX", "U" * 16, "é" * 16],
)
def test_what_cannot_be_a_code_is_none(typed):
    assert normalise(typed) is None


@given(st.text())
def test_anything_typed_is_a_code_or_none(typed):
    code = normalise(typed)

    assert code is None or normalise(code) == code


@given(st.text(DIGITS, min_size=16, max_size=16))
def test_a_code_stays_itself(digits):
    code = normalise(digits)

    assert code is not None
    assert code.replace("-", "") == digits


def test_the_screen_picture_takes_its_looks_from_classes_and_has_a_name():
    svg = svg_for_screen(ADDRESS, 'Kode "A" <x>')

    opening = svg.partition(">")[0]
    assert 'class="qr"' in opening
    assert 'role="img"' in opening
    assert "width" not in opening
    assert "&lt;x&gt;</title>" in svg
    assert 'class="qr-garis"' in svg
    assert "style" not in svg


def test_the_print_picture_carries_its_colours():
    svg = svg_for_print(ADDRESS)

    assert svg.startswith(b"<?xml")
    assert b"#000" in svg
    assert b"class" not in svg


def test_both_pictures_are_the_same_every_time():
    assert svg_for_print(ADDRESS) == svg_for_print(ADDRESS)
    assert png_for_print(ADDRESS) == png_for_print(ADDRESS)


def test_the_png_is_square_and_has_its_quiet_zone():
    image = Image.open(io.BytesIO(png_for_print(ADDRESS, scale=3))).convert("L")

    assert image.width == image.height
    assert image.crop((0, 0, image.width, 12)).getextrema() == (255, 255)
    assert image.getextrema() == (0, 255)

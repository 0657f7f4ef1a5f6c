import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_portal.lib.paths import display_name, storage_path

RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT OVERRIDE}"


def test_a_path_names_region_year_and_slice_and_nothing_that_was_typed():
    path = storage_path("33.16", 2020, "decrees", "pdf")

    assert path.parts[:3] == ("33.16", "2020", "decrees")
    assert path.suffix == ".pdf"
    assert uuid.UUID(path.stem).version == 4


def test_two_files_never_share_a_path():
    assert storage_path("00", 2026, "files", "png") != storage_path(
        "00", 2026, "files", "png"
    )


@pytest.mark.parametrize(
    ("region", "slice_name", "extension"),
    [
        ("..", "decrees", "pdf"),
        ("33/16", "decrees", "pdf"),
        ("", "decrees", "pdf"),
        ("33.16", "../x", "pdf"),
        ("33.16", "Decrees", "pdf"),
        ("33.16", "decrees\n", "pdf"),
        ("33.16", "decrees", ""),
        ("33.16", "decrees", "p/f"),
        ("33.16", "decrees", "pdf.exe.sh"),
    ],
)
def test_parts_that_would_leave_the_folder_are_refused(region, slice_name, extension):
    with pytest.raises(ValueError, match="not a"):
        storage_path(region, 2020, slice_name, extension)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("SK Pokja.pdf", "SK Pokja.pdf"),
        ("SK 463.23", "SK 463.pdf"),
        ("scan", "scan.pdf"),
        ("foto.JPEG", "foto.pdf"),
        ("C:\\Users\\x\\sk.pdf", "sk.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("sk\r\nSet-Cookie: x.pdf", "skSet-Cookie: x.pdf"),
        (f"foto{RIGHT_TO_LEFT}fdp.exe", "fotofdp.pdf"),
        ("   .pdf", "berkas.pdf"),
        ("", "berkas.pdf"),
        ("..", "berkas.pdf"),
    ],
)
def test_a_name_to_show_is_one_line_with_the_true_extension(name, shown):
    assert display_name(name, "pdf") == shown


@given(st.text())
def test_any_name_becomes_one_that_can_be_shown(name):
    shown = display_name(name, "xlsx")

    assert len(shown) <= 200
    assert shown.endswith(".xlsx")
    assert len(shown) > len(".xlsx")
    assert not re.search(r"[/\\\x00-\x1f]", shown)

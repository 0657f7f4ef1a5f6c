"""Whatever was typed becomes a name that Windows unpacks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_portal.lib.windows_names import LONGEST_PATH, Names, safe_name, units

FORBIDDEN = set('<>:"/\\|?*')
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{p}{n}" for p in ("com", "lpt") for n in range(10)),
}
anything = st.text(max_size=220) | st.sampled_from(
    [
        "CON",
        "nul.pdf",
        "LPT1 .x",
        "com¹",
        " . ",
        "…",
        "SK\u202egpj.exe",
        "A" * 300,
        "😀" * 200,
    ]
)


def is_safe(name: str) -> bool:
    return (
        bool(name)
        and not FORBIDDEN & set(name)
        and name == name.strip(" ").rstrip(".")
        and name.partition(".")[0].strip().lower() not in RESERVED
        and all(ord(letter) > 31 for letter in name)
    )


@settings(max_examples=50)
@given(anything, st.integers(8, 60))
def test_every_name_is_safe_and_short_enough(text, most):
    name = safe_name(text, most)
    assert is_safe(name), repr(name)
    assert units(name) <= most
    # Twice cleaned is cleaned.
    assert safe_name(name, most) == name


@settings(max_examples=50)
@given(st.lists(anything, max_size=8), st.lists(anything, min_size=1, max_size=3))
def test_no_two_files_share_a_path_and_none_is_too_long(stems, folders):
    names = Names()
    folder = "/".join(safe_name(each, 48) for each in folders)
    paths = [names.claim(folder, stem, "pdf") for stem in stems * 2]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(units(path) <= LONGEST_PATH for path in paths)
    assert all(is_safe(part) for path in paths for part in path.split("/"))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("SK Pokja: 463/2020", "SK Pokja- 463-2020"),
        ("CON", "_CON"),
        ("nul.pdf", "_nul.pdf"),
        ("  ...  ", "tanpa nama"),
        ("Laporan. ", "Laporan"),
        ("../../etc/passwd", "-..-etc-passwd"),
    ],
)
def test_examples(typed, name):
    assert safe_name(typed, 60) == name


def test_the_same_name_in_other_letters_is_numbered():
    names = Names()
    assert names.claim("a", "SK", "pdf") == "a/SK.pdf"
    assert names.claim("a", "sk", "pdf") == "a/sk (2).pdf"
    assert names.claim("b", "SK", "pdf") == "b/SK.pdf"

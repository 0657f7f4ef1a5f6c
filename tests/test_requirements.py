"""The pinned packages are the listed ones, hashed, and name no address."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAIRS = [
    ("deploy/requirements.in", "requirements.txt"),
    (".ci/requirements.in", ".ci/requirements.txt"),
]
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)


def pins(path: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / path).read_text()))


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_every_listed_package_is_pinned_at_its_version(source, target):
    assert pins(source).items() <= pins(target).items()


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_every_listed_package_says_why_it_is_here(source, target):
    lines = (ROOT / source).read_text().splitlines()

    assert [line for line in lines if "==" in line and "  #" not in line] == []


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_every_pinned_package_has_a_hash_and_no_address(source, target):
    text = (ROOT / target).read_text()
    blocks = re.split(r"\n(?=[a-z0-9-]+==)", text)[1:]

    assert len(blocks) == len(pins(target))
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text
    assert "--find-links" not in text


def test_both_files_agree_on_what_they_share():
    run, tools = pins("requirements.txt"), pins(".ci/requirements.txt")

    assert {
        n: (run[n], tools[n]) for n in run.keys() & tools if run[n] != tools[n]
    } == {}

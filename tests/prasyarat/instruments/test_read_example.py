"""A worked example with a slip in it is refused before it reaches a demo."""

import copy
import json
from pathlib import Path

import pytest

from prasyarat.instruments.example import read_example
from prasyarat.instruments.loading import InstrumentFileError
from tests.prasyarat.shipped import BLORA_FILE, INSTRUMENT

SHIPPED = json.loads(BLORA_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("code", "KOM-99", r"code «KOM-99» tidak dikenal"),
        ("evidence", ["tidak-ada"], r"\(KOM-1\): evidence memuat «tidak-ada»"),
        ("choice", "ada", r"\(KOM-1\): jawaban terisi harus diajukan"),
        ("state", "draf", r"\(KOM-1\): jawaban terisi harus diajukan"),
        ("value", "satu", r"\(KOM-1\): value harus berupa angka"),
        ("nota", "x", r"\(KOM-1\): kolom «nota» tidak dikenal"),
    ],
)
def test_a_faulty_answer_is_refused(tmp_path: Path, key: str, value, sentence: str):
    raw = copy.deepcopy(SHIPPED)
    raw["answers"][0][key] = value
    assert_refused(tmp_path, raw, sentence)


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("version", 2, "tidak ditulis untuk Daftar Periksa Internal v1"),
        ("as_of", "26-10-2020", "as_of harus tanggal"),
    ],
)
def test_a_faulty_head_is_refused(tmp_path: Path, key: str, value, sentence: str):
    assert_refused(tmp_path, SHIPPED | {key: value}, sentence)


def assert_refused(tmp_path: Path, raw: dict, sentence: str) -> None:
    path = tmp_path / "contoh.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(InstrumentFileError, match=sentence):
        read_example(path, INSTRUMENT)

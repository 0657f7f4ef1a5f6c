"""Instrument files that are broken in many ways are refused with the row named."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from prasyarat.instruments.loading import InstrumentFileError, read_instrument
from tests.prasyarat.shipped import INSTRUMENT, INSTRUMENT_FILE

SHIPPED = json.loads(INSTRUMENT_FILE.read_text(encoding="utf-8"))


def written(tmp_path: Path, content: Any) -> Path:
    path = tmp_path / "instrumen.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def indicator(raw: dict, code: str) -> dict:
    return next(row for row in raw["indicators"] if row["code"] == code)


def changed(code: str, /, **values: Any) -> Callable[[dict], None]:
    return lambda raw: indicator(raw, code).update(values)


def without(code: str, key: str) -> Callable[[dict], None]:
    return lambda raw: indicator(raw, code).pop(key)


def top(**values: Any) -> Callable[[dict], None]:
    return lambda raw: raw.update(values)


BROKEN = {
    "a text that is missing": (
        without("KOM-3", "text"),
        "indikator ke-3 (KOM-3): text belum ada.",
    ),
    "a text that is blank": (
        changed("KOM-3", text=" "),
        "(KOM-3): text tidak boleh kosong.",
    ),
    "an unknown column": (
        changed("KEB-1", bobot=2),
        "(KEB-1): kolom «bobot» tidak dikenal.",
    ),
    "a figure nobody counts": (
        changed("KEL-7", fact="rapat_rahasia"),
        "(KEL-7): fact «rapat_rahasia» tidak dikenal; pilihan: ",
    ),
    "a figure of the region asked of each OPD": (
        changed("ALA-1", opd_fact="rapat_disahkan"),
        "(ALA-1): opd_fact «rapat_disahkan» tidak dikenal; pilihan: ",
    ),
    "an unknown answer type": (
        changed("KEB-1", type="ABC"),
        "(KEB-1): type «ABC» tidak dikenal",
    ),
    "a weight in words": (
        changed("KEL-1", weight="satu"),
        "(KEL-1): weight harus berupa angka.",
    ),
    "a negative weight": (
        changed("KEL-1", weight=-1),
        "(KEL-1): weight tidak boleh negatif.",
    ),
    "a max of zero": (changed("PSM-3", max=0), "(PSM-3): max harus di atas 0."),
    "a choice set that never reaches max": (
        changed("KEB-1", max=2),
        "(KEB-1): nilai pilihan jawaban harus dari 0 sampai tepat max.",
    ),
    "a choice that is there twice": (
        changed("PSM-7", choices=[{"code": "ya", "label": "Ya", "score": 1}] * 2),
        "(PSM-7): pilihan jawaban memuat kode yang sama dua kali.",
    ),
    "a number without a target": (
        without("KEL-7", "target"),
        "(KEL-7): target belum ada.",
    ),
    "a target of zero": (
        changed("KEL-7", target={"rule": "ratio", "value": 0}),
        "(KEL-7), target: value harus di atas 0.",
    ),
    "a share above one hundred": (
        changed("KEB-7", target={"rule": "ratio", "value": 120}),
        "(KEB-7), target: value persentase paling besar 100.",
    ),
    "a share without a denominator": (
        without("KEB-7", "denominator"),
        "(KEB-7): denominator belum ada.",
    ),
    "a flag in words": (
        changed("ALA-5", document_mandatory="ya"),
        "(ALA-5): document_mandatory harus true atau false.",
    ),
    "an unknown level": (
        changed("DAT-1", levels=["P", "Z"]),
        "(DAT-1): levels memuat «Z» yang tidak dikenal.",
    ),
    "a source nobody named": (
        changed("DAT-1", basis=["S99"]),
        "(DAT-1): basis memuat «S99» yang tidak dikenal.",
    ),
    "an unknown responsible": (
        changed("DAT-1", responsible={"text": "X", "tags": ["X"], "filled_by": "x"}),
        "(DAT-1), responsible: tags memuat «X» yang tidak dikenal.",
    ),
    "a prerequisite that is not in the file": (
        changed("ALA-9", prerequisite="XYZ"),
        "Indikator ALA-9: prasyarat «XYZ» tidak ada di berkas ini.",
    ),
    "a code that is there twice": (
        changed("KOM-2", code="KOM-1"),
        "kode indikator KOM-1 tertulis lebih dari sekali.",
    ),
    "an order with a gap": (
        changed("KOM-9", order=10),
        "Indikator KOM: order harus 1, 2, 3",
    ),
    "an unknown method": (top(method="average"), "method «average» tidak dikenal"),
    "another schema": (top(schema=2), "Berkas: schema harus 1."),
    "bands out of order": (top(band_edges=[70, 50]), "band_edges harus naik"),
    "indicators that are no list": (
        top(indicators={}),
        "indicators harus berupa daftar",
    ),
    "an indicator that is no object": (
        top(indicators=["KOM-1"]),
        "indikator ke-1: harus berupa objek",
    ),
    "a year of two digits": (top(year=26), "year harus tahun empat angka."),
}


@pytest.mark.parametrize(("spoil", "sentence"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_file_is_refused_with_its_row_named(
    tmp_path: Path, spoil: Callable[[dict], None], sentence: str
):
    raw = copy.deepcopy(SHIPPED)
    spoil(raw)
    with pytest.raises(InstrumentFileError) as refusal:
        read_instrument(written(tmp_path, raw))
    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "Baris 1, kolom 2: bukan JSON yang sah."),
        ("[]", "Berkas: harus berupa objek"),
        ('{"a": 1, "a": 2}', "«a» tertulis dua kali"),
        ('{"a": NaN}', "«NaN» bukan angka."),
    ],
)
def test_a_file_that_is_no_sound_json_is_refused(
    tmp_path: Path, text: str, sentence: str
):
    with pytest.raises(InstrumentFileError, match=sentence):
        read_instrument(written(tmp_path, text))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    path = tmp_path / "instrumen.json"
    path.write_bytes("{”".encode("cp1252"))
    with pytest.raises(InstrumentFileError, match="UTF-8"):
        read_instrument(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(InstrumentFileError, match="tidak dapat dibaca"):
        read_instrument(tmp_path / "tidak-ada.json")


def test_all_faults_are_told_at_once(tmp_path: Path):
    raw = copy.deepcopy(SHIPPED)
    indicator(raw, "KOM-1")["weight"] = -1
    indicator(raw, "ALA-9")["evidence"] = ""
    with pytest.raises(InstrumentFileError) as refusal:
        read_instrument(written(tmp_path, raw))
    assert len(refusal.value.problems) == 2


def test_an_instrument_of_three_prerequisites_is_welcome(tmp_path: Path):
    raw = copy.deepcopy(SHIPPED)
    kept = ("KOM", "KEB", "KEL")
    raw["prerequisites"] = [p for p in raw["prerequisites"] if p["code"] in kept]
    raw["indicators"] = [i for i in raw["indicators"] if i["prerequisite"] in kept]
    assert len(read_instrument(written(tmp_path, raw)).indicators) == 29


def test_an_indicator_may_bring_its_own_choices(tmp_path: Path):
    raw = copy.deepcopy(SHIPPED)
    own = [
        {"code": "semua", "label": "Semua", "score": 5},
        {"code": "tidak", "label": "Tidak", "score": 0},
    ]
    indicator(raw, "PSM-7").update(choices=own, max=5)
    rules = {rule.code: rule for rule in read_instrument(written(tmp_path, raw)).rules}
    assert [choice.code for choice in rules["PSM-7"].choices] == ["semua", "tidak"]


def test_spacing_and_key_order_do_not_change_the_hash(tmp_path: Path):
    text = json.dumps(SHIPPED, sort_keys=False, indent=7)
    again = read_instrument(written(tmp_path, text.replace("0.5", "0.50")))
    assert again.content_hash == INSTRUMENT.content_hash


def test_another_word_changes_the_hash(tmp_path: Path):
    raw = copy.deepcopy(SHIPPED)
    indicator(raw, "KOM-1")["text"] += "."
    other = read_instrument(written(tmp_path, raw))
    assert other.content_hash != INSTRUMENT.content_hash

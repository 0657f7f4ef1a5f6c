"""Reads a worked example: the answers a region would give to one instrument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prasyarat.instruments.data import InstrumentData
from prasyarat.instruments.loading import SCHEMA, InstrumentFileError, read_json
from prasyarat.instruments.row import Row
from prasyarat.rules import GivenAnswer, IndicatorRule, is_filled

STATES = ("draf", "diajukan", "terverifikasi")


@dataclass(frozen=True)
class ExampleEvidence:
    code: str
    name: str
    file_name: str
    illustrative: bool


@dataclass(frozen=True)
class ExampleAnswer:
    code: str
    given: GivenAnswer
    state: str
    evidence: tuple[ExampleEvidence, ...]


@dataclass(frozen=True)
class ExampleSheet:
    region: str
    period: str
    source: str
    as_of: date
    answers: tuple[ExampleAnswer, ...]

    @property
    def given(self) -> dict[str, GivenAnswer]:
        return {answer.code: answer.given for answer in self.answers}


def read_example(path: Path, instrument: InstrumentData) -> ExampleSheet:
    problems: list[str] = []
    row = Row("Berkas", read_json(path), problems)
    sheet = _sheet(row, instrument)
    if problems:
        raise InstrumentFileError(problems)
    return sheet


def _sheet(row: Row, instrument: InstrumentData) -> ExampleSheet:
    named = (row.whole("schema"), row.text("instrument"), row.whole("version"))
    if named != (SCHEMA, instrument.code, instrument.version):
        row.refuse(f"tidak ditulis untuk {instrument.name}.")
    as_of = row.day("as_of")
    library = {
        item.code: item for item in map(_evidence, row.rows("evidence", "bukti"))
    }
    rules = {rule.code: rule for rule in instrument.rules}
    sheet = ExampleSheet(
        region=row.text("region"),
        period=row.text("period"),
        source=row.text("source"),
        as_of=as_of,
        answers=tuple(
            _answer(answer, rules, library, as_of)
            for answer in row.rows("answers", "jawaban")
        ),
    )
    row.finish()
    return sheet


def _evidence(row: Row) -> ExampleEvidence:
    evidence = ExampleEvidence(
        code=row.text("code"),
        name=row.text("name"),
        file_name=row.text("file"),
        illustrative=row.flag("illustrative"),
    )
    row.finish()
    return evidence


def _answer(
    row: Row,
    rules: Mapping[str, IndicatorRule],
    library: Mapping[str, ExampleEvidence],
    as_of: date,
) -> ExampleAnswer:
    code = row.one_of("code", tuple(rules))
    state = row.one_of("state", STATES)
    names = row.texts("evidence", allowed=tuple(library), filled=False)
    given = GivenAnswer(
        choice=row.text("choice", required=False),
        value=row.number_or_none("value"),
        numerator=row.number_or_none("numerator"),
        denominator=row.number_or_none("denominator"),
        text=row.text("text", required=False),
        note=row.text("note", required=False),
        has_valid_evidence=bool(names),
        verified=state == "terverifikasi",
        as_of=as_of,
    )
    if is_filled(rules[code], given) == (state == "draf"):
        row.refuse("jawaban terisi harus diajukan; catatan saja tetap draf.")
    row.finish()
    evidence = tuple(library[name] for name in names if name in library)
    return ExampleAnswer(code=code, given=given, state=state, evidence=evidence)

"""Reads an instrument file strictly: every fault is named with its row, none is repaired."""

import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from prasyarat import facts
from prasyarat.instruments.data import (
    DenominatorKind,
    IndicatorData,
    InstrumentData,
    PrerequisiteData,
)
from prasyarat.instruments.row import Row
from prasyarat.instruments.row_order import faults_between_rows
from prasyarat.rules import AnswerType, Choice, IndicatorRule, TargetRule
from prasyarat.scoring_methods import Method

SCHEMA = 1
METHODS = tuple(Method)
LEVELS = ("P", "K", "O")
FACTS, OPD_FACTS = tuple(sorted(facts.NAMES)), tuple(sorted(facts.OPD_NAMES))
FILLERS = ("sekretariat", "bappeda", "focal_point")
TAGS = (
    "PPPA",
    "PLANNING",
    "FINANCE",
    "INSPECTORATE",
    "OTHER",
    "OPD",
    "POKJA",
    "DRIVER",
    "PARTNER",
)


class InstrumentFileError(ValueError):
    """The file is refused; `problems` are sentences that name the row."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def read_instrument(path: Path) -> InstrumentData:
    return read_document(read_json(path))


def read_document(raw: Any) -> InstrumentData:
    """The values of a file that was parsed already; see `read_text`."""
    problems: list[str] = []
    instrument = _instrument(Row("Berkas", raw, problems))
    if not problems:
        problems.extend(faults_between_rows(instrument))
    if problems:
        raise InstrumentFileError(problems)
    return instrument


def read_text(text: str) -> Any:
    """JSON with exact decimals; a key written twice or a NaN is refused."""
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_no_double_key,
        )
    except json.JSONDecodeError as error:
        sentence = f"Baris {error.lineno}, kolom {error.colno}: bukan JSON yang sah."
        raise InstrumentFileError([sentence]) from error


def read_json(path: Path) -> Any:
    try:
        return read_text(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise InstrumentFileError(["Berkas harus berupa teks UTF-8."]) from error
    except OSError as error:
        raise InstrumentFileError(
            [f"Berkas {path.name} tidak dapat dibaca."]
        ) from error


def _no_constant(name: str) -> None:
    raise InstrumentFileError([f"Berkas: «{name}» bukan angka."])


def _no_double_key(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise InstrumentFileError(
                [f"Berkas: «{key}» tertulis dua kali dalam satu objek."]
            )
    return dict(pairs)


def _instrument(row: Row) -> InstrumentData:
    if row.whole("schema") != SCHEMA:
        row.refuse(f"schema harus {SCHEMA}.")
    if not 2000 <= row.whole("year") <= 2100:
        row.refuse("year harus tahun empat angka.")
    sources = row.mapping("sources")
    choices = _choice_sets(row.row("choice_sets"))
    instrument = InstrumentData(
        code=row.text("code"),
        version=row.whole("version"),
        name=row.text("name"),
        issuer=row.text("issuer"),
        year=row.whole("year"),
        source=row.text("source"),
        note=row.text("note"),
        method=row.one_of("method", METHODS),
        band_edges=row.numbers("band_edges"),
        sources=tuple((key, str(title)) for key, title in sources.items()),
        prerequisites=tuple(map(_prerequisite, row.rows("prerequisites", "prasyarat"))),
        indicators=tuple(
            _indicator(indicator, choices, tuple(sources))
            for indicator in row.rows("indicators", "indikator")
        ),
    )
    row.finish()
    return instrument


def _prerequisite(row: Row) -> PrerequisiteData:
    prerequisite = PrerequisiteData(
        order=row.whole("order"),
        code=row.text("code"),
        label=row.text("label"),
        short_label=row.text("short_label"),
        icon=row.text("icon"),
    )
    row.finish()
    return prerequisite


def _indicator(
    row: Row, choice_sets: dict[str, tuple[Choice, ...]], sources: tuple[str, ...]
) -> IndicatorData:
    kind = AnswerType(row.one_of("type", tuple(AnswerType)))
    responsible = row.row("responsible") or Row(row.name, {}, row.problems)
    share = kind is AnswerType.PCT
    indicator = IndicatorData(
        rule=_rule(row, kind, choice_sets),
        order=row.whole("order"),
        text=row.text("text"),
        evidence=row.text("evidence"),
        responsible=responsible.text("text"),
        responsible_tags=responsible.texts("tags", allowed=TAGS),
        filled_by=responsible.one_of("filled_by", FILLERS),
        basis=row.texts("basis", allowed=sources),
        numerator_label=row.text("numerator") if share else "",
        denominator_label=row.text("denominator") if share else "",
        denominator_kinds=_denominator_kinds(row) if share else (),
        legal_basis=row.text("legal_basis", required=False),
        fact=_fact(row, "fact", FACTS),
        opd_fact=_fact(row, "opd_fact", OPD_FACTS),
    )
    responsible.finish()
    row.finish()
    return indicator


def _fact(row: Row, key: str, known: tuple[str, ...]) -> str:
    """A name nobody registers would never answer, and nobody would notice."""
    named = row.text(key, required=False)
    if named and named not in known:
        row.refuse(f"{key} «{named}» tidak dikenal; pilihan: {', '.join(known)}.")
    return named


def _rule(
    row: Row, kind: AnswerType, choice_sets: dict[str, tuple[Choice, ...]]
) -> IndicatorRule:
    most = row.number("max")
    weight = row.number("weight")
    if most <= 0:
        row.refuse("max harus di atas 0.")
    if weight < 0:
        row.refuse("weight tidak boleh negatif.")
    target_rule, target, period = _target(row, kind)
    return IndicatorRule(
        code=row.text("code"),
        prerequisite=row.text("prerequisite"),
        answer_type=kind,
        choices=_choices(row, kind, choice_sets, most),
        target_rule=target_rule,
        target=target,
        target_period=period,
        unit=row.text("unit") if kind.is_number else "",
        weight=weight,
        max=most,
        document_mandatory=row.flag("document_mandatory"),
        text_label=row.text("text_label", required=kind is AnswerType.TXT),
        may_exceed=row.flag("may_exceed", required=False),
        levels=row.texts("levels", allowed=LEVELS),
    )


def _choice_sets(row: Row | None) -> dict[str, tuple[Choice, ...]]:
    if row is None:
        return {}
    sets = {
        kind.value: _choice_rows(row, kind.value)
        for kind in AnswerType
        if kind.is_choice
    }
    row.finish()
    return sets


def _choice_rows(row: Row, key: str) -> tuple[Choice, ...]:
    choices = []
    for choice in row.rows(key, "pilihan"):
        choices.append(
            Choice(choice.text("code"), choice.text("label"), choice.number("score"))
        )
        choice.finish()
    return tuple(choices)


def _choices(
    row: Row,
    kind: AnswerType,
    choice_sets: dict[str, tuple[Choice, ...]],
    most: Decimal,
) -> tuple[Choice, ...]:
    if not kind.is_choice:
        return ()
    own = "choices" in row.raw
    choices = _choice_rows(row, "choices") if own else choice_sets.get(kind, ())
    codes = [choice.code for choice in choices]
    scores = [choice.score for choice in choices]
    if len(set(codes)) < len(codes):
        row.refuse("pilihan jawaban memuat kode yang sama dua kali.")
    if not scores or max(scores) != most or min(scores) < 0:
        row.refuse("nilai pilihan jawaban harus dari 0 sampai tepat max.")
    return choices


def _target(row: Row, kind: AnswerType) -> tuple[TargetRule, Decimal | None, str]:
    if not kind.is_number:
        return TargetRule.RATIO, None, ""
    target = row.row("target")
    if target is None:
        return TargetRule.RATIO, None, ""
    rule = TargetRule(target.one_of("rule", tuple(TargetRule)))
    value = None if rule is TargetRule.REGION else target.number("value")
    period = target.text("per", required=False)
    target.finish()
    if value is not None and (value < 0 or (value == 0 and rule is TargetRule.RATIO)):
        target.refuse("value harus di atas 0.")
    if value is not None and kind is AnswerType.PCT and value > 100:
        target.refuse("value persentase paling besar 100.")
    return rule, value, period


def _denominator_kinds(row: Row) -> tuple[DenominatorKind, ...]:
    kinds = []
    for kind in row.rows("denominator_kinds", "jenis penyebut", required=False):
        kinds.append(DenominatorKind(kind.text("code"), kind.text("label")))
        kind.finish()
    return tuple(kinds)

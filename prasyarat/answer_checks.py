"""What is wrong with an answer as typed, beside its field, before it is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prasyarat.rules import AnswerType, GivenAnswer, IndicatorRule, TargetRule
from prasyarat.scoring_words import amount
from pug_portal.lib.numbers import BIGGEST_COUNT, BIGGEST_RUPIAH


@dataclass(frozen=True)
class Problem:
    field: str
    sentence: str


NO_REASON = Problem("note", "Tulis alasan mengapa indikator ini tidak berlaku.")


def answer_problems(rule: IndicatorRule, answer: GivenAnswer) -> tuple[Problem, ...]:
    """Empty fields are no problem here: a draft may be half filled."""
    if answer.not_applicable:
        return () if answer.note.strip() else (NO_REASON,)
    if rule.answer_type.is_choice:
        return tuple(_choice_problems(rule, answer))
    if rule.answer_type is AnswerType.N:
        return tuple(_figure_problems(rule, "value", answer.value))
    if rule.answer_type is AnswerType.PCT:
        return tuple(_share_problems(rule, answer))
    return ()


def region_target_problem(rule: IndicatorRule, target: Decimal) -> Problem | None:
    if rule.target_rule is not TargetRule.REGION:
        return Problem("target", "Target indikator ini sudah ditetapkan instrumen.")
    if not target.is_finite() or target <= 0:
        return Problem("target", "Isi target di atas 0.")
    if rule.answer_type is AnswerType.PCT and target > 100:
        return Problem("target", "Target persentase paling besar 100%.")
    return None


def _choice_problems(rule: IndicatorRule, answer: GivenAnswer) -> Iterator[Problem]:
    if not answer.choice:
        return
    choice = rule.choice(answer.choice)
    if choice is None:
        labels = ", ".join(option.label for option in rule.choices)
        yield Problem("choice", f"Pilih salah satu: {labels}.")
    elif choice.score > 0 and rule.text_label and not answer.text.strip():
        yield Problem("text", f"Isi juga: {rule.text_label}.")


def _share_problems(rule: IndicatorRule, answer: GivenAnswer) -> Iterator[Problem]:
    figures = {"numerator": answer.numerator, "denominator": answer.denominator}
    problems = [
        p
        for field, figure in figures.items()
        for p in _figure_problems(rule, field, figure)
    ]
    yield from problems
    part, whole = answer.numerator, answer.denominator
    if problems or (part is None and whole is None):
        return
    if part is None or whole is None:
        empty = "numerator" if part is None else "denominator"
        yield Problem(
            empty, "Isi pembilang dan penyebut; persentase dihitung dari keduanya."
        )
    elif whole == 0:
        yield Problem("denominator", "Penyebut harus lebih dari 0.")
    elif part > whole:
        yield from _excess_problems(rule, answer, whole)


def _excess_problems(
    rule: IndicatorRule, answer: GivenAnswer, whole: Decimal
) -> Iterator[Problem]:
    if not rule.may_exceed:
        limit = amount(whole, rule.unit)
        yield Problem(
            "numerator", f"Pembilang tidak boleh melebihi penyebut ({limit})."
        )
    elif not answer.note.strip():
        yield Problem(
            "note", "Pembilang melebihi penyebut: tulis penjelasannya pada catatan."
        )


def _figure_problems(
    rule: IndicatorRule, field: str, figure: Decimal | None
) -> Iterator[Problem]:
    if figure is None:
        return
    most = BIGGEST_RUPIAH if rule.unit == "Rp" else BIGGEST_COUNT
    if not figure.is_finite() or figure != figure.to_integral_value():
        yield Problem(field, "Isi bilangan bulat, tanpa desimal.")
    elif figure < 0:
        yield Problem(field, "Isi angka 0 atau lebih.")
    elif figure > most:
        limit = amount(Decimal(most), rule.unit)
        yield Problem(field, f"Angka terlalu besar; paling besar {limit}.")

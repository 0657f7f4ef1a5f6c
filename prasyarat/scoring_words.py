"""The Indonesian sentence beside each score: how the figure came about."""

from decimal import Decimal

from prasyarat.rules import (
    HUNDRED,
    ONE,
    ZERO,
    AnswerType,
    GivenAnswer,
    IndicatorRule,
    TargetRule,
)
from pug_portal.lib.numbers import angka

STATE_LABELS = {
    "belum_diisi": "Belum diisi",
    "dinilai": "Dinilai",
    "tanpa_bukti": "Tanpa bukti sah",
    "tidak_terhitung": "Tidak dapat dihitung",
    "belum_terverifikasi": "Belum terverifikasi",
    "tidak_berlaku": "Tidak berlaku",
    "tanpa_target": "Belum ada target daerah",
}

UNANSWERED = "Belum diisi: nilai 0 sampai dijawab."
UNVERIFIED = "Belum terverifikasi: nilai 0 sampai dinyatakan terverifikasi."
NO_TARGET = "Daerah belum menetapkan target sendiri: tidak ikut dihitung."
NOT_COMPUTABLE = (
    "Tidak dapat dihitung: periksa angkanya. "
    "Jika memang tidak ada yang dihitung, nyatakan tidak berlaku beserta alasannya."
)


def not_applicable(reason: str) -> str:
    sentence = "Tidak berlaku: keluar dari perhitungan."
    return f"{sentence} Alasan: {reason.strip()}" if reason.strip() else sentence


def no_evidence(score: Decimal, rule: IndicatorRule) -> str:
    return f"Tanpa bukti sah: nilai 0. Dengan bukti sah nilainya {_of(score, rule)}."


def scored(
    rule: IndicatorRule, answer: GivenAnswer, target: Decimal | None, score: Decimal
) -> str:
    return f"{_finding(rule, answer, target)}: nilai {_of(score, rule)}."


def judged(score: Decimal, most: Decimal) -> str:
    return f"Menurut pemeriksa: nilai {angka(score)} dari {angka(most)}."


def settled(score: Decimal, most: Decimal) -> str:
    return f"Nilai akhir yang ditetapkan: {angka(score)} dari {angka(most)}."


def amount(number: Decimal, unit: str) -> str:
    if unit == "Rp":
        return f"Rp\N{NO-BREAK SPACE}{angka(number)}"
    if unit == "%":
        return f"{angka(number)}%"
    return f"{angka(number)} {unit}".rstrip()


def _finding(rule: IndicatorRule, answer: GivenAnswer, target: Decimal | None) -> str:
    if rule.answer_type.is_choice:
        choice = rule.choice(answer.choice)
        return choice.label if choice else answer.choice
    if rule.answer_type is AnswerType.TXT:
        return "Terisi"
    if rule.answer_type is AnswerType.PCT:
        return f"{_share(rule, answer)}, {_aim(rule, target, '%')}"
    value = answer.value or ZERO
    return f"{amount(value, rule.unit)}, {_aim(rule, target, rule.unit)}"


def _share(rule: IndicatorRule, answer: GivenAnswer) -> str:
    part, whole = answer.numerator or ZERO, answer.denominator or ONE
    share = angka(part * HUNDRED / whole)
    return f"{amount(part, rule.unit)} dari {amount(whole, rule.unit)} = {share}%"


def _aim(rule: IndicatorRule, target: Decimal | None, unit: str) -> str:
    if target is None:
        return "tanpa target"
    word = "harus di atas" if rule.target_rule is TargetRule.ABOVE else "target"
    period = f" per {rule.target_period}" if rule.target_period else ""
    return f"{word} {amount(target, unit)}{period}"


def _of(score: Decimal, rule: IndicatorRule) -> str:
    return f"{angka(score)} dari {angka(rule.max)}"

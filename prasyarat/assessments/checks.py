"""What stops an answer from being stored, and what stops it from being submitted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from prasyarat.answer_checks import Problem, answer_problems
from prasyarat.assessments.evidence import any_valid
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import Reply, given_of, replied
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.stored import rule_of
from prasyarat.rules import is_filled
from prasyarat.scoring import ItemState, score_item
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal

NOT_FILLED = Problem(
    "", "Isi jawaban dahulu. Catatan tanpa jawaban tetap tersimpan sebagai draf."
)
NO_DOCUMENT = Problem(
    "",
    "Indikator ini wajib dokumen. Lampirkan bukti dukung, baru ajukan.",
)


def reply_problems(indicator: Indicator, reply: Reply) -> tuple[Problem, ...]:
    problems = list(answer_problems(rule_of(indicator), replied(reply)))
    kinds = {kind["code"] for kind in indicator.rule.get("denominator_kinds", [])}
    if reply.denominator_kind and reply.denominator_kind not in kinds:
        problems.append(
            Problem("denominator_kind", "Pilih jenis penyebut dari daftar.")
        )
    elif kinds and reply.denominator is not None and not reply.denominator_kind:
        problems.append(
            Problem("denominator_kind", "Pilih jenis penyebut yang dipakai.")
        )
    return tuple(problems)


def override_problem(reply: Reply, figure: PortalFigure | None) -> Problem | None:
    """`figure`: what the portal itself counts for the item."""
    if figure is None or reply.override_reason.strip():
        return None
    return Problem(
        "override_reason",
        "Portal sudah menghitung indikator ini. Tulis alasan angkanya diganti.",
    )


def date_problem(as_of: dt.date, latest: Answer | None) -> Problem | None:
    """`latest` is the newest answer that stays as it is."""
    if as_of > today():
        return Problem(
            "as_of",
            "Tanggal jawaban belum lewat. Isi tanggal hari ini atau sebelumnya.",
        )
    if latest is not None and as_of <= latest.as_of:
        return Problem(
            "as_of",
            f"Sudah ada jawaban per {tanggal(latest.as_of)}. Isi tanggal sesudahnya; "
            "jawaban yang terverifikasi tidak diubah.",
        )
    return None


def submit_problem(answer: Answer, evidence: Iterable[Evidence]) -> Problem | None:
    """Ready to be judged: filled, free of contradictions, documented where it must be."""
    rule = rule_of(answer.indicator)
    valid = any_valid(evidence, answer.as_of)
    given = given_of(answer, has_valid_evidence=valid)
    if not is_filled(rule, given):
        return NOT_FILLED
    if found := reply_problems(answer.indicator, reply_of(answer)):
        return found[0]
    if score_item(rule, given).state is ItemState.NO_EVIDENCE:
        return _evidence_problem(answer, list(evidence))
    return None


def proof_problem(answer: Answer, evidence: Iterable[Evidence]) -> Problem | None:
    """Of evidence for what the portal counts: the figure itself is the answer."""
    rows = list(evidence)
    valid = any_valid(rows, answer.as_of)
    return None if valid else _evidence_problem(answer, rows)


def reply_of(answer: Answer) -> Reply:
    return Reply(
        choice=answer.choice,
        value=answer.value,
        numerator=answer.numerator,
        denominator=answer.denominator,
        denominator_kind=answer.denominator_kind,
        text=answer.text,
        note=answer.note,
        override_reason=answer.override_reason,
    )


def _evidence_problem(answer: Answer, evidence: list[Evidence]) -> Problem:
    if not evidence:
        return NO_DOCUMENT
    return Problem(
        "",
        f"Bukti yang dilampirkan tidak berlaku per {tanggal(answer.as_of)} "
        "(kedaluwarsa, atau bertanggal sesudahnya). Lampirkan bukti yang berlaku.",
    )

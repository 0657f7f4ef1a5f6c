"""Judging how a produk hukum works, and following the judgement up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from pokja.regulations.actions import locked
from pokja.regulations.models import (
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
    State,
    Verdict,
)
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal

EVALUATED = Verb("regulation.evaluated", "mencatat {object}")
EVALUATION_CHANGED = Verb("regulation.evaluation_changed", "membetulkan {object}")
EVALUATION_DELETED = Verb("regulation.evaluation_deleted", "menghapus {object}")
PLANNED = Verb("regulation.follow_up_planned", "merencanakan {object}")
FOLLOW_UP_CHANGED = Verb("regulation.follow_up_changed", "membetulkan {object}")
FOLLOW_UP_DONE = Verb("regulation.follow_up_done", "menyelesaikan {object}")
FOLLOW_UP_DELETED = Verb("regulation.follow_up_deleted", "menghapus {object}")


@transaction.atomic
def evaluate(
    *, regulation: Regulation, by: Actor, **facts: Any
) -> RegulationEvaluation:
    regulation = locked(regulation, by)
    if regulation.state == State.DRAFT:
        raise Refusal("Rancangan belum dapat dievaluasi; catat dahulu penetapannya.")
    evaluation = RegulationEvaluation(regulation=regulation, **_tidy(facts))
    _check_evaluation(evaluation)
    if evaluation.regulation.evaluations.filter(**facts).exists():
        raise Refusal("Evaluasi yang sama sudah tercatat.")
    evaluation.save()
    told = {name: (None, facts[name]) for name in ("on", "judged_by", "verdict")}
    _record(EVALUATED, evaluation, by, told)
    return evaluation


@transaction.atomic
def change_evaluation(
    *, evaluation: RegulationEvaluation, by: Actor, **facts: Any
) -> RegulationEvaluation:
    evaluation.regulation = locked(evaluation.regulation, by)
    evaluation.refresh_from_db(fields=["on", "judged_by", "verdict", "text"])
    told = _apply(evaluation, facts)
    _check_evaluation(evaluation)
    if told:
        evaluation.save()
        _record(EVALUATION_CHANGED, evaluation, by, told)
    return evaluation


@transaction.atomic
def delete_evaluation(
    *, evaluation: RegulationEvaluation, reason: str, by: Actor
) -> None:
    """A wrong entry; a later judgement is a new evaluation."""
    evaluation.regulation = locked(evaluation.regulation, by)
    _need(reason, "Tulis alasan catatan dihapus.", "reason")
    if evaluation.follow_ups.exists():
        raise Refusal(
            "Evaluasi ini sudah ditindaklanjuti. Hapus dahulu tindak lanjutnya."
        )
    told = {
        name: (getattr(evaluation, name), None) for name in ("on", "verdict", "text")
    }
    _record(EVALUATION_DELETED, evaluation, by, told, reason.strip())
    evaluation.delete()


@transaction.atomic
def plan_follow_up(
    *, regulation: Regulation, by: Actor, **facts: Any
) -> RegulationFollowUp:
    regulation = locked(regulation, by)
    follow_up = RegulationFollowUp(
        regulation=regulation, planned_on=today(), **_tidy(facts)
    )
    _check_follow_up(follow_up)
    same = regulation.follow_ups.filter(text=follow_up.text, done_on=None)
    if same.exists():
        raise Refusal("Tindak lanjut yang sama sudah tercatat.", field="text")
    follow_up.save()
    told = {
        name: (None, getattr(follow_up, name))
        for name in ("text", "opd", "responsible", "due_on")
        if getattr(follow_up, name)
    }
    _record(PLANNED, follow_up, by, told)
    return follow_up


@transaction.atomic
def change_follow_up(
    *, follow_up: RegulationFollowUp, by: Actor, **facts: Any
) -> RegulationFollowUp:
    _hold(follow_up, by)
    told = _apply(follow_up, facts)
    _check_follow_up(follow_up)
    if told:
        follow_up.save()
        _record(FOLLOW_UP_CHANGED, follow_up, by, told)
    return follow_up


@transaction.atomic
def finish_follow_up(
    *, follow_up: RegulationFollowUp, on: dt.date, result: str, by: Actor
) -> RegulationFollowUp:
    _hold(follow_up, by)
    if follow_up.done_on is not None:
        raise Refusal(f"Tindak lanjut ini sudah selesai {tanggal(follow_up.done_on)}.")
    _need(result, "Tulis hasilnya.", "result")
    if on > today():
        raise Refusal("Tanggal selesai belum tiba.", field="on")
    follow_up.done_on, follow_up.result = on, result.strip()
    follow_up.save(update_fields=["done_on", "result"])
    told = {"done_on": (None, on), "result": ("", follow_up.result)}
    _record(FOLLOW_UP_DONE, follow_up, by, told)
    return follow_up


@transaction.atomic
def delete_follow_up(*, follow_up: RegulationFollowUp, reason: str, by: Actor) -> None:
    _hold(follow_up, by)
    _need(reason, "Tulis alasan catatan dihapus.", "reason")
    told = {
        name: (getattr(follow_up, name), None)
        for name in ("text", "due_on", "done_on")
        if getattr(follow_up, name)
    }
    _record(FOLLOW_UP_DELETED, follow_up, by, told, reason.strip())
    follow_up.delete()


def _hold(follow_up: RegulationFollowUp, by: Actor) -> None:
    """Of two people who finish it at once the second one sees that it is done."""
    follow_up.regulation = locked(follow_up.regulation, by)
    follow_up.refresh_from_db(
        fields=["text", "opd", "responsible", "evaluation", "due_on", "done_on"]
    )


def _tidy(facts: dict[str, Any]) -> dict[str, Any]:
    return {k: v.strip() if isinstance(v, str) else v for k, v in facts.items()}


def _apply(row: Any, facts: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    told = changed(row, _tidy(facts))
    for name, (_, value) in told.items():
        setattr(row, name, value)
    return told


def _check_evaluation(evaluation: RegulationEvaluation) -> None:
    _need(evaluation.text, "Tulis uraian evaluasinya.", "text")
    _need(evaluation.judged_by, "Tulis siapa yang menilai.", "judged_by")
    if evaluation.on > today():
        raise Refusal("Tanggal evaluasi belum tiba.", field="on")
    begins = evaluation.regulation.signed_on
    if begins is not None and evaluation.on < begins:
        raise Refusal(
            f"Tanggal evaluasi mendahului penetapannya ({tanggal(begins)}).", field="on"
        )


def _check_follow_up(follow_up: RegulationFollowUp) -> None:
    _need(follow_up.text, "Tulis apa yang harus dilakukan.", "text")
    regulation, opd = follow_up.regulation, follow_up.opd
    if opd is None and not follow_up.responsible:
        raise Refusal("Pilih OPD, atau tulis pelaksana lain.", field="opd")
    if opd is not None and follow_up.responsible:
        raise Refusal("Isi salah satu: OPD atau pelaksana lain.", field="responsible")
    if opd is not None and opd.region_id != regulation.region_id:
        raise Refusal("OPD ini milik daerah lain.", field="opd")
    evaluation = follow_up.evaluation
    if evaluation is not None and evaluation.regulation_id != regulation.pk:
        raise Refusal("Evaluasi ini tentang produk hukum lain.", field="evaluation")


def _need(text: str, sentence: str, field: str) -> None:
    if not text.strip():
        raise Refusal(sentence, field=field)


def _record(
    verb: Verb,
    row: RegulationEvaluation | RegulationFollowUp,
    by: Actor,
    told: dict[str, tuple[Any, Any]],
    reason: str = "",
) -> None:
    """The trail hangs on the regulation, so that its page shows the whole story."""
    record(
        by=by,
        verb=Verb(verb.code, verb.says.replace("{object}", str(row))),
        obj=row.regulation,
        region=row.regulation.region,
        changes={_label(row, name): _worded(name, pair) for name, pair in told.items()},
        reason=reason,
    )


def _label(row: RegulationEvaluation | RegulationFollowUp, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name))


def _worded(name: str, pair: tuple[Any, Any]) -> tuple[Any, Any]:
    if name != "verdict":
        return pair
    old, new = (Verdict(value).label if value else None for value in pair)
    return old, new

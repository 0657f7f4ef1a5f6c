"""Writing down what the ministry said, its notes, and what answers each of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.opd.models import Opd
from prasyarat.evaluation.actions import FIRST_YEAR
from prasyarat.evaluation.result_models import OfficialNote, OfficialResult
from prasyarat.instruments.models import Indicator
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.plan_actions import add_action
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.files.actions import delete_file, hangs_on, store_upload
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Region

RECORDED = Verb("official_result.recorded", "mencatat {object}")
CHANGED = Verb("official_result.changed", "mengubah {object}")
REMOVED = Verb("official_result.removed", "menghapus {object}")
NOTED = Verb("official_note.added", "mencatat {object}")
UNNOTED = Verb("official_note.removed", "menghapus {object}")
ANSWERED = Verb("official_note.answered", "menindaklanjuti {object}")
EDIT = Permission.EVALUATION_EDIT
FOLDER = "hasil-evaluasi"
LONGEST_NOTE = 1000
BIGGEST_SCORE = Decimal(100_000)


@transaction.atomic
def record_result(
    *,
    region: Region,
    year: int,
    stage: str,
    result_on: dt.date,
    score: Decimal | None,
    category: str,
    by: Actor,
    upload: UploadedFile | None = None,
) -> OfficialResult:
    require_in(by, region, EDIT)
    Region.objects.select_for_update().get(pk=region.pk)
    facts = _facts(year, stage, result_on, score, category)
    made = OfficialResult(region=region, recorded_by=by.user, **facts)
    _refuse_twin(made)
    _put_document(made, upload, by)
    made.save()
    told = {name: (None, value) for name, value in facts.items()}
    record(by=by, verb=RECORDED, obj=made, region=region, changes=told)
    return made


@transaction.atomic
def change_result(
    *,
    result: OfficialResult,
    year: int,
    stage: str,
    result_on: dt.date,
    score: Decimal | None,
    category: str,
    by: Actor,
    upload: UploadedFile | None = None,
) -> OfficialResult:
    result = _locked(result, by)
    # As when one is recorded: two at once must not come to be the same.
    Region.objects.select_for_update().get(pk=result.region_id)
    facts = _facts(year, stage, result_on, score, category)
    changes = dict(changed(result, facts))
    for name, value in facts.items():
        setattr(result, name, value)
    _refuse_twin(result)
    old = result.document if upload is not None else None
    if upload is not None:
        _put_document(result, upload, by)
        changes["dokumen"] = (str(old or ""), str(result.document))
    if changes:
        result.save()
        record(by=by, verb=CHANGED, obj=result, region=result.region, changes=changes)
    if old is not None and not hangs_on(old):
        delete_file(file=old, reason=f"Diganti pada {result}", by=SYSTEM)
    return result


@transaction.atomic
def remove_result(*, result: OfficialResult, by: Actor) -> None:
    """With its notes; what they led to stays in the plan. The trail keeps the figures."""
    result = _locked(result, by)
    told = {
        "nilai": (result.score, None),
        "kategori": (result.category, None),
        "catatan": (result.notes.count(), None),
    }
    record(by=by, verb=REMOVED, obj=result, region=result.region, changes=told)
    document = result.document
    result.delete()
    if document is not None and not hangs_on(document):
        delete_file(file=document, reason=f"{result} dihapus", by=SYSTEM)


@transaction.atomic
def add_note(
    *, result: OfficialResult, text: str, indicator: Indicator | None, by: Actor
) -> OfficialNote:
    result = _locked(result, by)
    text = text.strip()
    if not text:
        raise Refusal("Tulis catatan verifikator.", field="text")
    if len(text) > LONGEST_NOTE:
        raise Refusal(f"Catatan paling panjang {LONGEST_NOTE} karakter.", field="text")
    twin = result.notes.filter(text=text, indicator=indicator).first()
    if twin is not None:
        return twin
    made = OfficialNote.objects.create(result=result, text=text, indicator=indicator)
    changes = {"catatan": ("", text)}
    record(by=by, verb=NOTED, obj=made, region=result.region, changes=changes)
    return made


@transaction.atomic
def remove_note(*, note: OfficialNote, by: Actor) -> None:
    note = _locked_note(note, by)
    changes = {"catatan": (note.text, "")}
    record(by=by, verb=UNNOTED, obj=note, region=note.result.region, changes=changes)
    note.delete()


@transaction.atomic
def follow_up(
    *,
    note: OfficialNote,
    indicator: Indicator,
    step: str,
    opd: Opd | None,
    owner: str,
    due_on: dt.date,
    programme_line: str,
    by: Actor,
) -> GapAction:
    """A line of the action plan: it closes when the item's evidence is verified."""
    note = _locked_note(note, by)
    if note.action is not None:
        raise Refusal("Catatan ini sudah ditindaklanjuti dalam rencana aksi.")
    made = add_action(
        region=note.result.region,
        indicator=indicator,
        step=step,
        opd=opd,
        owner=owner,
        due_on=due_on,
        programme_line=programme_line,
        by=by,
    )
    note.action, note.indicator = made, indicator
    note.save(update_fields=["action", "indicator"])
    changes = {"langkah": ("", made.step), "tenggat": ("", due_on)}
    record(by=by, verb=ANSWERED, obj=note, region=note.result.region, changes=changes)
    return made


def _locked(result: OfficialResult, by: Actor) -> OfficialResult:
    rows = OfficialResult.objects.select_for_update(of=("self",))
    found = rows.select_related("region", "document").filter(pk=result.pk).first()
    if found is None:
        raise Refusal("Hasil ini sudah dihapus orang lain. Muat ulang daftarnya.")
    require_in(by, found.region, EDIT)
    return found


def _locked_note(note: OfficialNote, by: Actor) -> OfficialNote:
    rows = OfficialNote.objects.select_for_update(of=("self",))
    found = rows.select_related("result__region", "action").filter(pk=note.pk).first()
    if found is None:
        raise Refusal("Catatan ini sudah dihapus orang lain. Muat ulang halamannya.")
    require_in(by, found.result.region, EDIT)
    return found


def _facts(
    year: int, stage: str, result_on: dt.date, score: Decimal | None, category: str
) -> dict[str, Any]:
    stage, category = stage.strip(), category.strip()
    if not FIRST_YEAR - 10 <= year <= today().year:
        raise Refusal(
            f"Isi tahun antara {FIRST_YEAR - 10} dan {today().year}.", field="year"
        )
    if not stage:
        raise Refusal("Tulis tahapnya.", field="stage")
    if result_on > today():
        raise Refusal("Tanggal hasil belum lewat.", field="result_on")
    if score is None and not category:
        raise Refusal("Isi nilai, kategori, atau keduanya.", field="score")
    if score is not None and score < 0:
        raise Refusal("Isi nilai 0 atau lebih.", field="score")
    if score is not None and score > BIGGEST_SCORE:
        raise Refusal(f"Nilai paling besar {angka(BIGGEST_SCORE)}.", field="score")
    return {
        "year": year,
        "stage": stage,
        "result_on": result_on,
        "score": score,
        "category": category,
    }


def _refuse_twin(result: OfficialResult) -> None:
    rows = OfficialResult.objects.filter(
        region=result.region, year=result.year, stage__iexact=result.stage
    )
    if rows.exclude(pk=result.pk).exists():
        raise Refusal(
            f"Hasil {result.year} tahap {result.stage} sudah dicatat.", field="stage"
        )


def _put_document(
    result: OfficialResult, upload: UploadedFile | None, by: Actor
) -> None:
    if upload is not None:
        result.document = store_upload(
            upload=upload,
            region=result.region,
            slice_name=FOLDER,
            by=by,
            document_date=result.result_on,
        )

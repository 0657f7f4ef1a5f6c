"""Brings a worked example into the database through the real verbs, as its file says."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile

from prasyarat.assessments.actions import save_answer, submit_answer
from prasyarat.assessments.evidence_actions import add_file, add_upload
from prasyarat.assessments.item import Item, Reply
from prasyarat.assessments.judge_actions import verify_answer
from prasyarat.assessments.models import Answer
from prasyarat.instruments.example import (
    ExampleAnswer,
    ExampleEvidence,
    ExampleSheet,
)
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.instruments.use import current_instrument
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


def record_blora(
    *,
    region: Region,
    data: ExampleSheet,
    files: Mapping[str, StoredFile | UploadedFile],
    by_sekretariat: Actor,
    by_bappeda: Actor,
    instrument: Instrument | None = None,
) -> list[Answer]:
    """`files` by evidence code: one the region already has, or one still to be stored.

    Whose indicator it is fills it; the other office verifies. Run again, it changes
    nothing.
    """
    instrument = instrument or current_instrument(region, data.as_of)
    kept = dict(files)
    sides = {Role.BAPPEDA.value: (by_bappeda, by_sekretariat)}
    indicators = {
        indicator.code: indicator
        for indicator in Indicator.objects.filter(
            prerequisite__instrument=instrument
        ).select_related("prerequisite")
    }
    answers = []
    for example in data.answers:
        item = Item(region, indicators[example.code])
        filler, judge = sides.get(
            item.indicator.responsible_role, (by_sekretariat, by_bappeda)
        )
        known = Answer.objects.filter(
            region=region, opd=None, indicator=item.indicator, as_of=data.as_of
        ).first()
        answers.append(
            known or _record(item, example, data, kept, filler=filler, judge=judge)
        )
    return answers


def _record(
    item: Item,
    example: ExampleAnswer,
    data: ExampleSheet,
    files: dict[str, StoredFile | UploadedFile],
    *,
    filler: Actor,
    judge: Actor,
) -> Answer:
    given = example.given
    reply = Reply(
        choice=given.choice,
        value=given.value,
        numerator=given.numerator,
        denominator=given.denominator,
        text=given.text,
        note=given.note,
    )
    answer = save_answer(item=item, as_of=data.as_of, reply=reply, by=filler)
    for evidence in example.evidence:
        _attach(item, evidence, files, filler)
    if example.state != "draf":
        answer = submit_answer(answer=answer, by=filler)
    if example.state == "terverifikasi":
        answer = verify_answer(answer=answer, by=judge)
    return answer


def _attach(
    item: Item,
    evidence: ExampleEvidence,
    files: dict[str, StoredFile | UploadedFile],
    by: Actor,
) -> None:
    """A file is stored with its first answer; the next answers point at the same one."""
    name = (
        f"{evidence.name} (berkas contoh)" if evidence.illustrative else evidence.name
    )
    file = files[evidence.code]
    if isinstance(file, StoredFile):
        add_file(item=item, file=file, caption=name[:200], by=by)
        return
    stored = add_upload(item=item, upload=file, caption=name[:200], by=by).file
    if stored is not None:
        files[evidence.code] = stored

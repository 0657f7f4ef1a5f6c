"""What the form page shows beside its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from focal_points.progress.approvals import last_return_by_head
from focal_points.progress.carrying import source_of
from focal_points.progress.content import snapshot
from focal_points.progress.form_page import FormPage, FormSection
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.pprg_counts import in_portal
from focal_points.progress.review_models import KeptDraft
from focal_points.progress.sections import ACTIVITIES, EVIDENCE, authors_of
from focal_points.progress.sums import sums_of
from focal_points.progress.ways import Ways


def state_of_form(progress: Progress, page: FormPage, ways: Ways) -> dict[str, Any]:
    files = list(progress.files.select_related("file", "activity"))
    for row in files:
        row.address, row.facts = ways.file(row.file_id), ways.facts(row.pk)  # type: ignore[attr-defined]
    sums = sums_of(snapshot(progress, files))
    activities = page.activity_sections()
    for item in activities:
        item["sum"] = sums[f"jml_{item['row'].pk}"]
    is_editable = progress.state in EDITABLE and not is_locked(progress)
    source = None
    was_sent = bool(progress.receipt_number)
    may_carry = is_editable and not was_sent and progress.carried_from_id is None
    # Last semester's answers are no part of what a link opens.
    if may_carry and not ways.guest:
        source = source_of(progress)
    authors = authors_of(progress)
    sections = page.sections(authors)
    return {
        "progress": progress,
        "page": page,
        "sections": sections,
        "activities": activities,
        "files": files,
        "errors": page.errors(),
        "is_editable": is_editable,
        # A remark is answered by somebody whom it can be answered to: with an account.
        "can_reply": is_editable and not ways.guest,
        "ways": ways,
        "region": progress.opd.region,
        "carry_from": source.period if source else None,
        "author_of_activities": authors.get(ACTIVITIES, ""),
        "author_of_evidence": authors.get(EVIDENCE, ""),
        "head_return": last_return_by_head(progress),
        "sums": sums,
        "steps": _steps(sections, bool(activities), bool(files)),
        "in_portal": []
        if was_sent or ways.guest
        else list(in_portal(progress).values()),
        "put_back": _put_back(progress) if is_editable and was_sent else None,
    }


def _put_back(progress: Progress) -> KeptDraft | None:
    """What says that the draft holds an older text, until it is sent again."""
    kept = progress.kept_drafts.select_related("kept_by").last()
    if kept and progress.submitted_at and kept.kept_at < progress.submitted_at:
        return None
    return kept


@dataclass(frozen=True)
class Step:
    anchor: str
    title: str
    is_filled: bool


def _steps(
    sections: list[FormSection], has_activities: bool, has_files: bool
) -> list[Step]:
    """The sections in the order of the page: activities stand before the obstacles."""
    steps = [Step(s.key, s.title, s.is_filled and not s.has_errors) for s in sections]
    steps.insert(-1, Step(ACTIVITIES, "Kegiatan", has_activities))
    return [*steps, Step("bukti-bagian", "Bukti dukung", has_files)]

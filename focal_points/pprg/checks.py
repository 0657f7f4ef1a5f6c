"""What is missing or doubtful in a document, each with the step where it is mended."""

from __future__ import annotations

import re
from dataclasses import dataclass

from focal_points.pprg.fields import Content, Template, is_filled
from focal_points.pprg.framing import causes_of, gaps_of, is_nine_steps
from focal_points.pprg.gap import FACTORS
from pug_portal.lib.numbers import rupiah

_MEN = re.compile(r"\b(laki-laki|laki|pria|lelaki|suami|L)\b")
_WOMEN = re.compile(r"\b(perempuan|wanita|istri|ibu|P)\b")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Finding:
    """`is_blocking`: the document cannot be sent while it stands."""

    step: str
    field: str
    sentence: str
    is_blocking: bool = False


def findings(template: Template, content: Content) -> list[Finding]:
    found = [*_missing(template, content), *_quality(template, content)]
    order = [step.key for step in template]
    return sorted(
        found, key=lambda each: (order.index(each.step), not each.is_blocking)
    )


def of_step(found: list[Finding], step_key: str) -> list[Finding]:
    return [each for each in found if each.step == step_key]


def _missing(template: Template, content: Content) -> list[Finding]:
    found = [
        Finding(step.key, field.key, f"«{field.label}» belum diisi.", True)
        for step in template
        for field in step.fields
        if field.is_required and not is_filled(content.get(field.key))
    ]
    keys = template.fields.keys()
    if FACTORS.keys() <= keys and not gaps_of(content):
        step = template.step_of("gap_access")
        sentence = "Isi paling sedikit satu dari akses, partisipasi, kontrol, manfaat."
        found.append(Finding(step.key, "gap_access", sentence, True))
    return found


def _quality(template: Template, content: Content) -> list[Finding]:
    said: list[tuple[str, str]] = []
    keys = template.fields.keys()
    if "opening_data" in keys:
        said += _doubts_of_gap(content)
    if "actions" in keys:
        said += _doubts_of_money(content)
    return [
        Finding(template.step_of(field).key, field, sentence)
        for field, sentence in said
        if field in keys
    ]


def has_both_sexes(content: Content) -> bool:
    """A row with L and P, or a text that gives numbers for both."""
    for row in content.get("opening_rows") or []:
        if row.get("men") is not None and row.get("women") is not None:
            return True
    text = str(content.get("opening_data") or "")
    return all(pattern.search(text) for pattern in (_MEN, _WOMEN, _DIGIT))


def unanswered_causes(content: Content) -> list[str]:
    answered = {
        row.get("about")
        for row in content.get("action_plan") or []
        if is_filled(row.get("action"))
    }
    return [cause for cause in causes_of(content) if cause not in answered]


def unmeasured_gaps(content: Content) -> list[str]:
    measured = {
        row.get("about")
        for row in content.get("gender_indicator") or []
        if is_filled(row.get("indicator"))
    }
    return [key for key in gaps_of(content) if key not in measured]


def _doubts_of_gap(content: Content) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    has_data = is_filled(content.get("opening_data")) or is_filled(
        content.get("opening_rows")
    )
    if has_data and not has_both_sexes(content):
        found.append(
            (
                "opening_data",
                "Data belum menyebut angka laki-laki (L) dan perempuan (P).",
            )
        )
    if is_filled(content.get("action_plan")):
        found += [
            ("action_plan", f"Sebab ini belum dijawab kegiatan: {cause[:120]}")
            for cause in unanswered_causes(content)
        ]
    if is_filled(content.get("gender_indicator")):
        found += [
            (
                "gender_indicator",
                f"Kesenjangan {FACTORS[key].lower()} belum punya indikator.",
            )
            for key in unmeasured_gaps(content)
        ]
    found += [
        (
            "gender_indicator",
            f"Indikator ini belum punya target: {row['indicator'][:120]}",
        )
        for row in content.get("gender_indicator") or []
        if is_filled(row.get("indicator")) and not is_filled(row.get("target"))
    ]
    baseline = str(content.get("baseline") or "")
    if baseline and not _DIGIT.search(baseline):
        found.append(("baseline", "Data dasar belum memuat angka."))
    if is_nine_steps(content) and _is_same(content):
        found.append(
            (
                "reformulated_objective",
                "Reformulasi tujuan masih sama dengan tujuan langkah 1.",
            )
        )
    return found


def _is_same(content: Content) -> bool:
    new = str(content.get("reformulated_objective") or "").strip().casefold()
    return bool(new) and new == str(content.get("objective") or "").strip().casefold()


def _doubts_of_money(content: Content) -> list[tuple[str, str]]:
    spent = [row.get("input") for row in content.get("actions") or []]
    known = [value for value in spent if value is not None]
    found: list[tuple[str, str]] = []
    if len(known) < len(spent):
        found.append(("actions", "Ada kegiatan yang masukannya (Rp) belum diisi."))
    budget = content.get("activity_budget")
    if known and budget is not None and sum(known) != budget:
        summed = f"Jumlah masukan kegiatan {rupiah(sum(known))}"
        said = f"{summed}, sedangkan jumlah anggaran {rupiah(budget)}."
        found.append(("activity_budget", said))
    return found

"""Starting a document, filling it step by step, deriving the next one from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from focal_points.appointments.scope import opd_ids_of
from focal_points.indicators.queries import library
from focal_points.offices.models import Office
from focal_points.offices.queries import signatory_of
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.pprg.actions.locking import NOT_YOURS, take_to_fill, touch
from focal_points.pprg.choosing import gap_format_for, template_of
from focal_points.pprg.fields import Step, is_filled
from focal_points.pprg.library import codes_in, used
from focal_points.pprg.models import Kind, PprgDocument, State
from focal_points.pprg.prefill import Prefilled, gbs_from, kak_from
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.seen import fingerprint

STARTED = Verb("pprg.started", "mulai menyusun {object}")
SAVED = Verb("pprg.saved", "menyimpan {object}")
DERIVED = Verb("pprg.derived", "membuat {object} dari dokumen sebelumnya")
REFILLED = Verb("pprg.refilled", "mengambil lagi isi dokumen sebelumnya ke {object}")

Values = Mapping[str, Any]
NEXT = {Kind.GAP: Kind.GBS, Kind.GBS: Kind.KAK}
TITLE_MAX = 200


class StaleStep(Refusal):
    """Somebody saved this step since it was opened; `stored` is how it stands."""

    def __init__(self, stored: dict[str, Any]) -> None:
        super().__init__(
            "Langkah ini sudah disimpan orang lain sejak Anda membukanya. Tulisan Anda "
            "belum disimpan. Bandingkan di bawah, lalu simpan yang Anda pilih."
        )
        self.stored = stored


@transaction.atomic
def start_gap(*, opd: Opd, year: int, title: str, by: Actor) -> PprgDocument:
    """A second click finds the GAP of the first one: same name, nothing in it yet."""
    require(by, Permission.PPRG_FILL)
    if not by.is_system and opd.pk not in opd_ids_of(by):
        raise PermissionDenied(NOT_YOURS)
    facts = {"opd": opd, "year": _checked_year(year), "title": _checked_title(title)}
    Opd.objects.select_for_update(of=("self",)).get(pk=opd.pk)
    untouched = PprgDocument.objects.filter(
        **facts, kind=Kind.GAP, state=State.DRAFT, created_by=by.user, content={}
    )
    if (first := untouched.first()) is not None:
        return first
    made = PprgDocument(
        kind=Kind.GAP, gap_format=gap_format_for(opd.region, year), **facts
    )
    return _begin(made, STARTED, by)


@transaction.atomic
def derive(*, source: PprgDocument, by: Actor) -> PprgDocument:
    """GBS from a GAP, KAK from a GBS; a second click finds the first one's document."""
    require(by, Permission.PPRG_FILL)
    found = (
        PprgDocument.objects.owned_by(by)
        .select_for_update(of=("self",))
        .select_related("opd__region", "source")
        .filter(pk=source.pk)
        .first()
    )
    if found is None:
        raise PermissionDenied(NOT_YOURS)
    kind = NEXT.get(Kind(found.kind))
    if kind is None:
        raise Refusal("Dari KAK tidak dibuat dokumen lain.")
    existing = found.derived.filter(kind=kind).first()
    if existing is not None:
        return existing
    made = PprgDocument(
        opd=found.opd, year=found.year, kind=kind, title=found.title, source=found
    )
    filled = prefilled_for(made)
    made.content, made.prefilled = filled.content, filled.origins
    return _begin(made, DERIVED, by)


@transaction.atomic
def save_step(
    *, document: PprgDocument, step: Step, values: Values, seen: str, by: Actor
) -> PprgDocument:
    """`seen`: the fingerprint of the step when its page was opened."""
    document = take_to_fill(document, by=by)
    stored = step_values(document, step)
    if stored == dict(values):
        return document
    if seen != fingerprint(stored):
        raise StaleStep(stored)
    changes = {}
    for field in step.fields:
        old, new = stored[field.key], values.get(field.key)
        if old == new:
            continue
        changes[field.label] = (old, new)
        document.content[field.key] = new
        document.prefilled.pop(field.key, None)
    touch(document, by, "content", "prefilled")
    if any(field.picks for field in step.fields):
        name_indicators(document)
    record(
        by=by,
        verb=SAVED,
        obj=document,
        region=document.opd.region,
        changes=changes,
        sealed=True,
    )
    return document


@transaction.atomic
def refill(*, document: PprgDocument, by: Actor) -> PprgDocument:
    """The source has changed: take it anew, but only what nobody touched or filled."""
    document = take_to_fill(document, by=by)
    if document.source is None:
        raise Refusal("Dokumen ini tidak berasal dari dokumen lain.")
    fresh = prefilled_for(document)
    changes = {}
    for key, value in fresh.content.items():
        old = document.content.get(key)
        if old == value or (is_filled(old) and key not in document.prefilled):
            continue
        changes[template_of(document).fields[key].label] = (old, value)
        document.content[key] = value
        document.prefilled[key] = fresh.origins[key]
    if changes:
        touch(document, by, "content", "prefilled")
        name_indicators(document)
        record(
            by=by,
            verb=REFILLED,
            obj=document,
            region=document.opd.region,
            changes=changes,
            sealed=True,
        )
    return document


def name_indicators(document: PprgDocument) -> None:
    """Which of the library the document names now."""
    known = library(document.opd.region, codes_in(document.content))
    fields = template_of(document).fields.values()
    document.indicators.set(used(fields, document.content, known))


def step_values(document: PprgDocument, step: Step) -> dict[str, Any]:
    return {field.key: document.content.get(field.key) for field in step.fields}


def prefilled_for(document: PprgDocument) -> Prefilled:
    source = document.source
    assert source is not None  # noqa: S101 -- narrows for mypy
    if document.kind == Kind.GBS:
        return gbs_from(source.content, _signatory(document.opd))
    gap = source.source.content if source.source else {}
    return kak_from(gap, source.content, document.opd.name)


def _signatory(opd: Opd) -> dict[str, str]:
    """The head of the OPD as the register of officials knows him today."""
    day = today()
    found = signatory_of(opd.region, Office.Kind.HEAD_OF_OPD, day, opd)
    lines = {"signatory_place": opd.region.capital}
    if found is None:
        called = named_on(opd, day)
        return {**lines, "signatory_title": f"Kepala {called.name}"}
    return {
        **lines,
        "signatory_title": found.title,
        "signatory_name": found.name,
        "signatory_rank": found.rank,
        "signatory_nip": found.nip,
    }


def _begin(document: PprgDocument, verb: Verb, by: Actor) -> PprgDocument:
    document.state = State.DRAFT
    document.created_by = by.user
    document.touched_at = now()
    document.save()
    if document.content:
        name_indicators(document)
    if by.user is not None:
        document.filled_by.add(by.user)
    region = document.opd.region
    record(by=by, verb=verb, obj=document, region=region, sealed=True)
    return document


def _checked_title(title: str) -> str:
    found = title.strip()
    if not found:
        raise Refusal("Tulis nama kegiatan atau sub kegiatan.", field="title")
    if len(found) > TITLE_MAX:
        raise Refusal(f"Paling panjang {TITLE_MAX} huruf.", field="title")
    return found


def _checked_year(year: int) -> int:
    if not today().year - 10 <= year <= today().year + 5:
        raise Refusal("Tahun anggaran ini tidak mungkin di sini.", field="year")
    return year

"""Writing a draft and publishing it. A published instrument has no verb that changes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction

from prasyarat.instruments.converting import is_convertible
from prasyarat.instruments.document import Document, as_text
from prasyarat.instruments.drafts import document_in, document_of_published, faults_of
from prasyarat.instruments.loading import read_document
from prasyarat.instruments.mapping import add_mappings
from prasyarat.instruments.models import (
    DraftState,
    Instrument,
    InstrumentDraft,
    MapKind,
)
from prasyarat.instruments.owners import (
    is_foreign_code,
    own_code,
    owner_for,
    owns,
    require_own,
)
from prasyarat.instruments.publishing import publish
from prasyarat.instruments.stored import rules_of
from prasyarat.instruments.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

BEGUN = Verb("instrument.begun", "memulai draf {object}")
CHANGED = Verb("instrument.changed", "mengubah draf {object}")
DROPPED = Verb("instrument.dropped", "menghapus draf {object}")
RELEASED = Verb("instrument.released", "menerbitkan draf {object}")


def why_not_new(
    code: str | None,
    version: int | None,
    draft: InstrumentDraft | None = None,
    owner: Region | None = None,
) -> str:
    """A code and a version are given away once, to what is published or being written.

    `owner`: whose it becomes; the code of somebody else's instrument stays theirs.
    """
    if not code or not version:
        return ""
    if draft is not None:
        owner = draft.region
    if is_foreign_code(code, owner):
        own = f", misalnya «{own_code(code, owner)}»" if owner else ""
        return f"kode «{code}» milik instrumen pihak lain; pakai kode sendiri{own}"
    others = InstrumentDraft.objects.filter(code=code, version=version)
    if draft is not None:
        others = others.exclude(pk=draft.pk)
    if Instrument.objects.filter(code=f"{code}-v{version}").exists():
        return f"versi {version} dari «{code}» sudah terbit dan tidak diubah; naikkan versinya"
    if others.exists():
        return f"draf versi {version} dari «{code}» sudah ada; buka drafnya, atau naikkan versinya"
    return ""


@transaction.atomic
def new_draft(
    *,
    document: Document,
    by: Actor,
    reason: str = "",
    origin: Instrument | None = None,
) -> InstrumentDraft:
    require(by, Permission.INSTRUMENT_EDIT)
    owner = owner_for(by)
    if sentence := why_not_new(document["code"], document["version"], owner=owner):
        raise Refusal(sentence[0].upper() + sentence[1:] + ".", field="code")
    codes = [item["code"] for item in document["indicators"]]
    draft = InstrumentDraft(
        code=document["code"],
        version=document["version"],
        region=owner,
        origin=origin,
        old_codes={code: code for code in codes} if origin else {},
    )
    try:
        with transaction.atomic():
            _keep(draft, document, by)
    except IntegrityError as beaten:
        raise Refusal(
            "Draf dengan kode dan versi ini baru saja dimulai orang lain. Buka drafnya, "
            "atau naikkan versinya.",
            field="code",
        ) from beaten
    record(by=by, verb=BEGUN, obj=draft, region=owner, reason=reason)
    return draft


@transaction.atomic
def begin_version(*, instrument: Instrument, by: Actor) -> InstrumentDraft:
    """The next version begins as a copy; each item remembers which one it was."""
    require(by, Permission.INSTRUMENT_EDIT)
    Instrument.objects.select_for_update().get(pk=instrument.pk)
    untouched = InstrumentDraft.objects.filter(
        origin=instrument, state=DraftState.DRAFT, revision=1, changed_by=by.user
    ).first()
    if untouched is not None:
        # The button was pressed twice.
        return untouched
    document = document_of_published(instrument)
    code, name = document["code"], re.sub(r" v\d+$", "", document["name"])
    if not owns(by, instrument):
        # The copy is the region's own; the instrument it began from stays as it is.
        owner = owner_for(by)
        if owner is not None:
            code, name = own_code(code, owner), f"{name} {owner.short_name}"[:140]
    version = _next_version(code)
    copied = document | {
        "code": code,
        "version": version,
        "name": f"{name} v{version}",
    }
    return new_draft(document=copied, origin=instrument, by=by)


def _next_version(code: str) -> int:
    drafts = InstrumentDraft.objects.filter(code=code)
    told = [*drafts.values_list("version", flat=True)]
    pattern = rf"{re.escape(code)}-v(\d+)"
    for each in Instrument.objects.filter(code__startswith=f"{code}-v"):
        if found := re.fullmatch(pattern, each.code):
            told.append(int(found[1]))
    return max(told, default=0) + 1


@transaction.atomic
def edit_draft(
    *,
    draft: InstrumentDraft,
    revision: int,
    change: Callable[[Document], Document],
    by: Actor,
    renamed: tuple[str, str] | None = None,
) -> InstrumentDraft:
    """`renamed`: an item's code before and after, so that it stays mapped."""
    draft = _opened(draft, by)
    if draft.revision != revision:
        who = draft.changed_by.get_full_name() if draft.changed_by else "orang lain"
        raise Refusal(
            f"Draf ini baru saja diubah oleh {who or 'orang lain'}. Isian Anda masih ada di "
            "bawah; bandingkan dengan draf terbaru, lalu simpan lagi."
        )
    before = document_in(draft)
    after = change(before)
    if renamed and renamed[0] in draft.old_codes:
        draft.old_codes[renamed[1]] = draft.old_codes.pop(renamed[0])
    _keep(draft, after, by)
    record(
        by=by,
        verb=CHANGED,
        obj=draft,
        region=draft.region,
        changes=_differences(before, after),
    )
    return draft


@transaction.atomic
def replace_content(
    *, draft: InstrumentDraft, document: Document, by: Actor, reason: str = ""
) -> InstrumentDraft:
    draft = _opened(draft, by)
    before = document_in(draft)
    draft.code, draft.version = document["code"], document["version"]
    _keep(draft, document, by)
    changes = _differences(before, document)
    record(
        by=by,
        verb=CHANGED,
        obj=draft,
        region=draft.region,
        changes=changes,
        reason=reason,
    )
    return draft


@transaction.atomic
def publish_draft(*, draft: InstrumentDraft, by: Actor) -> Instrument:
    """Whole and without fault, or not at all. Of two who press at once the first wins."""
    draft = _locked(draft, by)
    WORKFLOW.check(DraftState(draft.state), DraftState.PUBLISHED, by=by)
    document = document_in(draft)
    faults = faults_of(document)
    if faults:
        raise Refusal(
            f"Draf ini belum dapat diterbitkan: {len(faults)} hal perlu diperbaiki."
        )
    instrument = publish(read_document(document), by=by, owner=draft.region)
    draft.state, draft.published = DraftState.PUBLISHED, instrument
    draft.save(update_fields=["state", "published"])
    changes = {"state": (DraftState.DRAFT.label, DraftState.PUBLISHED.label)}
    record(by=by, verb=RELEASED, obj=draft, region=draft.region, changes=changes)
    if draft.origin is not None:
        _map_versions(draft.origin, instrument, draft.old_codes)
    return instrument


@transaction.atomic
def drop_draft(*, draft: InstrumentDraft, by: Actor) -> None:
    draft = _opened(draft, by)
    record(by=by, verb=DROPPED, obj=draft, region=draft.region)
    draft.delete()


def _map_versions(old: Instrument, new: Instrument, old_codes: dict[str, str]) -> None:
    """The same words are the same question; other words ask a part of it, until an
    administrator says otherwise."""
    before = {rule.code: rule for rule in rules_of(old)}
    after = {rule.code: rule for rule in rules_of(new)}
    texts = {
        row: dict(row.prerequisites.values_list("indicators__code", "indicators__text"))
        for row in (old, new)
    }
    pairs = []
    for code, was in old_codes.items():
        if code not in after or was not in before:
            continue
        same = texts[old][was] == texts[new][code]
        equal = same and is_convertible(before[was], after[code])
        pairs.append((was, code, (MapKind.EQUAL if equal else MapKind.PART).value))
    add_mappings(old, new, pairs)


def _locked(draft: InstrumentDraft, by: Actor) -> InstrumentDraft:
    require(by, Permission.INSTRUMENT_EDIT)
    rows = InstrumentDraft.objects.select_for_update(of=("self",))
    found = rows.select_related("changed_by", "region").filter(pk=draft.pk).first()
    if found is None:
        raise Refusal("Draf ini sudah dihapus.")
    require_own(by, found)
    return found


def _opened(draft: InstrumentDraft, by: Actor) -> InstrumentDraft:
    found = _locked(draft, by)
    if not found.is_open:
        raise Refusal(
            "Instrumen ini sudah terbit dan tidak diubah lagi karena nilai daerah "
            "bersandar padanya. Mulai versi baru dari instrumen yang terbit."
        )
    return found


def _keep(draft: InstrumentDraft, document: Document, by: Actor) -> None:
    codes = {item["code"] for item in document["indicators"]}
    draft.old_codes = {n: o for n, o in draft.old_codes.items() if n in codes}
    draft.name = document["name"][:150]
    draft.content = as_text(document)
    draft.revision = draft.revision + 1 if draft.pk else 1
    draft.changed_by, draft.changed_at = by.user, now()
    draft.save()


def _differences(before: Document, after: Document) -> dict[str, tuple[Any, Any]]:
    """What the trail tells: the head's own values, and the items by their codes."""
    found = {}
    for key in ("name", "version", "issuer", "year", "source", "note"):
        if before[key] != after[key]:
            found[key] = (before[key], after[key])
    for key in ("prerequisites", "indicators"):
        old = {row["code"]: row for row in before[key]}
        new = {row["code"]: row for row in after[key]}
        touched = [c for c in new if c in old and old[c] != new[c]]
        gone = [c for c in old if c not in new]
        added = [c for c in new if c not in old]
        if touched or gone or added:
            found[key] = (_listed(gone + touched), _listed(added + touched))
    return found


def _listed(codes: list[str]) -> str:
    return ", ".join(codes)[:250]

"""Starting a rancangan, cloning last year's decree, writing its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from focal_points.offices.models import OfficeHolder
from pokja.decree_drafting.models import DecreeText
from pokja.decree_drafting.wording import usual_text
from pokja.decrees.actions import draft_decree, require_kind
from pokja.decrees.models import TEAM_KINDS, Decree, State
from pokja.decrees.queries import root_id
from pokja.membership.actions import add_members
from pokja.membership.models import COPIED, Member
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

WRITTEN = Verb("decree.text_written", "menyusun naskah {object}")
PARTS = ("considering", "recalling", "dictums", "copies")


@transaction.atomic
def start_draft(
    *, region: Region, by: Actor, source: Decree | None = None, **facts: Any
) -> Decree:
    """A rancangan with the usual words; with `source` also with the members of its chain."""
    decree = draft_decree(region=region, by=by, **facts)
    if source is not None:
        _clone_members(source, decree, by)
    DecreeText.objects.create(decree=decree, **usual_text(decree, today()))
    return decree


def _clone_members(source: Decree, decree: Decree, by: Actor) -> None:
    """Who sits in the chain of the source without an end, in its order."""
    if (source.region_id, source.kind) != (decree.region_id, decree.kind):
        raise Refusal(
            "Susunan hanya disalin dari SK sejenis daerah yang sama.", field="kind"
        )
    if decree.effective_from is None:
        raise Refusal("Isi tanggal mulai berlakunya.", field="effective_from")
    rows = Member.objects.in_chain(root_id(source)).filter(end=None)
    members = rows.in_order().select_related("office", "opd")
    facts = [{name: getattr(row, name) for name in COPIED} for row in members]
    if facts:
        add_members(decree=decree, rows=facts, by=by)


@transaction.atomic
def write_text(*, decree: Decree, by: Actor, **parts: str) -> DecreeText:
    """Only while the decree is a rancangan: afterwards its signed scan is what counts."""
    decree = locked_draft(decree, by)
    text = text_of(decree)
    tidied = {name: _tidy(parts[name]) for name in PARTS if name in parts}
    for name in ("considering", "recalling", "dictums"):
        if not tidied.get(name, "kept"):
            raise Refusal("Bagian ini tidak boleh kosong.", field=name)
    told = changed(text, tidied)
    for name, (_, value) in told.items():
        setattr(text, name, value)
    text.save()
    if told:
        record(by=by, verb=WRITTEN, obj=decree, region=decree.region, changes=told)
    return text


@transaction.atomic
def choose_members(
    *,
    decree: Decree,
    holders: Sequence[tuple[OfficeHolder, str]],
    people: Sequence[tuple[Member, str]],
    by: Actor,
) -> list[Member]:
    """Office holders sit ex officio, people by name; each with its kedudukan."""
    decree = locked_draft(decree, by)
    rows: list[dict[str, Any]] = [
        {"office": holder.office, "standing": standing} for holder, standing in holders
    ]
    for person, standing in people:
        copied = {n: getattr(person, n) for n in COPIED if n not in {"order", "rank"}}
        rows.append({**copied, "standing": standing})
    if not rows:
        raise Refusal("Centang paling sedikit satu orang atau jabatan.")
    return add_members(decree=decree, rows=rows, by=by)


def locked_draft(decree: Decree, by: Actor) -> Decree:
    rows = Decree.objects.select_for_update(of=("self",))
    decree = rows.select_related("region__parent", "related").get(pk=decree.pk)
    require_kind(by, decree.region, decree.kind)
    if decree.state != State.DRAFT or decree.kind not in TEAM_KINDS:
        raise Refusal("Naskah hanya disusun selama SK masih rancangan.")
    return decree


def text_of(decree: Decree) -> DecreeText:
    """The stored text, or the usual one for a rancangan that was typed by hand."""
    text = DecreeText.objects.filter(decree=decree).first()
    return text or DecreeText(decree=decree, **usual_text(decree, today()))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)

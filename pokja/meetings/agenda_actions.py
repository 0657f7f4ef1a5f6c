"""Writing the agenda of a meeting, and the templates it is laid from."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from pokja.meetings.agenda import placed_text
from pokja.meetings.agenda_templates import rows_of
from pokja.meetings.carry_over import Carried, CarriedOver
from pokja.meetings.choices import Kind
from pokja.meetings.guard import open_meeting, require_own_region
from pokja.meetings.minutes import one_line
from pokja.meetings.models import (
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
    Meeting,
)
from pokja.meetings.part_actions import check_number, filled, tell_part
from pokja.meetings.rows import AgendaRow
from pokja.meetings.workflow import FACTS_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.regions.models import Region

AGENDA = Verb("meeting.agenda", "menyusun agenda rapat {object}")
ADDED = Verb("agenda_template.added", "membuat templat susunan acara {object}")
CHANGED = Verb("agenda_template.changed", "mengubah templat susunan acara {object}")
REMOVED = Verb("agenda_template.removed", "menghapus templat susunan acara {object}")

CARRIED_TEXT = "Tindak lanjut rekomendasi rapat terdahulu"
LONGEST_MINUTES = 24 * 60
LONGEST_TEXT = 250
MOST_TEMPLATES = 60


@transaction.atomic
def set_agenda(
    *,
    meeting: Meeting,
    rows: Sequence[AgendaRow],
    by: Actor,
    revision: int | None = None,
) -> Meeting:
    meeting = open_meeting(meeting, FACTS_OPEN, by, revision)
    _check(rows)
    open_ones = _open_ones(meeting, rows)
    _check_materials(meeting, rows)
    old = [item.told for item in meeting.agenda.all()]
    meeting.agenda.all().delete()
    made = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            order=place,
            time=row.time,
            minutes=row.minutes,
            text=_text(row, place, open_ones),
            speaker=row.speaker,
            is_internal=row.is_internal,
            material_id=row.material,
            holds_carried=row.holds_carried,
            recommendation_id=row.recommendation,
        )
        for place, row in enumerate(rows, start=1)
    )
    tell_part(meeting, AGENDA, "agenda", old, [item.told for item in made], by)
    return meeting


@transaction.atomic
def lay_template(
    *, meeting: Meeting, rows: Sequence[AgendaRow], replace: bool, by: Actor
) -> Meeting:
    """The rows of a template become the agenda; what stood there stays in the history."""
    meeting = open_meeting(meeting, FACTS_OPEN, by)
    if not rows:
        raise Refusal("Templat ini belum berisi acara.")
    count = meeting.agenda.count()
    if count and not replace:
        raise Refusal(
            f"Rapat ini sudah mempunyai {count} baris agenda. Centang «Ganti agenda yang "
            "ada» bila baris itu boleh diganti."
        )
    return set_agenda(meeting=meeting, rows=rows, by=by)


@transaction.atomic
def save_template(
    *,
    region: Region,
    name: str,
    kind: str,
    rows: Sequence[AgendaRow],
    by: Actor,
    template: AgendaTemplate | None = None,
) -> AgendaTemplate:
    """A new one, or `template` with all its rows anew."""
    region = _open(region, by)
    name = _name(region, name, template)
    if kind and kind not in Kind:
        raise Refusal("Pilih jenis rapat dari daftar.", field="kind")
    if not rows:
        raise Refusal("Tulis paling sedikit satu acara.")
    _check(rows)
    found = _locked(template) if template else AgendaTemplate(region=region)
    old = _told(found) if template else []
    found.name, found.kind = name, kind
    found.save()
    found.items.all().delete()
    AgendaTemplateItem.objects.bulk_create(
        AgendaTemplateItem(
            template=found,
            order=place,
            text=_text(row, place, {}),
            minutes=row.minutes,
            speaker=row.speaker,
            is_internal=row.is_internal,
            holds_carried=row.holds_carried,
        )
        for place, row in enumerate(rows, start=1)
    )
    changes = {"susunan acara": (old, _told(found))}
    verb = CHANGED if template else ADDED
    record(by=by, verb=verb, obj=found, region=region, changes=changes)
    return found


def keep_as_template(*, meeting: Meeting, name: str, by: Actor) -> AgendaTemplate:
    """Without what belongs to that meeting alone: fixed hours, files, recommendations."""
    items = meeting.agenda.filter(recommendation=None)
    return save_template(
        region=meeting.region,
        name=name,
        kind=meeting.kind,
        rows=rows_of(items),
        by=by,
    )


@transaction.atomic
def remove_template(*, template: AgendaTemplate, by: Actor) -> None:
    region = _open(template.region, by)
    found = _locked(template)
    changes: dict[str, tuple[list[str], list[str]]] = {
        "susunan acara": (_told(found), [])
    }
    record(by=by, verb=REMOVED, obj=found, region=region, changes=changes)
    found.delete()


def _check(rows: Sequence[AgendaRow]) -> None:
    check_number(rows)
    for place, row in enumerate(rows, start=1):
        if row.minutes is not None and not 0 < row.minutes <= LONGEST_MINUTES:
            raise Refusal(f"Baris {place}: isi lama acara 1 sampai 1.440 menit.")
    if sum(row.holds_carried for row in rows) > 1:
        raise Refusal("Hanya satu baris yang memuat rekomendasi terdahulu.")


def _open_ones(meeting: Meeting, rows: Sequence[AgendaRow]) -> dict[int, Carried]:
    wanted = [row.recommendation for row in rows if row.recommendation]
    if not wanted:
        return {}
    open_ones = {item.pk: item for item in CarriedOver(meeting).items}
    if len(set(wanted)) < len(wanted) or not open_ones.keys() >= set(wanted):
        raise Refusal(
            "Salah satu rekomendasi sudah selesai atau tercatat dua kali. Buka lagi "
            "halaman agenda."
        )
    return open_ones


def _check_materials(meeting: Meeting, rows: Sequence[AgendaRow]) -> None:
    wanted = {row.material for row in rows if row.material}
    if wanted and meeting.files.filter(pk__in=wanted).count() < len(wanted):
        raise Refusal("Pilih bahan dari berkas rapat ini.")


def _text(row: AgendaRow, place: int, open_ones: dict[int, Carried]) -> str:
    if row.recommendation:
        return placed_text(open_ones[row.recommendation])[:LONGEST_TEXT]
    if row.holds_carried and not one_line(row.text):
        return CARRIED_TEXT
    return filled(row.text, place, "acara")


def _open(region: Region, by: Actor) -> Region:
    """The region's row is held: two people never make the same template."""
    require(by, Permission.MEETING_EDIT)
    require_own_region(region, by)
    return Region.objects.select_for_update().get(pk=region.pk)


def _locked(template: AgendaTemplate) -> AgendaTemplate:
    found = AgendaTemplate.objects.filter(pk=template.pk).first()
    if found is None:
        raise Refusal("Templat ini sudah dihapus oleh orang lain.")
    return found


def _name(region: Region, name: str, own: AgendaTemplate | None) -> str:
    name = one_line(name)[:120]
    if not name:
        raise Refusal("Tulis nama templat.", field="name")
    others = AgendaTemplate.objects.filter(region=region)
    if own is not None:
        others = others.exclude(pk=own.pk)
    elif others.count() >= MOST_TEMPLATES:
        raise Refusal(f"Paling banyak {MOST_TEMPLATES} templat.", field="name")
    if others.filter(name=name).exists():
        raise Refusal("Templat dengan nama itu sudah ada.", field="name")
    return name


def _told(template: AgendaTemplate) -> list[str]:
    return [
        f"{item.text} ({item.minutes} menit)" if item.minutes else item.text
        for item in template.items.all()
    ]

"""Which items still lack evidence that counts, per responsible; and the words to send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.duties import duties_of
from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.evidence import any_valid, evidence_state
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import Item, given_by, given_of, level_of
from prasyarat.assessments.models import Answer
from prasyarat.assessments.pages import item_url
from prasyarat.assessments.queries import answers_of, figures_of, targets_of
from prasyarat.assessments.rights import may_read
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.instruments.stored import rule_of
from prasyarat.rules import is_filled
from prasyarat.scoring import ItemState, score_item
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

UNFILLED = "belum dijawab"
IN_DRAFT = "masih draf, belum diajukan"
NO_EVIDENCE = "belum ada bukti"
EXPIRED = "bukti kedaluwarsa"


# Indicator and OPD.
Key = tuple[int, int | None]


@dataclass(frozen=True)
class Missing:
    item: Item
    why: str
    duty: AnswerDuty | None = None

    @property
    def due(self) -> str:
        """Until when it was asked for, where somebody was asked."""
        return f"tenggat {tanggal(self.duty.due_on)}" if self.duty else ""

    @property
    def url(self) -> str:
        return item_url(self.item)

    @property
    def told(self) -> str:
        indicator = self.item.indicator
        usual = f" ({indicator.typical_evidence})" if indicator.typical_evidence else ""
        due = f", {self.due}" if self.due else ""
        return f"{indicator.code} {indicator.text}: {self.why}{usual}{due}"


@dataclass
class Responsible:
    """Who has to bring it: an OPD, or whom the instrument names for the region."""

    name: str
    opd: Opd | None
    items: list[Missing] = field(default_factory=list)


def missing_by_responsible(
    region: Region, instrument: Instrument, actor: Actor, on: dt.date
) -> list[Responsible]:
    """Of answers that the reader may not read yet only what was sent before counts."""
    opds = _opds(region, actor, on)
    asked = [
        indicator
        for indicator in Indicator.objects.filter(
            prerequisite__instrument=instrument, needs_document=True
        ).select_related("prerequisite")
        if "O" in indicator.levels or level_of(region) in indicator.levels
    ]
    newest, hidden = _newest(region, instrument, actor, on)
    counted = _counted(region, instrument, on)
    targets = targets_of(region, instrument)
    duties = {duty.indicator_id: duty for duty in duties_of(region, instrument)}
    groups: dict[tuple[int | None, str], Responsible] = {}
    for item in _items(region, asked, opds, actor, duties):
        key = (item.indicator.pk, _opd_key(item))
        target = targets.get(item.indicator.code)
        why = _why(item, newest.get(key), counted.get(key), target, on)
        if why == UNFILLED and key in hidden and key not in newest:
            why = IN_DRAFT
        if why:
            duty = duties.get(item.indicator.pk)
            # A region's indicator is of the OPD it was given to, else of whom it names.
            office = item.opd or (duty.opd if duty else None)
            name = office.short_name if office else item.indicator.responsible
            group = groups.setdefault(
                (office.pk if office else None, name),
                Responsible(name or "Sekretariat", office),
            )
            group.items.append(Missing(item, why, duty))
    return sorted(
        groups.values(), key=lambda group: (group.opd is not None, group.name)
    )


def _items(
    region: Region,
    asked: list[Indicator],
    opds: list[Opd],
    actor: Actor,
    duties: Mapping[int, AnswerDuty],
) -> Iterable[Item]:
    level = level_of(region)
    own = {opd.pk for opd in opds}
    for each in asked:
        duty = duties.get(each.pk)
        is_theirs = duty is not None and duty.opd_id in own
        if level in each.levels and (actor.role not in OPD_ROLES or is_theirs):
            yield Item(region, each)
    for opd in opds:
        yield from (Item(region, each, opd) for each in asked if "O" in each.levels)


def _opd_key(item: Item) -> int | None:
    return item.opd.pk if item.opd else None


def _opds(region: Region, actor: Actor, on: dt.date) -> list[Opd]:
    rows = Opd.objects.filter(region=region).active_on(on)
    if actor.role in OPD_ROLES:
        rows = rows.filter(pk__in=opd_ids_of(actor))
    return list(rows.select_related("region").order_by("name"))


def _newest(
    region: Region, instrument: Instrument, actor: Actor, on: dt.date
) -> tuple[dict[Key, Answer], set[Key]]:
    """The newest the reader may read; and where a draft stands that he may not."""
    rows = answers_of(region, instrument).as_of(on)
    found: dict[Key, Answer] = {}
    hidden: set[Key] = set()
    for answer in rows.filter(indicator__needs_document=True):
        key = (answer.indicator_id, answer.opd_id)
        if answer.is_reverted_by(on):
            found.pop(key, None)  # with it went the answers before it
            hidden.discard(key)
        elif may_read(actor, answer):
            found[key] = answer
        else:
            hidden.add(key)
    return found, hidden


def _counted(
    region: Region, instrument: Instrument, on: dt.date
) -> dict[tuple[int, int | None], PortalFigure]:
    rows = figures_of(region, instrument).filter(
        as_of__lte=on, indicator__needs_document=True
    )
    newest = {(row.indicator_id, row.opd_id): row for row in rows}
    return {key: row for key, row in newest.items() if row.says_something}


def _why(
    item: Item,
    answer: Answer | None,
    figure: PortalFigure | None,
    target: Decimal | None,
    on: dt.date,
) -> str:
    rule = rule_of(item.indicator)
    evidence = list(answer.evidence.all()) if answer else []
    valid = any_valid(evidence, on)
    given = given_of(answer, has_valid_evidence=valid) if answer else None
    if figure and not (given and (given.not_applicable or is_filled(rule, given))):
        # What the portal counts is the answer until a person gives one.
        counted = score_item(rule, given_by(figure, is_proven=valid), target)
        return NO_EVIDENCE if counted.state is ItemState.NO_EVIDENCE else ""
    if given is None:
        return UNFILLED
    score = score_item(rule, given, target)
    if score.state is ItemState.UNANSWERED:
        return "" if valid else UNFILLED
    if score.state is not ItemState.NO_EVIDENCE:
        return ""
    if not evidence:
        return NO_EVIDENCE
    ends = [e.file.valid_until for e in evidence if e.file and e.file.valid_until]
    if ends:
        return f"{EXPIRED} sejak {tanggal(max(ends))}"
    return str(evidence_state(evidence[0], on))


def reminder(group: Responsible, sender: str, address: str, on: dt.date) -> str:
    lines = [
        f"Yth. {group.name},",
        "",
        f"Bukti dukung tujuh prasyarat PUG yang masih ditunggu per {tanggal(on)}:",
        *(f"{number}. {each.told}" for number, each in enumerate(group.items, 1)),
        "",
        f"Unggah di {address}",
        f"Terima kasih. {sender}",
    ]
    return "\n".join(lines)


def recap(groups: list[Responsible], region: Region, on: dt.date, sender: str) -> str:
    total = sum(len(group.items) for group in groups)
    lines = [
        f"*Bukti dukung tujuh prasyarat PUG {region.short_name}*",
        f"Keadaan {tanggal(on)}: {total} indikator wajib dokumen belum berbukti.",
        "",
    ]
    for number, group in enumerate(groups, 1):
        codes = ", ".join(each.item.indicator.code for each in group.items)
        lines.append(f"{number}. {group.name}: {codes}")
    return "\n".join([*lines, "", f"Terima kasih. {sender}"])

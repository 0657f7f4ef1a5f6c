"""Everything the page of one indicator reads, in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from prasyarat.assessments.agreeing import why_not_agree
from prasyarat.assessments.book import Book
from prasyarat.assessments.evidence_reading import looked_up
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.figure_reading import Moved, fact_for, moved_since
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.present import (
    BADGES,
    COUNTED,
    HIDDEN,
    Badge,
    EvidenceLine,
    badge_of,
    carried_from,
    evidence_lines,
)
from prasyarat.assessments.queries import answers_of, figures_of, targets_of
from prasyarat.assessments.rights import (
    may_read,
    sees_claims,
    why_not_judge,
    why_not_reopen,
    why_not_settle,
)
from prasyarat.facts import Fact
from prasyarat.instruments.words import aim
from prasyarat.rules import IndicatorRule, TargetRule
from prasyarat.scoring import ItemScore
from prasyarat.scoring_methods import Method
from prasyarat.scoring_words import amount
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.models import Event
from pug_portal.audit.queries import history_of
from pug_portal.files import gates as file_gates
from pug_portal.files.models import StoredFile
from pug_portal.lib.numbers import persen

PROOF = "Bukti atas angka portal: {}"
MOST_FILES = 50


@dataclass(frozen=True)
class DatedAnswer:
    """One row of the item's past, as far as the reader may read it."""

    answer: Answer
    badge: Badge
    said: str


@dataclass(frozen=True)
class ItemReading:
    newest: Answer | None
    shown: Answer | None
    badge: Badge
    said: str
    evidence: list[EvidenceLine]
    claimed: ItemScore | None
    proven: ItemScore
    aim: str
    hint: Fact | None
    figure: PortalFigure | None
    """What the portal counted last; `figure_stands`: it is the answer."""
    figure_stands: bool
    figure_said: str
    moved: Moved | None
    """The figure is another one since the newest answer was verified."""
    moved_from: str
    settled: ItemScore
    past: list[DatedAnswer]
    events: list[Event]
    may_judge: bool
    why_not_judge: str
    may_reopen: bool
    may_settle: bool
    may_propose: bool
    may_agree: bool
    may_withdraw_proposal: bool
    reverted: Answer | None
    carried_from: int | None


def read_item(item: Item, actor: Actor, on: dt.date) -> ItemReading:
    own_target = item.rule.target_rule is TargetRule.REGION
    instrument = item.indicator.prerequisite.instrument
    targets = targets_of(item.region, instrument) if own_target else {}
    rows = answers_of(item.region, instrument).filter(
        indicator=item.indicator, opd=item.opd
    )
    figures = figures_of(item.region, instrument).filter(
        indicator=item.indicator, opd=item.opd
    )
    method = Method(instrument.method)
    book = Book((item.rule,), tuple(rows), targets, method, tuple(figures))
    code = item.indicator.code
    newest = book.latest(on).get(item.indicator.code)
    readable = [a for a in book.answers if a.as_of <= on and may_read(actor, a)]
    kept = [answer for answer in readable if not answer.is_reverted_by(on)]
    ended = max((a.as_of for a in readable if a.is_reverted_by(on)), default=None)
    kept = [a for a in kept if ended is None or a.as_of > ended]
    shown = kept[-1] if kept else None
    claims = sees_claims(actor, item.region.pk) and (newest is None or newest == shown)
    pair = book.at(on)
    figure, stands = book.counted(on).get(code), code in book.standing(on)
    moved = moved_since(newest, book.figures, on)
    obstacle = why_not_judge(newest, actor) if newest and newest.is_waiting else "-"
    own = item.region == actor.region
    is_verified = newest is not None and newest.state == State.VERIFIED
    is_proposed = newest is not None and newest.proposed_score is not None
    unsettled = why_not_settle(newest, actor) if newest and is_verified else ""
    return ItemReading(
        newest=newest,
        shown=shown,
        badge=BADGES[COUNTED]
        if stands and not (shown and shown == newest and shown.is_waiting)
        else badge_of(shown)
        if shown == newest or sees_claims(actor, item.region.pk)
        else HIDDEN,
        said=said(item, shown)
        or (
            PROOF.format(spoken(item.rule, figure))
            if shown and stands and figure
            else ""
        ),
        evidence=looked_up(evidence_lines(shown, on), actor),
        claimed=pair.mandiri.items[0] if claims else None,
        proven=pair.terverifikasi.items[0],
        aim=aim(item.indicator, targets.get(item.indicator.code)),
        hint=hint_of(item, on),
        figure=figure,
        figure_stands=stands,
        figure_said=spoken(item.rule, figure) if figure else "",
        moved=moved,
        moved_from=spoken(item.rule, moved.then) if moved else "",
        settled=pair.akhir.items[0],
        past=[
            DatedAnswer(answer, badge_of(answer), said(item, answer))
            for answer in reversed(readable)
            if answer is not shown
        ],
        events=list(history_of(shown)) if shown and own else [],
        may_judge=not obstacle,
        why_not_judge="" if obstacle == "-" else obstacle,
        may_reopen=bool(
            newest and newest.is_verified and not why_not_reopen(newest, actor)
        ),
        may_settle=is_verified and not unsettled,
        may_propose=bool(newest and unsettled and not why_not_reopen(newest, actor)),
        may_agree=bool(newest and is_proposed and not why_not_agree(newest, actor)),
        may_withdraw_proposal=bool(
            newest and is_proposed and newest.proposed_by_id == actor.user_id
        ),
        carried_from=carried_from(shown, on),
        reverted=next((a for a in readable[::-1] if a.is_reverted_by(on)), None),
    )


def said(item: Item, answer: Answer | None) -> str:
    """The answer in words, without its score."""
    if answer is None:
        return ""
    if answer.not_applicable_reason:
        return f"Tidak berlaku: {answer.not_applicable_reason}"
    return spoken(item.rule, answer)


def spoken(rule: IndicatorRule, answer: Answer | PortalFigure) -> str:
    text = answer.text if isinstance(answer, Answer) else ""
    if rule.answer_type.is_choice:
        choice = rule.choice(answer.choice)
        words = choice.label if choice else ""
        return f"{words}. {text}" if words and text else words
    if answer.value is not None:
        return amount(answer.value, rule.unit)
    if answer.numerator is not None and answer.denominator is not None:
        share = persen(answer.numerator, answer.denominator)
        part, whole = (
            amount(n, rule.unit) for n in (answer.numerator, answer.denominator)
        )
        return f"{part} dari {whole} ({share})"
    return text


def hint_of(item: Item, on: dt.date) -> Fact | None:
    """What the portal itself knows at this moment."""
    return fact_for(item, on)


def known_files(item: Item, actor: Actor, hint: Fact | None) -> list[StoredFile]:
    """Files already used as evidence in this region that the actor may read, and those
    the portal's own fact brings along. Not those of another OPD for an OPD's answer."""
    used = Evidence.objects.filter(answer__region=item.region, file__isnull=False)
    if item.opd is not None:
        used = used.filter(Q(answer__opd=None) | Q(answer__opd=item.opd))
    hanging = used.select_related("file", "answer__region").order_by("-pk")[
        : MOST_FILES * 4
    ]
    found = {e.file_id: e.file for e in hanging if may_read(actor, e.answer)}
    # An OPD that answers for the region reads less of the Pokja's papers than its desk.
    offered = {
        file.pk: file
        for file in (hint.files if hint else ())
        if actor.role not in OPD_ROLES or file_gates.may_read(actor, file)
    }
    offered |= {pk: file for pk, file in found.items() if pk and file}
    return list(offered.values())[:MOST_FILES]

"""One question put to one answerer: an indicator for a region, or for one of its OPD."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from focal_points.opd.models import Opd
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.models import Answer, State
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.stored import rule_of
from prasyarat.rules import GivenAnswer, IndicatorRule, is_filled
from pug_portal.access.refusal import Refusal
from pug_portal.regions.models import Level, Region


def level_of(region: Region) -> str:
    """The instrument's letter for a region: P provinsi, K kabupaten/kota."""
    return "P" if region.level in {Level.PROVINCE, Level.NATION} else "K"


@dataclass(frozen=True)
class Item:
    region: Region
    indicator: Indicator
    opd: Opd | None = None

    @property
    def rule(self) -> IndicatorRule:
        return rule_of(self.indicator)

    @property
    def is_asked(self) -> bool:
        if self.opd is None:
            return level_of(self.region) in self.indicator.levels
        return "O" in self.indicator.levels and self.opd.region_id == self.region.pk

    def check_asked(self) -> None:
        if not self.is_asked:
            who = "OPD" if self.opd else "daerah"
            raise Refusal(f"Indikator {self.indicator.code} tidak ditanyakan ke {who}.")


def item_of(answer: Answer) -> Item:
    return Item(answer.region, answer.indicator, answer.opd)


@dataclass(frozen=True)
class Reply:
    """What a person typed for an item."""

    choice: str = ""
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    denominator_kind: str = ""
    text: str = ""
    note: str = ""
    override_reason: str = ""


def given_of(answer: Answer, *, has_valid_evidence: bool) -> GivenAnswer:
    """A stored answer as the scoring sees it."""
    not_applicable = answer.state == State.NOT_APPLICABLE
    return GivenAnswer(
        choice=answer.choice,
        value=answer.value,
        numerator=answer.numerator,
        denominator=answer.denominator,
        text=answer.text,
        not_applicable=not_applicable,
        note=answer.not_applicable_reason if not_applicable else answer.note,
        has_valid_evidence=has_valid_evidence,
        verified=answer.is_verified,
        verifier_score=answer.verifier_score,
        final_score=answer.final_score,
        as_of=answer.as_of,
    )


def given_by(figure: PortalFigure, *, is_proven: bool = False) -> GivenAnswer:
    """What the portal counted needs no verifier: its source was settled where it stands.

    `is_proven`: an answer of evidence alone brings the document that it lacks.
    """
    return GivenAnswer(
        choice=figure.choice,
        value=figure.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        has_valid_evidence=figure.documented or is_proven,
        verified=True,
        as_of=figure.as_of,
    )


def is_proof(answer: Answer) -> bool:
    """Evidence without an answer: it proves what the portal counts."""
    given = given_of(answer, has_valid_evidence=True)
    return not given.not_applicable and not is_filled(rule_of(answer.indicator), given)


def replied(reply: Reply) -> GivenAnswer:
    return GivenAnswer(
        choice=reply.choice,
        value=reply.value,
        numerator=reply.numerator,
        denominator=reply.denominator,
        text=reply.text,
        note=reply.note,
    )

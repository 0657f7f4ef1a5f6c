"""One instrument as plain values: what a file holds, before it meets the database."""

import hashlib
import json
from dataclasses import asdict, dataclass
from decimal import Decimal

from prasyarat.rules import IndicatorRule


@dataclass(frozen=True)
class PrerequisiteData:
    order: int
    code: str
    label: str
    short_label: str
    icon: str


@dataclass(frozen=True)
class DenominatorKind:
    code: str
    label: str


@dataclass(frozen=True)
class IndicatorData:
    rule: IndicatorRule
    order: int
    text: str
    evidence: str
    responsible: str
    responsible_tags: tuple[str, ...]
    filled_by: str
    basis: tuple[str, ...]
    numerator_label: str = ""
    denominator_label: str = ""
    denominator_kinds: tuple[DenominatorKind, ...] = ()

    @property
    def code(self) -> str:
        return self.rule.code


@dataclass(frozen=True)
class InstrumentData:
    code: str
    version: int
    name: str
    issuer: str
    year: int
    source: str
    note: str
    method: str
    band_edges: tuple[Decimal, ...]
    sources: tuple[tuple[str, str], ...]
    prerequisites: tuple[PrerequisiteData, ...]
    indicators: tuple[IndicatorData, ...]

    @property
    def rules(self) -> tuple[IndicatorRule, ...]:
        return tuple(indicator.rule for indicator in self.indicators)

    @property
    def content_hash(self) -> str:
        """SHA-256 of the content. Spacing, key order and 0.50 for 0.5 change nothing."""
        text = json.dumps(
            asdict(self), default=_plain_number, sort_keys=True, ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()


def _plain_number(number: Decimal) -> str:
    return f"{number.normalize():f}"

"""One instrument as plain values: what a file holds, before it meets the database."""

import hashlib
import json
from dataclasses import asdict, dataclass
from decimal import Decimal

from prasyarat.rules import IndicatorRule

# Came after the first instruments were published: without content they are not hashed,
# so that what was published before still is what it was.
LATER = ("legal_basis", "fact", "opd_fact")


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
    legal_basis: str = ""
    # The portal's own figure that answers it, for the region and for each OPD.
    fact: str = ""
    opd_fact: str = ""

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
        content = asdict(self)
        for indicator in content["indicators"]:
            for key in LATER:
                if not indicator[key]:
                    del indicator[key]
        text = json.dumps(
            content, default=_plain_number, sort_keys=True, ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def levels(self) -> tuple[str, ...]:
        """Whom it asks at all: P, K, O."""
        asked = {level for rule in self.rules for level in rule.levels}
        return tuple(level for level in "PKO" if level in asked)


def _plain_number(number: Decimal) -> str:
    return f"{number.normalize():f}"

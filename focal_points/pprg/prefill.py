"""GAP → GBS → KAK without typing anything twice. Pure: content in, content out.

Each rule names where a field comes from; what a rule finds is counted and marked on the
page until somebody changes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from focal_points.pprg.fields import Content, is_filled, lines
from focal_points.pprg.gap import FACTORS
from pug_portal.lib.numbers import angka

Rule = Callable[[Content], Any]
LEGAL_BASIS = (
    "Instruksi Presiden Nomor 9 Tahun 2000 tentang Pengarusutamaan Gender dalam "
    "Pembangunan Nasional\n"
    "Peraturan Menteri Dalam Negeri Nomor 15 Tahun 2008 sebagaimana diubah dengan "
    "Nomor 67 Tahun 2011 tentang Pedoman Umum Pelaksanaan Pengarusutamaan Gender di "
    "Daerah"
)
REGISTER = "daftar pejabat"


@dataclass
class Prefilled:
    """`origins`: {field: where it came from}, in the words of the page."""

    content: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    def take(self, key: str, value: Any, origin: str) -> None:
        if is_filled(value) and not is_filled(self.content.get(key)):
            self.content[key] = value
            self.origins[key] = origin


def _of(key: str) -> Rule:
    return lambda source: source.get(key)


def data_text(gap: Content) -> str:
    """What the data tell, with the table of L and P below it."""
    rows = [
        f"{row.get('label') or 'Data'}: L {angka(row.get('men'))}, P {angka(row.get('women'))}"
        + (f" ({row['source']})" if row.get("source") else "")
        for row in gap.get("opening_rows") or []
    ]
    return "\n".join([part for part in (gap.get("opening_data"), *rows) if part])


def _indicators(gap: Content) -> list[str]:
    return _distinct(gap, "gender_indicator", "indicator")


def _distinct(source: Content, key: str, cell: str) -> list[str]:
    found = (str(row.get(cell) or "").strip() for row in source.get(key) or [])
    return list(dict.fromkeys(text for text in found if text))


def _actions(gap: Content) -> list[dict[str, Any]]:
    """One row per activity, though it may answer several causes."""
    outcome = "; ".join(_indicators(gap))
    made: dict[str, dict[str, Any]] = {}
    for row in gap.get("action_plan") or []:
        name = str(row.get("action") or "").strip()
        if not name:
            continue
        found = made.setdefault(name, {"name": name, "output": "", "outcome": outcome})
        output = str(row.get("output") or "").strip()
        if output and output not in found["output"]:
            found["output"] = "; ".join(filter(None, (found["output"], output)))
    return list(made.values())


def _overview(gbs: Content) -> str:
    parts = [gbs.get("situation_data")]
    for name, label in zip(
        ("access", "participation", "control", "benefit"), FACTORS.values(), strict=True
    ):
        if text := gbs.get(f"situation_{name}"):
            parts.append(f"{label}: {text}")
    for key, label in (
        ("situation_internal", "Penyebab internal"),
        ("situation_external", "Penyebab eksternal"),
    ):
        if causes := lines(gbs.get(key)):
            parts.append(f"{label}: {'; '.join(causes)}.")
    return "\n".join(part for part in parts if part)


def _joined(key: str, cell: str) -> Rule:
    return lambda source: "\n".join(_distinct(source, key, cell))


GBS_FROM_GAP: dict[str, Rule] = {
    "program": _of("policy"),
    "program_code": _of("program_code"),
    "program_objective": _of("objective"),
    "situation_data": data_text,
    "situation_access": _of("gap_access"),
    "situation_participation": _of("gap_participation"),
    "situation_control": _of("gap_control"),
    "situation_benefit": _of("gap_benefit"),
    "situation_internal": _of("internal_causes"),
    "situation_external": _of("external_causes"),
    "outcome_benchmark": lambda gap: (
        gap.get("reformulated_objective") or gap.get("outcome")
    ),
    "outcome_indicator": _joined("gender_indicator", "indicator"),
    "outcome_target": _joined("gender_indicator", "target"),
    "actions": _actions,
}
KAK_FROM_GBS: dict[str, Rule] = {
    "program": _of("program"),
    "output_indicator": _joined("actions", "output"),
    "outcome_indicator": _of("outcome_indicator"),
    "overview": _overview,
    "purpose": _of("outcome_benchmark"),
    "method": _joined("actions", "name"),
    "cost": _of("activity_budget"),
    "signatory_place": _of("signatory_place"),
    "signatory_title": _of("signatory_title"),
    "signatory_name": _of("signatory_name"),
    "signatory_rank": _of("signatory_rank"),
    "signatory_nip": _of("signatory_nip"),
}
KAK_FROM_GAP: dict[str, Rule] = {
    "activity": lambda gap: gap.get("sub_activity") or gap.get("activity"),
}


def gbs_from(gap: Content, signatory: Content) -> Prefilled:
    made = Prefilled()
    for key, rule in GBS_FROM_GAP.items():
        made.take(key, rule(gap), "GAP")
    for key, value in signatory.items():
        made.take(key, value, REGISTER)
    return made


def kak_from(gap: Content, gbs: Content, opd_name: str) -> Prefilled:
    made = Prefilled()
    for key, rule in KAK_FROM_GBS.items():
        made.take(key, rule(gbs), "GBS")
    for key, rule in KAK_FROM_GAP.items():
        made.take(key, rule(gap), "GAP")
    made.take("executor", opd_name, "daftar OPD")
    made.take("legal_basis", LEGAL_BASIS, "dasar hukum umum")
    return made

"""What is computed from the answers and never typed. Empty stays empty, never zero."""

from __future__ import annotations

from collections.abc import Iterable

from focal_points.progress.content import Content
from pug_portal.lib.numbers import EMPTY, angka, persen, rupiah


def total(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def both(first: int | None, second: int | None) -> int | None:
    """Laki-laki and perempuan together: one of them alone is no total."""
    if first is None or second is None:
        return None
    return first + second


def _rp(value: int | None) -> str:
    return EMPTY if value is None else rupiah(value)


def _n(value: int | None) -> str:
    return EMPTY if value is None else angka(value)


def sums_of(content: Content) -> dict[str, str]:
    """{id of its place on the page: how it reads}"""
    fields, rows = content["fields"], content["activities"]
    told = {
        "jml_arg": persen(fields["arg_ceiling"], fields["spending_ceiling"]),
        "jml_serapan": persen(fields["arg_realized"], fields["arg_ceiling"]),
        "jml_dilatih": _n(both(fields["trained_men"], fields["trained_women"])),
        "jml_l": _n(total(row["men"] for row in rows)),
        "jml_p": _n(total(row["women"] for row in rows)),
        "jml_lp": _n(total(both(row["men"], row["women"]) for row in rows)),
        "jml_pagu": _rp(total(row["ceiling"] for row in rows)),
        "jml_realisasi": _rp(total(row["realized"] for row in rows)),
    }
    for row in rows:
        told[f"jml_{row['id']}"] = _n(both(row["men"], row["women"]))
    return told

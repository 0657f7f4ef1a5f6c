"""The choice beside each file whose name tells no indicator: read, told, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from focal_points.opd.models import Opd
from focal_points.opd.queries import active_on
from prasyarat.evaluation.folder_plan import FolderRow
from prasyarat.evaluation.matching import folded
from prasyarat.evaluation.models import EvaluationPeriod
from prasyarat.instruments.models import Indicator
from pug_portal.lib.clock import today

CODE, OFFICE = "kode", "opd"


@dataclass
class Choice:
    """What stands in the two fields beside one file, and what is wrong with it."""

    place: int
    row: FolderRow
    code: str
    office: str
    code_error: str = ""
    office_error: str = ""
    found: tuple[str, int | None] | None = None

    @property
    def is_wrong(self) -> bool:
        return bool(self.code_error or self.office_error)


class Choosing:
    """`typed`: None for what was recorded before."""

    def __init__(
        self,
        period: EvaluationPeriod,
        rows: list[FolderRow],
        typed: Mapping[str, str] | None = None,
    ) -> None:
        asked = Indicator.objects.filter(prerequisite__instrument=period.instrument)
        self.indicators = {
            one.code: one for one in asked.order_by("prerequisite__order", "order")
        }
        self.opds = list(active_on(period.region, today()).order_by("name"))
        self._codes = {code.casefold(): code for code in self.indicators}
        self._offices: dict[str, Opd] = {}
        for opd in self.opds:
            for name in (opd.name, opd.short_name):
                self._offices[folded(name)] = opd
        names = {opd.pk: opd.short_name for opd in self.opds}
        self.choices = {
            place: self._choice(place, row, names, typed)
            for place, row in enumerate(rows)
            if row.is_choosable
        }

    def _choice(
        self,
        place: int,
        row: FolderRow,
        names: Mapping[int, str],
        typed: Mapping[str, str] | None,
    ) -> Choice:
        recorded = row.chosen, names.get(row.chosen_opd or 0, "")
        # A field that was not sent leaves what was recorded.
        sent = typed or {}
        choice = Choice(
            place,
            row,
            sent.get(f"{CODE}-{place}", recorded[0]).strip(),
            sent.get(f"{OFFICE}-{place}", recorded[1]).strip(),
        )
        self._judge(choice)
        return choice

    def _judge(self, choice: Choice) -> None:
        if not choice.code:
            if choice.office:
                choice.code_error = "Pilih juga indikatornya, atau kosongkan OPD-nya."
            return
        # The list writes the words of the indicator behind its code.
        code = self._codes.get(choice.code.split()[0].casefold())
        if code is None:
            choice.code_error = "Kode ini tidak ada pada instrumennya."
            return
        indicator = self.indicators[code]
        if not choice.office:
            if indicator.is_opd_only:
                choice.office_error = f"{code} dijawab tiap OPD: pilih OPD-nya."
            else:
                choice.found = (code, None)
            return
        opd = self._offices.get(folded(choice.office))
        if opd is None:
            choice.office_error = "OPD ini tidak ada dalam daftar."
        elif "O" not in indicator.levels:
            choice.office_error = f"{code} indikator daerah: kosongkan OPD-nya."
        else:
            choice.found = (code, opd.pk)

    @property
    def is_wrong(self) -> bool:
        return any(choice.is_wrong for choice in self.choices.values())

    @property
    def is_changed(self) -> bool:
        return any(
            choice.is_wrong or choice.found != _recorded(choice.row)
            for choice in self.choices.values()
        )

    @property
    def by_path(self) -> dict[str, tuple[str, int | None]]:
        chosen = self.choices.values()
        return {one.row.path: one.found for one in chosen if one.found}


def _recorded(row: FolderRow) -> tuple[str, int | None] | None:
    return (row.chosen, row.chosen_opd) if row.chosen else None

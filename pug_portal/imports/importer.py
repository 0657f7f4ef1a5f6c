"""What a slice brings besides its columns: its rows, its rules, its bulk verb."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.lib.sheets import Plan, Reading, Row, Sheet, compare, export
from pug_portal.regions.models import Region


class Importer(ABC):
    """`permission`: the right of the slice's own add and change verbs."""

    permission: Permission

    def __init__(self, region: Region) -> None:
        self.region = region

    @property
    def closed(self) -> str:
        """Why nothing can be uploaded now, in a sentence; downloading stays possible."""
        return ""

    @cached_property
    def sheet(self) -> Sheet:
        return self.build_sheet()

    @abstractmethod
    def build_sheet(self) -> Sheet: ...

    @abstractmethod
    def objects(self) -> Sequence[Any]:
        """The rows of now, in the order of the export, with what their text needs."""

    def allow(self, by: Actor) -> None:
        """Refuses whom the slice's own verbs would refuse."""
        require_in(by, self.region, self.permission)

    def export(self) -> bytes:
        return export(self.sheet, self.objects())

    def lock(self) -> None:
        """Inside the transaction of the apply: nobody else writes until it ends."""
        Region.objects.select_for_update().get(pk=self.region.pk)

    @abstractmethod
    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        """The rules of the slice: `row.refuse(column, sentence)`, no query per row.

        `rows`: the new and the changed ones; `objects`: everything the portal holds.
        """

    @abstractmethod
    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        """New and changed rows with their audit events; a few statements altogether."""

    def plan(self, reading: Reading) -> Plan:
        objects = self.objects()
        found = compare(self.sheet, reading, objects)
        self.check([row for row in found.rows if row.is_new or row.changed], objects)
        return found

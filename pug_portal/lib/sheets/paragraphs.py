"""A text of several lines in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pug_portal.lib.sheets.kinds import CellRefused, Scalar, Text, cell_text
from pug_portal.lib.sheets.safe_text import printable, unguarded

_LINE_ENDS = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Paragraphs(Text):
    """Keeps its lines; what differs in lines alone is the same."""

    longest: int = 2000

    def read(self, cell: Scalar) -> str:
        text = _LINE_ENDS.sub("\n", printable(unguarded(cell_text(cell)))).strip()
        if len(text) > self.longest:
            raise CellRefused(
                f"terlalu panjang ({len(text)} karakter), paling banyak {self.longest}"
            )
        return text

"""How a sheet of a workbook lies on paper."""

from __future__ import annotations

import textwrap

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LINE_HEIGHT = 15
# Excel draws no row taller than this.
TALLEST = 409


def print_as_one_strip(page: Worksheet) -> None:
    """Of pages, not column after column."""
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def lines_of(text: str, width: float) -> int:
    """How many lines it takes, words that do not fit carried over."""
    per_line = max(1, int(width) - 1)
    if len(text) <= per_line and "\n" not in text:
        return 1
    return sum(len(textwrap.wrap(part, per_line)) or 1 for part in text.split("\n"))


def height_of(lines: int) -> int:
    return min(TALLEST, LINE_HEIGHT * lines)

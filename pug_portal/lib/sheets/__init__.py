"""Excel both ways. A slice declares a Sheet with its columns; everything else stands here.

Pure: bytes and objects in, bytes and a plan out. Pages and storage are in `pug_portal.imports`.
"""

from pug_portal.lib.sheets.cells import Line, Reading
from pug_portal.lib.sheets.comparing import Plan, Problem, Row, RowState, compare
from pug_portal.lib.sheets.decimals import Number
from pug_portal.lib.sheets.files import export, listing, marked, read, template
from pug_portal.lib.sheets.guard import BookRefused
from pug_portal.lib.sheets.kinds import (
    CellRefused,
    Choice,
    Count,
    Date,
    Kind,
    Lines,
    ListedText,
    Rupiah,
    Text,
    Year,
    sex,
    yes_no,
)
from pug_portal.lib.sheets.paragraphs import Paragraphs
from pug_portal.lib.sheets.sheet import Column, Sheet

__all__ = [
    "BookRefused",
    "CellRefused",
    "Choice",
    "Column",
    "Count",
    "Date",
    "Kind",
    "Line",
    "Lines",
    "ListedText",
    "Number",
    "Paragraphs",
    "Plan",
    "Problem",
    "Reading",
    "Row",
    "RowState",
    "Rupiah",
    "Sheet",
    "Text",
    "Year",
    "compare",
    "export",
    "listing",
    "marked",
    "read",
    "sex",
    "template",
    "yes_no",
]

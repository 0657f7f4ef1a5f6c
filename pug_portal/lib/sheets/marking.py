"""Gives the person's own file back, with a colour and a comment on every wrong cell."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.sheets.book import CREATOR
from pug_portal.lib.sheets.comparing import Problem
from pug_portal.lib.sheets.reading import opened
from pug_portal.lib.sheets.safe_text import printable
from pug_portal.lib.sheets.sheet import FIRST_ROW

COLOUR = "00FBD0CA"
_WRONG = PatternFill("solid", fgColor=COLOUR)
_NONE = PatternFill()


def marked(
    content: bytes, tab: str, problems: Iterable[Problem], more: Sequence[str] = ()
) -> bytes:
    """Nothing that was typed is touched; marks of an earlier round are taken away.

    `more`: the further tabs that were read.
    """
    book = opened(content)
    for name in (tab, *more):
        _forget_earlier(book[name])
    told_on = tab
    for nth, problem in enumerate(problems):
        page = book[problem.tab or tab]
        told_on = page.title if nth == 0 else told_on
        cell = _corner(page, problem.address)
        cell.fill = _WRONG
        told = [cell.comment.text] if cell.comment else []
        text = "\n".join([*told, _alone(printable(problem.sentence))])
        cell.comment = Comment(text, CREATOR, height=110, width=280)
    book.active = book.index(book[told_on])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _alone(sentence: str) -> str:
    """On the page a sentence follows the name of its cell; in the comment it stands alone."""
    ends = "" if sentence.endswith((".", "!", "?")) else "."
    return f"{sentence[:1].upper()}{sentence[1:]}{ends}"


def _corner(page: Worksheet, address: str) -> Any:
    """Of a merged area only the first cell can be painted."""
    for area in page.merged_cells.ranges:
        if address in area:
            return page.cell(area.min_row, area.min_col)
    return page[address]


def _forget_earlier(page: Worksheet) -> None:
    for (number, _), cell in page._cells.items():
        if number < FIRST_ROW or cell.comment is None:
            continue
        if cell.comment.author == CREATOR:
            cell.comment = None
            if cell.fill.fgColor.rgb == COLOUR:
                cell.fill = _NONE

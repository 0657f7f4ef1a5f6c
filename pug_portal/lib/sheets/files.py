"""Workbooks as bytes. openpyxl comes with the first of them: most processes meet none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pug_portal.lib.sheets.cells import Reading
    from pug_portal.lib.sheets.comparing import Problem
    from pug_portal.lib.sheets.sheet import Column, Sheet


def template(sheet: Sheet) -> bytes:
    """Without rows, but with an example that is never imported as it stands."""
    from pug_portal.lib.sheets import book

    return book.template(sheet)


def export(
    sheet: Sheet, objects: Iterable[Any], more: Sequence[Iterable[Any]] = ()
) -> bytes:
    """Every row with its hidden key: imported unchanged, it changes nothing.

    `more`: the rows of the further tabs, in the order of `sheet.more`.
    """
    from pug_portal.lib.sheets import book

    return book.export(sheet, objects, more)


def read(content: bytes, name: str, sheet: Sheet) -> Reading:
    """Raises BookRefused when the file as a whole cannot be used."""
    from pug_portal.lib.sheets import reading

    return reading.read(content, name, sheet)


def marked(
    content: bytes, tab: str, problems: Iterable[Problem], more: Sequence[str] = ()
) -> bytes:
    """Nothing that was typed is touched; marks of an earlier round are taken away.

    `more`: the further tabs that were read.
    """
    from pug_portal.lib.sheets import marking

    return marking.marked(content, tab, problems, more)


def listing(
    title: str,
    columns: Sequence[Column],
    objects: Iterable[Any],
    sums: Sequence[tuple[str, int | str]] = (),
) -> bytes:
    """Nothing in it can be imported again, so it carries no keys and no guide."""
    from pug_portal.lib.sheets import tables

    return tables.listing(title, columns, objects, sums)

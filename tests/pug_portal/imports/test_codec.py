"""What was typed survives the way through the base, in the order of the columns."""

from __future__ import annotations

import datetime as dt
import json

from pug_portal.imports.codec import packed, unpacked
from pug_portal.lib.sheets.reading import FORMULA, Line, Reading


def test_a_reading_comes_back_as_it_was():
    cells = {"z": "teks", "long_key": 12, "a": dt.date(2020, 10, 26), "b": FORMULA}
    more = {"z": None, "long_key": 1.5, "a": True, "b": "=1"}
    letters = {"z": "B", "long_key": "C", "a": "D", "b": "E"}
    reading = Reading(
        "Lembar", letters, [Line(2, "7", cells), Line(5, "", more)], ["x"]
    )

    # As PostgreSQL keeps it: the keys of an object sorted.
    again = unpacked(json.loads(json.dumps(packed(reading), sort_keys=True)))

    assert again == reading
    assert list(again.letters) == list(letters)
    assert list(again.lines[0].cells) == list(cells)

"""How many pages a PDF has.

pypdf is 16 MB of every process that has it, and most never count a page.
"""

from __future__ import annotations

import io
import logging
import re
from itertools import islice
from typing import TYPE_CHECKING

from pug_portal.lib.sniff import NotAllowed

if TYPE_CHECKING:
    from pypdf import Configuration
    from pypdf.generic import PdfObject

MOST_NODES = 20_000
# What names a document's objects is small, also where the document is not: a few
# kilobytes that unpack to more than this hold a web process up for seconds.
MOST_UNPACKED = 24 * 1000**2
MOST_OBJECTS, OUR_OBJECTS = 200_000, 5_000_000
_TABLE_ROW = re.compile(rb"\d{10} \d{5} [nf]")
logger = logging.getLogger(__name__)


def pages_of(content: bytes, name: str = "PDF", *, is_ours: bool = False) -> int | None:
    """The number of pages; None when the file is too broken to count them.

    A broken scan often opens in a viewer all the same, so it is kept; a locked one is
    refused, since nobody could read it once its password is forgotten. `is_ours`: the
    portal made it itself, so it may be as large as it likes.
    """
    from pypdf import apply_configuration

    try:
        with apply_configuration(_bounds(is_ours=is_ours)):
            locked, count = _locked_and_count(content, is_ours=is_ours)
    # pypdf meets broken files with many kinds of exceptions, RecursionError among them.
    except Exception as broken:  # noqa: BLE001
        logger.info("pages cannot be counted: %r", broken)
        # Stronger locks need a library we do not carry, and end here as well.
        locked, count = b"/Encrypt" in content, None
    if locked:
        raise NotAllowed(
            f"PDF “{name[:60]}” dikunci kata sandi atau dibatasi. "
            "Simpan ulang tanpa pengaman, misalnya dengan mencetaknya ke PDF, "
            "lalu unggah lagi."
        )
    return count


def _bounds(*, is_ours: bool) -> Configuration:
    from pypdf import Configuration

    if is_ours:
        return Configuration()
    return Configuration(
        zlib_maximum_output_length=MOST_UNPACKED,
        lzw_maximum_output_length=MOST_UNPACKED,
        run_length_maximum_output_length=MOST_UNPACKED,
        brotli_maximum_output_length=MOST_UNPACKED,
        array_based_stream_maximum_output_length=MOST_UNPACKED,
    )


def _locked_and_count(content: bytes, *, is_ours: bool) -> tuple[bool, int | None]:
    from pypdf import PdfReader

    rows = islice(_TABLE_ROW.finditer(content), MOST_OBJECTS, None)
    if not is_ours and next(rows, None) is not None:
        raise ValueError("too many objects in the cross-reference table")
    reader = PdfReader(
        io.BytesIO(content),
        xref_stream_maximum_entries=OUR_OBJECTS if is_ours else MOST_OBJECTS,
    )
    if reader.is_encrypted:
        return True, None
    return False, _leaves(reader.root_object.get("/Pages"))


def _leaves(root: PdfObject | None) -> int | None:
    """Walks the page tree with a limit: a few nodes that share their children can
    promise billions of pages, and pypdf would visit each of them."""
    from pypdf.generic import DictionaryObject

    waiting, seen, count = [root], 0, 0
    while waiting:
        seen += 1
        node = waiting.pop()
        node = node.get_object() if node is not None else None
        if seen > MOST_NODES or not isinstance(node, DictionaryObject):
            return None
        kids = node.get("/Kids")
        if kids is None:
            count += 1
        elif len(waiting) + len(kids.get_object()) > MOST_NODES:
            return None
        else:
            waiting.extend(kids.get_object())
    return count or None

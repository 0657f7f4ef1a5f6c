"""How many pages a PDF has."""

import io
import logging

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from pug_portal.lib.sniff import NotAllowed

MOST_NODES = 20_000

logger = logging.getLogger(__name__)


def pages_of(content: bytes, name: str = "PDF") -> int | None:
    """The number of pages; None when the file is too broken to count them.

    A broken scan often opens in a viewer all the same, so it is kept; a locked one is
    refused, since nobody could read it once its password is forgotten.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted
        count = None if locked else _leaves(reader.root_object.get("/Pages"))
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


def _leaves(root: PdfObject | None) -> int | None:
    """Walks the page tree with a limit: a few nodes that share their children can
    promise billions of pages, and pypdf would visit each of them."""
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

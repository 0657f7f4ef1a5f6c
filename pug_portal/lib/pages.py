"""How many pages a PDF has."""

import io
import logging

from pypdf import PdfReader

from pug_portal.lib.sniff import NotAllowed

MOST_PAGES = 100_000

logger = logging.getLogger(__name__)


def pages_of(content: bytes, name: str = "PDF") -> int | None:
    """The number of pages; None when the file is too broken to count them.

    A broken scan often opens in a viewer all the same, so it is kept; a locked one is refused, since nobody
    could read it once its password is forgotten.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted
        count = None if locked else reader.get_num_pages()
    # pypdf meets broken files with many kinds of exceptions, RecursionError among them.
    except Exception as broken:  # noqa: BLE001
        logger.info("pages cannot be counted: %r", broken)
        return None
    if locked:
        raise NotAllowed(
            f"PDF “{name[:60]}” dikunci kata sandi atau dibatasi. "
            "Simpan ulang tanpa pengaman, misalnya dengan mencetaknya ke PDF, "
            "lalu unggah lagi."
        )
    return count if count is not None and 0 < count <= MOST_PAGES else None

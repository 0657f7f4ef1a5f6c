"""The process that reads one file: `python -m prasyarat.evidence.text_child pdf`.

File on stdin, one line of JSON per page on stdout. It limits itself, so that a hostile
file costs seconds of one process; the pages told before the limit are kept.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from collections.abc import Callable, Iterator

from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from prasyarat.evidence.text_bounds import MOST_PAGES, SECONDS
from pug_portal.lib.docx_reading import parts_of

MEMORY = 768 * 1024**2
MOST_ON_A_PAGE = 20_000
DOCX_PART = 3_000


def pages_of_pdf(content: bytes) -> Iterator[str]:
    manager = PDFResourceManager()
    for page in PDFPage.get_pages(io.BytesIO(content), maxpages=MOST_PAGES):
        told = io.StringIO()
        device = TextConverter(manager, told, laparams=LAParams())
        PDFPageInterpreter(manager, device).process_page(page)
        yield told.getvalue()


def parts_of_docx(content: bytes) -> Iterator[str]:
    """A Word document has no pages of its own: parts of about one page's words."""
    waiting: list[str] = []
    for part in parts_of(content):
        lines = [part] if isinstance(part, str) else [" ".join(row) for row in part]
        waiting += lines
        if sum(map(len, waiting)) >= DOCX_PART:
            yield "\n".join(waiting)
            waiting = []
    yield "\n".join(waiting)


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": pages_of_pdf,
    "docx": parts_of_docx,
}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(2000)
    pages = READERS[sys.argv[1]](sys.stdin.buffer.read())
    for number, text in enumerate(pages, 1):
        if number > MOST_PAGES:
            break
        sys.stdout.write(json.dumps([number, text[:MOST_ON_A_PAGE]]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

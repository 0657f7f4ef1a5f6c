"""From HTML to PDF bytes: the only module that knows WeasyPrint.

The same HTML, assets and identifier give the same bytes, today and on another machine: the fonts are our own
and nothing inside asks for the time. Nothing outside is ever read. `pug://name` is served from `assets`; every
other address, `data:` and `file:` included, ends the render with `RefusedResource`.
"""

import io
import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
# Fontconfig reads this when WeasyPrint is imported, so it has to stand before the import.
os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")

from fontTools.ttLib import woff2
from weasyprint import CSS, HTML
from weasyprint.logger import LOGGER, PROGRESS_LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import (
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

from pug_portal.lib.garbage import uncollected

SCHEME = "pug://"
Progress = Callable[[str, int], None]

# WeasyPrint tells its steps to this logger alone; a worker's log should not get a line per page.
PROGRESS_LOGGER.setLevel(logging.INFO)
PROGRESS_LOGGER.propagate = False

_FONT_SCHEME = "pug-font://"
_FACES = {
    400: "plus-jakarta-sans-latin-400-normal.woff2",
    600: "plus-jakarta-sans-latin-600-normal.woff2",
    700: "plus-jakarta-sans-latin-700-normal.woff2",
}
_FONT_CSS = "".join(
    f'@font-face{{font-family:"Plus Jakarta Sans";font-weight:{weight};'
    f"src:url({_FONT_SCHEME}{name})}}"
    for weight, name in _FACES.items()
)

_STEPS = {
    "Step 1": ("Membaca isi", 2),
    "Step 2": ("Membaca gaya", 5),
    "Step 3": ("Menerapkan gaya", 8),
    "Step 4": ("Menyusun bagian", 15),
    "Step 5": ("Menata halaman", 25),
    "Step 6": ("Menulis PDF", 80),
    "Step 7": ("Melengkapi PDF", 95),
}
_LAYOUT_SHARE = 55
_HALFWAY_PAGE = 30
# Other complaints of WeasyPrint (an unknown CSS property, a picture without a caption) spoil no page.
_SPOILED = ("Failed to", "Unsupported stylesheet", "Font-face")
_RELATIVE = "Relative URI reference without a base URI: "


class RenderError(Exception):
    """The render ended; `step` and `reason` are what the person who asked for it may read."""

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step, self.reason = step, reason


class RefusedResource(RenderError):
    """The HTML asked for something that is not among its assets."""

    def __init__(self, step: str, addresses: list[str]) -> None:
        shown = ", ".join(address[:100] for address in addresses)
        super().__init__(step, f"Isi menunjuk sumber yang tidak diizinkan: {shown}")
        self.addresses = addresses


def render(
    html: str,
    *,
    identifier: bytes | str,
    assets: Mapping[str, bytes],
    progress: Progress | None = None,
    variant: str = "pdf/ua-1",
) -> bytes:
    """The PDF of a whole HTML document. `identifier` becomes its file identifier."""
    fetcher = _Fetcher(assets)
    with _watched(progress) as watch, uncollected():
        try:
            pdf = _write(html, fetcher, _as_bytes(identifier), variant)
        except FatalURLFetchingError as fatal:
            # A BaseException, which no caller's `except Exception` would catch.
            raise RefusedResource(watch.step, fetcher.refused) from fatal
        except Exception as failure:
            if failure is watch.interruption:
                raise
            raise RenderError(watch.step, _reason(failure)) from failure
    # Inside SVG even a fatal refusal is swallowed, so the lists are read once more.
    if refused := fetcher.refused + watch.relative:
        raise RefusedResource(watch.step, refused)
    if watch.spoiled:
        raise RenderError(watch.step, watch.spoiled[0])
    watch.tell("Selesai", 100)
    return pdf


def _write(html: str, fetcher: "_Fetcher", identifier: bytes, variant: str) -> bytes:
    fonts = FontConfiguration()
    document = HTML(string=html, url_fetcher=fetcher)
    faces = CSS(string=_FONT_CSS, font_config=fonts, url_fetcher=fetcher)
    pdf: bytes = document.write_pdf(
        font_config=fonts,
        stylesheets=[faces],
        pdf_identifier=identifier,
        pdf_variant=variant,
        presentational_hints=False,
    )
    return pdf


class _Fetcher(URLFetcher):
    """Serves memory, never a disk or a network, and remembers what it refused."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(
            allowed_protocols=(), allow_redirects=False, fail_on_errors=True
        )
        self.assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        content = self._find(url)
        if content is None:
            self.refused.append(url)
            raise FatalURLFetchingError(url[:200])
        kind = "text/css" if urldefrag(url).url.endswith(".css") else _guessed(content)
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def _find(self, url: str) -> bytes | None:
        address = urldefrag(url).url
        if address.startswith(_FONT_SCHEME):
            name = address.removeprefix(_FONT_SCHEME)
            return _font(name) if name in _FACES.values() else None
        if not address.startswith(SCHEME):
            return None
        return self.assets.get(unquote(address.removeprefix(SCHEME)))


@cache
def _font(name: str) -> bytes:
    """Unpacked once per process: WeasyPrint would do so for every document anew."""
    unpacked = io.BytesIO()
    woff2.decompress(io.BytesIO((FONTS / name).read_bytes()), unpacked)
    return unpacked.getvalue()


class _Watch(logging.Handler):
    """Hears WeasyPrint's log during one render, and only that of its own thread."""

    def __init__(self, progress: Progress | None) -> None:
        super().__init__(logging.INFO)
        self.progress = progress
        self.thread = threading.get_ident()
        self.step, self.percent = _STEPS["Step 1"][0], 0
        self.spoiled: list[str] = []
        self.relative: list[str] = []
        self.interruption: Exception | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread != self.thread:
            return
        message = record.getMessage()
        if record.name == PROGRESS_LOGGER.name:
            self.tell(*_step_of(message))
        elif message.startswith(_RELATIVE):
            self.relative.append(message.removeprefix(_RELATIVE))
        elif message.startswith(_SPOILED):
            self.spoiled.append(message[:300])

    def tell(self, step: str, percent: int) -> None:
        """Passes on only what is news: one page more seldom moves the percentage."""
        news = step != self.step or percent > self.percent
        self.step, self.percent = step, max(percent, self.percent)
        if not (news and self.progress):
            return
        try:
            self.progress(step, self.percent)
        except Exception as interruption:
            self.interruption = interruption
            raise


def _step_of(message: str) -> tuple[str, int]:
    """`Step 5 - Creating layout - Page 12` is page 12 of nobody yet knows how many."""
    name, percent = _STEPS.get(message[:6], ("Menyusun PDF", 0))
    page = message.partition(" - Page ")[2].split(" ")[0]
    if page.isdecimal():
        done = int(page) / (int(page) + _HALFWAY_PAGE)
        return name, percent + int(_LAYOUT_SHARE * done)
    return name, percent


@contextmanager
def _watched(progress: Progress | None) -> Iterator[_Watch]:
    watch = _Watch(progress)
    for logger in (LOGGER, PROGRESS_LOGGER):
        logger.addHandler(watch)
    try:
        yield watch
    finally:
        for logger in (LOGGER, PROGRESS_LOGGER):
            logger.removeHandler(watch)


def _guessed(content: bytes) -> str:
    """WeasyPrint recognises pictures by itself, but an SVG only when it is told."""
    return "image/svg+xml" if b"<svg" in content[:500] else "application/octet-stream"


def _reason(failure: Exception) -> str:
    return f"{type(failure).__name__}: {failure}"[:300]


def _as_bytes(identifier: bytes | str) -> bytes:
    return identifier.encode() if isinstance(identifier, str) else identifier

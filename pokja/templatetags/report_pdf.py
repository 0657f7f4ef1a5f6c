"""Tags of the printed report. Tables are cut into blocks the renderer lays out fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib import numbers

T = TypeVar("T")
ROWS_PER_BLOCK = 150

register = Library()


@register.filter
def blocks(rows: Sequence[T]) -> Iterator[list[tuple[int, T]]]:
    """Numbered rows, at most 150 to a table."""
    numbered = list(enumerate(rows, start=1))
    for first in range(0, len(numbered), ROWS_PER_BLOCK):
        yield numbered[first : first + ROWS_PER_BLOCK]


@register.simple_tag
def nihil(reason: str) -> SafeString:
    return format_html('<p class="nihil"><b>Nihil.</b> {}</p>', reason)


@register.simple_tag
def bagian(numerator: int | None, denominator: int | None) -> str:
    return numbers.persen(numerator, denominator)


@register.filter
def isi(text: str) -> str:
    """A dash where nothing was written."""
    return text or numbers.EMPTY


@register.filter
def sidik(sha256: str) -> str:
    """A fingerprint in groups of eight: it breaks between them and reads aloud."""
    return " ".join(sha256[i : i + 8] for i in range(0, len(sha256), 8))

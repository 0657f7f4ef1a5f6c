"""Work that makes very many objects at once, without the search for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects that a document of some ten pages leaves behind; less is not worth the search.
_MUCH = 100_000


@contextmanager
def uncollected() -> Iterator[None]:
    """While everything that is made is still needed, each search for garbage is in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        made = gc.get_count()[0]
        if was_enabled:
            gc.enable()
        if made > _MUCH:
            gc.collect()

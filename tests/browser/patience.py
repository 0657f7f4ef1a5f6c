"""Wait for what another process does."""

from __future__ import annotations

import threading
from collections.abc import Callable

_PAUSE = 0.1


def until(
    is_done: Callable[[], object],
    seconds: float = 30,
    still: Callable[[], object] = lambda: True,
) -> None:
    """Ask again and again; give up when time is over or `still` no longer holds."""
    pause = threading.Event()
    for _ in range(int(seconds / _PAUSE)):
        if is_done():
            return
        assert still(), "the one who should do it has ended"
        pause.wait(_PAUSE)
    raise AssertionError(f"not done within {seconds} s")

"""The parent's end of a measuring process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.setting import ROOT, Setting


class ChildError(Exception):
    """The child could not do what it was asked."""


class Child:
    def __init__(self, place: Setting, base: str, settings: str, module: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=place.environment(base, settings),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, operation: str, **arguments: Any) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([operation, arguments]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise ChildError(f"the measuring process has ended ({operation})")
        result = json.loads(line)
        if "error" in result:
            raise ChildError(f"{operation} {arguments}: {result['error']}")
        return result["ok"]

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=60)


@contextmanager
def child(
    place: Setting,
    base: str,
    settings: str = "pug_portal.settings",
    module: str = "bench.child",
) -> Iterator[Child]:
    started = Child(place, base, settings, module)
    try:
        yield started
    finally:
        started.close()

"""The stages of a run: each a command that is told, timed, and remembered when it fails."""

from __future__ import annotations

import contextlib
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from counts import Counts, read_counts

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@dataclass
class Run:
    """What has happened so far."""

    work: Path
    environment: dict[str, str]
    failed: list[str] = field(default_factory=list)
    counts: list[Counts] = field(default_factory=list)
    # Told at once, or kept until somebody asks.
    tell: Callable[[str], object] | None = None
    process: subprocess.Popen[str] | None = None

    @property
    def marks(self) -> Path:
        return self.work / "marked-postgres"

    def stage(self, name: str, *command: str, **environment: str) -> None:
        self.say(f"\n=== {name}")
        started = time.monotonic()
        code = self.execute(command, {**self.environment, **environment})
        seconds = time.monotonic() - started
        self.say(f"    {'GAGAL' if code else 'baik'}, {seconds:.1f} s")
        if code:
            self.failed.append(name)

    def execute(self, command: tuple[str, ...], environment: dict[str, str]) -> int:
        self.process = subprocess.Popen(
            [str(BIN / command[0]), *command[1:]],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE if self.tell else None,
            stderr=subprocess.STDOUT if self.tell else None,
            text=True,
        )
        try:
            printed, _ = self.process.communicate()
        except BaseException:
            self.process.kill()
            raise
        if printed:
            self.say(printed.rstrip())
        return self.process.returncode

    def tests(self, name: str, *arguments: str, **environment: str) -> None:
        report = self.work / f"report-{secrets.token_hex(4)}.xml"
        self.stage(
            name,
            *("pytest", "-q", "-rs", "--durations=5", f"--junitxml={report}"),
            *arguments,
            **environment,
        )
        self.counts.append(read_counts(name, report))

    def say(self, text: str) -> None:
        if self.tell:
            self.tell(text)
        else:
            print(text, flush=True)

    @contextlib.contextmanager
    def beside(self, *stages: Callable[[Run], None]) -> Iterator[None]:
        """Stages in a thread while others run here; they are told when those are done."""
        kept: list[str] = []
        other = Run(self.work, dict(self.environment), tell=kept.append)
        with ThreadPoolExecutor(1) as pool:
            ended = [pool.submit(stage, other) for stage in stages]
            try:
                yield
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                if other.process:
                    other.process.terminate()
                raise
            for stage in ended:
                stage.result()
        print("\n".join(kept), flush=True)
        self.failed += other.failed
        self.counts += other.counts

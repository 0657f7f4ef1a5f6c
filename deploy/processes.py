"""Keep a few child processes alive, and stop all of them with one signal.

Every child leads its own process group: Ctrl-C in the terminal reaches only this
program, which then sends each child one TERM. A second signal would turn Celery's calm
stop into a hard one.
"""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

PR_SET_PDEATHSIG = 1
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
STEADY_AFTER = 60.0
PATIENCE = 60.0


def tell(sentence: str) -> None:
    print(sentence, flush=True)


def _die_with_parent() -> None:
    """Nobody is left behind when this program is killed outright (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    name: str
    command: list[str]
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    start_again_at: float | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            process_group=0,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - this program has no threads
        )
        self.started = time.monotonic()
        self.start_again_at = None

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def look_after(self, now: float) -> None:
        """Start again, a little later each time, when the process has ended."""
        if self.is_running:
            return
        if self.start_again_at is None:
            self._plan_restart(now)
        elif now >= self.start_again_at:
            self.start()

    def _plan_restart(self, now: float) -> None:
        if now - self.started > STEADY_AFTER:
            self.pause = FIRST_PAUSE
        # What the dead one has left behind must not work beside its successor.
        self.signal_group(signal.SIGKILL)
        code = self.process.returncode if self.process else "?"
        tell(
            f"{self.name} berhenti (kode {code}); "
            f"dijalankan lagi dalam {self.pause:.0f} detik."
        )
        self.start_again_at = now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def signal_group(self, number: int) -> None:
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


class Supervisor:
    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.is_stopping = False

    def run(self, when_started: Callable[[], bool]) -> None:
        """Serve until a signal. `when_started` is asked each round until it says True."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        for child in self.children:
            child.start()
        is_announced = False
        while not self.is_stopping:
            is_announced = is_announced or when_started()
            time.sleep(0.3)
            for child in self.children:
                child.look_after(time.monotonic())
        self._stop()

    def _ask_to_stop(self, *_: object) -> None:
        self.is_stopping = True

    def _stop(self) -> None:
        tell(
            "Menghentikan portal; pekerjaan yang sedang berjalan diselesaikan dahulu …"
        )
        for child in self.children:
            if child.process and child.is_running:
                child.process.terminate()
        deadline = time.monotonic() + PATIENCE
        while any(child.is_running for child in self.children):
            if time.monotonic() > deadline:
                tell("Terlalu lama; sisanya dihentikan dan masuk antrean lagi nanti.")
                break
            time.sleep(0.1)
        for child in self.children:
            child.signal_group(signal.SIGKILL)
        tell("Portal berhenti. Data tersimpan.")

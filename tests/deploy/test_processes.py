"""The supervisor with real processes, in a process of its own."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# A child that dies at its first start, and says "stopped" when it is asked to stop.
CHILD = """
import os, pathlib, signal, sys
first = pathlib.Path(sys.argv[1])
if not first.exists():
    first.touch()
    sys.exit(3)
signal.signal(signal.SIGTERM, lambda *_: (os.write(1, b"stopped\\n"), sys.exit(0)))
os.write(1, b"up\\n")
signal.pause()
signal.pause()
"""

SUPERVISOR = """
import sys
from deploy import processes
processes.FIRST_PAUSE = 0
child = processes.Child("Anak", [sys.executable, "-c", *sys.argv[1:]], {}, pause=0)
processes.Supervisor([child]).run(lambda: True)
"""


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", SUPERVISOR, CHILD, str(tmp_path / "first")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def lines_until(process: subprocess.Popen[str], last: str) -> list[str]:
    lines = []
    for line in process.stdout:
        lines.append(line.strip())
        if line.strip() == last:
            break
    return lines


@pytest.mark.slow
def test_a_child_that_dies_is_told_and_started_again(supervisor):
    told = lines_until(supervisor, "up")

    assert told == ["Anak berhenti (kode 3); dijalankan lagi dalam 0 detik.", "up"]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_one_signal_stops_everything_calmly(supervisor, number):
    lines_until(supervisor, "up")

    supervisor.send_signal(number)
    rest, _ = supervisor.communicate(timeout=20)

    assert rest.splitlines()[1:] == ["stopped", "Portal berhenti. Data tersimpan."]
    assert supervisor.returncode == 0


@pytest.mark.slow
def test_nobody_is_left_when_the_supervisor_is_killed_outright(supervisor):
    lines_until(supervisor, "up")

    supervisor.kill()

    assert supervisor.stdout.read() == "stopped\n"

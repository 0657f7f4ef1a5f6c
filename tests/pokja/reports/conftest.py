"""What the tests of reports share: snapshots, and a broker that only remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pokja.reports import tasks

FOLDER = Path(__file__).resolve().parents[2] / "snapshots" / "pokja" / "reports"


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """snapshot("name.html", text) compares; --update-snapshots accepts what is new."""

    def compare(name: str, text: str) -> None:
        path = FOLDER / name
        if request.config.getoption("--update-snapshots"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Ids that went to the broker."""
    ids: list[int] = []

    def remember(args, **options):
        ids.extend(args)

    monkeypatch.setattr(tasks.build_report, "apply_async", remember)
    monkeypatch.setattr(tasks.build_report, "delay", lambda pk: ids.append(pk))
    return ids


@pytest.fixture
def january(clock) -> None:
    """The month in which a Semester II is reported."""
    clock("2021-01-18")

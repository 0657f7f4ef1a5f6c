"""Read how many tests passed, failed and were skipped from a JUnit report."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Counts:
    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    is_complete: bool = True

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.name,
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.is_complete and other.is_complete,
        )

    def __str__(self) -> str:
        if not self.is_complete:
            return "tidak ada laporan"
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def read_counts(name: str, report: Path) -> Counts:
    if not report.exists():
        return Counts(name, is_complete=False)
    # The report was written by our own pytest a moment ago.
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return Counts(name, total - failed - skipped, failed, skipped)

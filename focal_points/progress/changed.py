"""What changed since somebody said yes: those answers alone are asked about again."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.progress.content import Content, snapshot
from focal_points.progress.differences import Difference, differences
from focal_points.progress.models import Progress
from focal_points.progress.review_models import Approval, ProgressVersion, Recheck


@dataclass(frozen=True)
class Change:
    """`mark` names this very answer, so that a tick never counts for another one."""

    difference: Difference
    recheck: Recheck | None

    @property
    def mark(self) -> str:
        return f"{self.difference.key}|{self.difference.fingerprint}"

    @property
    def called(self) -> str:
        return f"{self.difference.section}, {self.difference.label.lower()}"


def verified_version(progress: Progress) -> ProgressVersion | None:
    """What was verified last, also of a report that was opened again since."""
    rows = progress.versions.filter(verified_at__isnull=False)
    return rows.select_related("verified_by").last()


def changes(version: ProgressVersion, content: Content) -> list[Change]:
    """Every answer that differs from the verified one, with the tick it already has."""
    ticked = {
        (row.key, row.fingerprint): row
        for row in version.rechecks.select_related("checked_by")
    }
    return [
        Change(found, ticked.get((found.key, found.fingerprint)))
        for found in differences(version.content, content)
    ]


def unchecked(progress: Progress) -> list[Change]:
    version = verified_version(progress)
    if version is None:
        return []
    found = changes(version, snapshot(progress))
    return [change for change in found if change.recheck is None]


def count_changed(progress: Progress, content: Content) -> int:
    version = verified_version(progress)
    return len(differences(version.content, content)) if version else 0


def changed_sentence(count: int) -> str:
    return f"{count} isian berubah sejak diverifikasi" if count else ""


def since_approval(progress: Progress, content: Content) -> list[Difference] | None:
    """What the head has not read yet; None when he never approved this report."""
    given = progress.approvals.filter(given_at__isnull=False).exclude(
        progress_version=progress.version, revoked_at=None
    )
    last = given.first()
    approved = _approved(progress, last) if last else None
    return differences(approved, content) if approved else None


def _approved(progress: Progress, approval: Approval) -> Content | None:
    if approval.content:
        content: Content = approval.content
        return content
    # Asked before the text was kept: what was sent next is what had been approved.
    sent = progress.versions.filter(submitted_at__gte=approval.given_at).first()
    return sent.content if sent else None

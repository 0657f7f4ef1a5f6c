"""Two people in one form: the later one is shown both texts, nothing is overwritten."""

from __future__ import annotations

from focal_points.progress.models import Progress
from pug_portal.access.refusal import Refusal


class StaleVersion(Refusal):
    """Somebody saved since this form was opened; `stored` is the report as it stands."""

    def __init__(self, stored: Progress) -> None:
        super().__init__(
            "Laporan ini sudah disimpan orang lain sejak Anda membukanya. "
            "Tulisan Anda belum disimpan. Bandingkan di bawah, lalu pilih."
        )
        self.stored = stored

"""One module per slice: ROWS and kwargs(world). Read by tests/test_permission_matrix.py."""

from __future__ import annotations

EVERYONE = [
    "anonymous",
    "siti",
    "joko",
    "ratih",
    "dewi",
    "hasan",
    "wati",
    "yusuf",
    "budi",
    "prov",
    "admin",
    "baru",
]


def row(default: int, anonymous: int = 302, **others: int) -> dict[str, int]:
    """All visitors get `default`, except those named."""
    return {**dict.fromkeys(EVERYONE, default), "anonymous": anonymous, **others}

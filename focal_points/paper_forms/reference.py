"""What the QR code of a printed form says: whose, for when, which page. No secret in it.

`PUG/33.16/12/2020-2/1/3-6/7F3K09QWZX4MTB2C`: region, OPD, semester, version of the form,
page 3 of 6, and a signature that only this portal can make.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from focal_points.progress.content import ACTIVITY_QUESTIONS, SECTIONS
from pug_portal.lib.dates import Semester
from pug_portal.lib.qr import DIGITS

# A form whose questions changed gets a new number: what was written on an older one does
# not answer the questions of today. The test of this table says when.
FORMS = {1: "1e1f81db"}
VERSION = max(FORMS)

PREFIX = "PUG/"
_SALT = "focal_points.paper_forms"
_SIGNS = 16
_SHAPE = re.compile(
    r"PUG/([0-9.]{2,13})/([1-9]\d{0,8})/(\d{4})-([12])/([1-9]\d{0,2})"
    r"/([1-9]\d{0,2})-([1-9]\d{0,2})/([0-9A-Z]{16})"
)


class Forged(ValueError):
    """It looks like ours and was not made here."""


@dataclass(frozen=True)
class Reference:
    region: str
    opd: int
    semester: Semester
    version: int
    page: int
    pages: int

    @property
    def plain(self) -> str:
        half = f"{self.semester.year}-{self.semester.half}"
        return (
            f"{PREFIX}{self.region}/{self.opd}/{half}/{self.version}"
            f"/{self.page}-{self.pages}"
        )

    @property
    def text(self) -> str:
        return f"{self.plain}/{_signature(self.plain, settings.SECRET_KEY)}"

    @property
    def is_older(self) -> bool:
        return self.version != VERSION


def ours(codes: Iterable[str]) -> list[Reference]:
    """Those among the codes of a page that are the portal's; Forged when one only seems so.

    A page may carry codes of others, such as that of an electronic signature.
    """
    return [_read(code) for code in codes if code.startswith(PREFIX)]


def _read(code: str) -> Reference:
    match = _SHAPE.fullmatch(code)
    if match is None or not _is_signed(code):
        raise Forged(code[:80])
    region, opd, year, half, version, page, pages = match.groups()[:-1]
    found = Reference(
        region,
        int(opd),
        Semester(int(year), int(half)),
        *map(int, (version, page, pages)),
    )
    if found.page > found.pages:
        raise Forged(code[:80])
    return found


def _is_signed(code: str) -> bool:
    plain, _, given = code.rpartition("/")
    # Paper lives longer than a key: what was signed with the former one still counts.
    keys = map(str, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    return any(constant_time_compare(_signature(plain, key), given) for key in keys)


def _signature(plain: str, key: str) -> str:
    digest = salted_hmac(_SALT, plain, secret=key, algorithm="sha256").digest()
    number = int.from_bytes(digest[: _SIGNS * 5 // 8])
    return "".join(DIGITS[number >> 5 * place & 31] for place in range(_SIGNS))


def fingerprint() -> str:
    """Of the questions the form asks, in their order."""
    asked = [question for section in SECTIONS for question in section.questions]
    lines = [
        f"{question.key}|{question.kind}|{','.join(question.choices or ())}"
        for question in (*asked, *ACTIVITY_QUESTIONS)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]

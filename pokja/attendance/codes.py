"""The code on the wall: computed from a secret and the minute, never stored.

`1-7F3K-09QW`: the number of the door, then 40 bits of an HMAC over the minute. A code is
shown for one minute and holds for one more, so that a form opened in time can be sent.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from pokja.attendance.models import Door
from pug_portal.lib import qr
from pug_portal.lib.clock import now

STEP = 60
LIVES = 2  # steps
_GROUP = 4
_MAC = 2 * _GROUP
_BITS = 5


def new_secret() -> str:
    return secrets.token_hex(32)


@dataclass(frozen=True)
class Shown:
    """The code of this minute: as people read it, as an address has it, and its end."""

    spoken: str
    bare: str
    seconds_left: int


def code_now(door: Door) -> Shown:
    moment = int(now().timestamp())
    prefix, mac = _digits(door.pk), _mac(door, moment // STEP)
    spoken = f"{prefix}-{mac[:_GROUP]}-{mac[_GROUP:]}"
    return Shown(spoken, f"{prefix}{mac}".lower(), STEP - moment % STEP)


def door_number(typed: str) -> int | None:
    """Which door a typed code names; whether it opens is asked afterwards."""
    code = qr.bare(typed)
    if not _MAC < len(code) <= _MAC + 8 or not set(code) <= set(qr.DIGITS):
        return None
    return _number(code[:-_MAC])


def dies_at(door: Door, typed: str) -> dt.datetime | None:
    """When this code ends; None when it is not a living code of this door."""
    given = qr.bare(typed)[-_MAC:]
    step = int(now().timestamp()) // STEP
    born = None
    for candidate in range(step, step - LIVES, -1):
        # All are compared, and each in constant time: the clock tells a guesser nothing.
        if hmac.compare_digest(_mac(door, candidate).encode(), given.encode()):
            born = candidate
    if born is None:
        return None
    return dt.datetime.fromtimestamp((born + LIVES) * STEP, tz=dt.UTC)


def _mac(door: Door, step: int) -> str:
    message = f"{door.pk}:{step}".encode()
    digest = hmac.new(bytes.fromhex(door.secret), message, hashlib.sha256).digest()
    return _digits(int.from_bytes(digest[:5]), _MAC)


def _digits(number: int, width: int = 1) -> str:
    text = ""
    while number:
        number, rest = divmod(number, 1 << _BITS)
        text = qr.DIGITS[rest] + text
    return text.rjust(width, "0")


def _number(text: str) -> int:
    number = 0
    for digit in text:
        number = (number << _BITS) + qr.DIGITS.index(digit)
    return number

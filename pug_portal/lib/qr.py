"""Verification codes that nobody can guess, and the QR picture that leads to their page."""

import io
import re
import secrets

import segno

# Crockford's digits: no I, L, O and U, so that a code read aloud or from paper is typed right.
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}._]+")
_GROUPS, _GROUP = 4, 4
_QUIET_ZONE = 4


def verification_code() -> str:
    """80 random bits: `7F3K-09QW-ZX4M-TB2C`."""
    return _grouped("".join(secrets.choice(DIGITS) for _ in range(_GROUPS * _GROUP)))


def bare(typed: str) -> str:
    """What was typed, without what stands between the digits and with misread ones mended."""
    return _BETWEEN.sub("", typed).upper().translate(_MISREAD)


def normalise(typed: str) -> str | None:
    """A code as we keep it, from one typed with small letters, spaces or an O for a zero."""
    digits = bare(typed)
    if len(digits) != _GROUPS * _GROUP or not set(digits) <= set(DIGITS):
        return None
    return _grouped(digits)


def svg_for_screen(content: str, title: str) -> str:
    """Inline SVG sized by its classes `qr` and `qr-garis`; white also in the dark theme."""
    file = io.BytesIO()
    _code(content).save(
        file,
        kind="svg",
        border=_QUIET_ZONE,
        xmldecl=False,
        svgns=True,
        omitsize=True,
        svgclass="qr",
        lineclass="qr-garis",
        dark="#000",
        light="#fff",
        nl=False,
        title=title,
    )
    svg = file.getvalue().decode()
    # Without a role screen readers pass over the title.
    return svg.replace("<svg ", '<svg role="img" ', 1)


def svg_for_print(content: str) -> bytes:
    """An SVG asset: print CSS does not reach inside, so its colours stand in attributes."""
    file = io.BytesIO()
    _code(content).save(
        file,
        kind="svg",
        border=_QUIET_ZONE,
        dark="#000",
        light="#fff",
        svgclass=None,
        lineclass=None,
    )
    return file.getvalue()


def png_for_print(content: str, scale: int = 8) -> bytes:
    file = io.BytesIO()
    _code(content).save(file, kind="png", border=_QUIET_ZONE, scale=scale)
    return file.getvalue()


def _code(content: str) -> segno.QRCode:
    # Level M survives a fold or a stamp; boosting would change the picture with the length.
    return segno.make(content, error="m", micro=False, boost_error=False)


def _grouped(digits: str) -> str:
    return "-".join(
        digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP)
    )

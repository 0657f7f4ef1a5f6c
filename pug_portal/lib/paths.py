"""Where files lie: nothing that a person typed becomes part of a path."""

import re
import unicodedata
import uuid
from pathlib import PurePosixPath

_PART = re.compile(r"[0-9a-z]+(?:[._-][0-9a-z]+)*")
_EXTENSION = re.compile(r"[0-9a-z]{1,5}")
_LONGEST_NAME = 200


def storage_path(
    region_code: str, year: int, slice_name: str, extension: str
) -> PurePosixPath:
    """`33.16/2020/decrees/<uuid>.pdf`; a new one at every call."""
    for part in (region_code, slice_name):
        if not _PART.fullmatch(part):
            raise ValueError(f"not a folder name: {part!r}")
    if not _EXTENSION.fullmatch(extension):
        raise ValueError(f"not an extension: {extension!r}")
    return PurePosixPath(
        region_code, f"{year:04d}", slice_name, f"{uuid.uuid4()}.{extension}"
    )


def display_name(name: str, extension: str) -> str:
    """The name to show and to download under: one line, no folders, the true extension."""
    # Right-to-left marks can make "gpj.exe" look like "exe.jpg".
    plain = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    stem = PurePosixPath(plain.replace("\\", "/")).name
    known = stem.rpartition(".")[2].lower()
    if known != stem.lower() and _EXTENSION.fullmatch(known):
        stem = stem[: -len(known) - 1]
    stem = " ".join(stem.split()).strip(". ") or "berkas"
    return f"{stem[: _LONGEST_NAME - len(extension) - 1]}.{extension}"

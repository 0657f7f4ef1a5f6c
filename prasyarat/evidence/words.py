"""Indonesian words for a search: folded letters, stems without affixes, excerpts."""

from __future__ import annotations

import re
import unicodedata

MOST_WORDS = 6
SHORTEST_STEM = 4
AROUND = 90

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_ENDINGS = ("kannya", "annya", "nya", "lah", "kah", "kan", "an")
# The longest first. After «meng» and «peng» the first letter of the root may be lost,
# so what is left is looked for anywhere inside a word.
_BEGINNINGS = (
    "menge", "penge", "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen",
    "diper", "memper", "ber", "ter", "per", "ke", "se", "di", "me", "pe",
)  # fmt: skip


def one_line(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\0", "")).strip()


def folded(text: str) -> str:
    """Small letters without accents; every letter stays at its place."""
    return "".join(_fold(letter) for letter in text)


def _fold(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    return plain if len(plain) == 1 else letter


def stem(word: str) -> str:
    """«pelatihan», «melatih», and «dilatih» all hold «latih»; too short: as it is."""
    found = word
    for ending in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= SHORTEST_STEM:
            found = found[: -len(ending)]
            break
    for beginning in sorted(_BEGINNINGS, key=len, reverse=True):
        if found.startswith(beginning) and len(found) - len(beginning) >= SHORTEST_STEM:
            return found[len(beginning) :]
    return found


def stems(query: str) -> list[str]:
    """What every hit has to hold; a figure or an abbreviation is taken as it is."""
    words = _WORD.findall(folded(query))[:MOST_WORDS]
    kept = [word if word.isdigit() else stem(word) for word in words if len(word) > 1]
    return list(dict.fromkeys(kept))


def whole_words(query: str) -> list[str]:
    return [word for word in _WORD.findall(folded(query))[:MOST_WORDS] if len(word) > 1]


def exactness(page: str, query: str) -> int:
    """How many of the words stand on the folded page as they were typed."""
    return sum(word in page for word in whole_words(query))


def excerpt(text: str, page: str, query: str) -> list[tuple[str, bool]]:
    """Pieces of the text around the first hit; True: a word that was looked for."""
    wanted = [*whole_words(query), *stems(query)]
    places = [at for at in (page.find(word) for word in wanted) if at >= 0]
    if not places:
        return []
    start = max(0, min(places) - AROUND // 2)
    start = page.rfind(" ", 0, start) + 1 if start else 0
    end = start + AROUND * 2
    if end < len(text):
        end = page.rfind(" ", start, end) if " " in page[start:end] else end
    return [
        ("… " if start else "", False),
        *_marked(text[start:end], page[start:end], stems(query)),
        (" …" if end < len(text) else "", False),
    ]


def _marked(text: str, page: str, parts: list[str]) -> list[tuple[str, bool]]:
    pieces, last = [], 0
    for word in _WORD.finditer(page):
        if any(part in word.group() for part in parts):
            pieces.append((text[last : word.start()], False))
            pieces.append((text[word.start() : word.end()], True))
            last = word.end()
    return [*pieces, (text[last:], False)]

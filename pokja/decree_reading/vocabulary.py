"""Words of a decree: kedudukan, column heads, offices; and how capitals become names."""

from __future__ import annotations

import re

_NUMBER = r"(?:\s+(?:[ivx]+|\d{1,2}))?"
_OF_TEAM = (
    r"(?:\s+(?:umum|harian|pelaksana|tim(?: teknis| penggerak)?|pokja(?: pug)?"
    r"|kelompok kerja|forum))?"
)
# The whole phrase, lower case, and the portal's code; "" where it has none.
_STANDINGS = (
    (r"pembina|pelindung/pembina|pembina/pelindung", "pembina"),
    (rf"(?:tim |dewan )?pengarah{_NUMBER}", "pengarah"),
    (rf"(?:dewan |tim )?(?:pelindung|penasihat|penasehat){_NUMBER}", ""),
    (r"penanggung\s*-?\s*jawab", "penanggung_jawab"),
    (rf"wakil ketua{_OF_TEAM}{_NUMBER}", "wakil_ketua"),
    (
        r"(?:wakil )?(?:ketua|koordinator) (?:bidang|divisi|seksi)\b.{0,80}",
        "koordinator",
    ),
    (rf"ketua{_OF_TEAM}{_NUMBER}", "ketua"),
    (rf"wakil sekretaris{_OF_TEAM}{_NUMBER}", "wakil_sekretaris"),
    (rf"sekretaris{_OF_TEAM}{_NUMBER}", "sekretaris"),
    (r"(?:kepala|ketua|koordinator|anggota|staf) sekretariat", "sekretariat"),
    (r"(?:tim )?sekretariat(?: pokja(?: pug)?| tim)?", "sekretariat"),
    (rf"koordinator(?: umum)?{_NUMBER}", "koordinator"),
    (rf"(?:para )?anggota(?:-anggota)?{_OF_TEAM}{_NUMBER}", "anggota"),
    (r"anggota (?:bidang|divisi|seksi)\b.{0,80}", "anggota"),
    (rf"(?:wakil )?bendahara{_NUMBER}", ""),
    (r"(?:nara\s?sumber|fasilitator|pendamping|tim ahli|tenaga ahli)", ""),
)
_FIELD = re.compile(r"(?:bidang|divisi|seksi)\s+(.+)", re.IGNORECASE)

_HEADS = (
    (r"no(?:mor)?(?: urut)?|urut", "number"),
    (r"nip", "nip"),
    (r"(?:l/p|p/l|jenis kelamin|jk|j/k)", "sex"),
    (r"(?:kedudukan|posisi|susunan|unsur jabatan tim)\b.*", "standing"),
    (
        (
            r"(?:jabatan|kedudukan|tugas|keanggotaan|posisi)\s*(?:di )?(?:dalam|pada)?\s*"
            r"(?:tim|pokja|kelompok kerja|forum|keanggotaan|susunan|kepanitiaan)\b.*"
        ),
        "standing",
    ),
    (r".*\b(?:uraian|rincian)\b.*|tugas\b.*|kegiatan\b.*", "task"),
    (r"(?:pangkat|gol|golongan)\b.*", "rank"),
    (r"jabatan\s*/\s*(?:instansi|opd|unit kerja).*", "position"),
    (r"nama\s*(?:/|dan)?\s*(?:jabatan|pejabat/jabatan)", "who"),
    (
        (
            r"(?:nama |asal |unsur )?(?:instansi|opd|skpd|perangkat daerah|unit kerja"
            r"|lembaga|organisasi|dinas|unsur)\b.*"
        ),
        "institution",
    ),
    (r"nama\b.*", "name"),
    (r"(?:jabatan|pejabat)\b.*", "position"),
    (r"(?:keterangan|ket)\b.*", "note"),
)

OFFICE = re.compile(
    r"(?:plt|plh|pj|pjs)?\.?\s*(?:bupati|wakil|gubernur|wali ?kota|sekretaris|sekda"
    r"|asisten|staf|kepala|ka|inspektur|camat|lurah|ketua|direktur|rektor|dekan"
    r"|pejabat|kasubag|kasubbag|kasubbid|kasi|kabid|kabag|irban|perencana|analis"
    r"|fungsional|unsur|para|seluruh|semua|masing-masing|komandan|kapolres|dandim"
    r"|pimpinan|koordinator|pengurus|perwakilan|anggota|dinas|badan|bagian|kantor"
    r"|kementerian|universitas|tim|forum|organisasi|lembaga|perangkat)\b",
    re.IGNORECASE,
)
_SMALL = {"atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada"}
_SMALL |= {"sebagai", "tentang", "terhadap", "untuk", "yang", "serta", "antara"}
_CAPITALS = {"ARG", "APBD", "BPS", "DPPPA", "GBS", "HK", "KB", "KUM", "OPD", "PKK"}
_CAPITALS |= {"PPA", "PPPA", "PPRG", "PUG", "PUSPA", "RAD", "RI", "SIGA", "SK", "SKPD"}
_ROMAN = re.compile(r"[IVX]{1,5}")
# A number or letter that counts: «1.», «IV.», «a)».
COUNT = re.compile(r"(?:\(?(?:\d{1,3}|[IVX]{1,6}|[a-zA-Z])\s*[.)])\s*")


def plain(text: str) -> str:
    """One line, lower case, letter-spaced words closed up."""
    return " ".join(closed_up(text).split()).casefold()


def closed_up(text: str) -> str:
    """«T E N T A N G» is one word; other text stays as it is."""
    letters = text.split()
    bare = [part for part in letters if part.isalpha()]
    if len(bare) >= 3 and all(len(part) == 1 for part in bare):
        return "".join(letters)
    return text


def standing_of(text: str) -> tuple[str, str] | None:
    """(code, bidang) of a kedudukan; None when the words are none."""
    words = plain(COUNT.sub("", text, count=1) if COUNT.match(text) else text)
    words = words.strip(" :;.,-")
    for pattern, code in _STANDINGS:
        if re.fullmatch(pattern, words):
            found = _FIELD.search(text) if code in {"koordinator", "anggota"} else None
            return code, found[1].strip(" :;.,") if found else ""
    return None


def head_of(text: str) -> str | None:
    """The kind of a column by the words at its top."""
    words = plain(text).strip(" :.")
    for pattern, kind in _HEADS:
        if re.fullmatch(pattern, words):
            return kind
    return None


def titled(text: str) -> str:
    """«POKJA PUG DAN SEKRETARIAT» becomes «Pokja PUG dan Sekretariat»."""
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter.isupper() for letter in letters) < 0.8 * len(letters):
        return text
    words = text.split()
    return " ".join(
        _titled(word) if place == 0 or word.casefold() not in _SMALL else word.lower()
        for place, word in enumerate(words)
    )


def _titled(word: str) -> str:
    bare = word.strip('()[].,;:"“”')
    if not bare.isalpha() and any(letter.isdigit() for letter in bare):
        return word
    if bare.upper() in _CAPITALS or _ROMAN.fullmatch(bare):
        return word
    if "-" in word:
        return "-".join(part.capitalize() for part in word.split("-"))
    start = word.find(bare)
    return word[:start] + bare.capitalize() + word[start + len(bare) :]


def named(text: str) -> str:
    """«Dr. Ir. HASUDUNGAN TAMPUBOLON, M.Sc.»: capitals become a name, degrees stay."""
    name, comma, degrees = text.partition(",")
    words = [
        word.capitalize()
        if word.isalpha() and word.isupper() and len(word) > 1
        else word
        for word in name.split()
    ]
    return " ".join(words) + comma + degrees


def joined(text: str) -> str:
    """The lines of a cell as one; a word broken at the end of a line is whole again."""
    whole = re.sub(r"(?<=[a-z])-\s*\n\s*(?=[a-z])", "", text)
    whole = re.sub(r"-\s*\n\s*", "-", whole)
    # A narrow column also breaks off the last letter, without a hyphen.
    whole = re.sub(r"(?<=[a-z])\n(?=[a-z](?:\s|$))", "", whole)
    return " ".join(whole.split()).replace(" ,", ",")

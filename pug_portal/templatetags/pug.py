"""Tags and filters every template has: icons, badges, Indonesian numbers and dates."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.template import Library
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib import dates, numbers

if TYPE_CHECKING:
    from pug_portal.nav import MenuEntry

register = Library()

# A zone may follow where it matters: {{ meeting.starts_at|waktu:region.zone }}.
register.filter("tanggal", dates.tanggal)
register.filter("tanggal_pendek", dates.tanggal_pendek)
register.filter("hari_tanggal", dates.hari_tanggal)
register.filter("waktu", dates.waktu)
register.filter("tanggal_waktu", dates.tanggal_waktu)
register.filter("lama", dates.lama)
register.filter("rentang", dates.rentang_tanggal)  # {{ start|rentang:end }}
register.filter("rupiah", numbers.rupiah)
register.filter("angka", numbers.angka)
register.filter("persen", numbers.persen_nilai)
register.filter("perubahan", numbers.perubahan)
register.filter("ukuran", numbers.ukuran)

FILE_ICONS = {
    "pdf": "file-type-pdf",
    "xlsx": "file-spreadsheet",
    "jpg": "photo",
    "png": "photo",
}
NOTICE_ICONS = {"ok": "circle-check", "wn": "alert-triangle", "er": "circle-x"}
# Django's levels of messages in the words of app.css; debug and info have the plain notice.
NOTICE_TONES = {"success": "ok", "warning": "wn", "error": "er"}

_CURRENT = SafeString(' aria-current="page"')


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    return _drawn(name, css)


# A page draws a hundred icons of a dozen kinds, and no sprite changes while we run.
@lru_cache(maxsize=512)
def _drawn(name: str, css: str) -> SafeString:
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f"ik {css}".removesuffix(" "),
        static("icons.svg"),
        name,
    )


@register.simple_tag
def badge(tone: str, label: str, icon_name: str) -> SafeString:
    return _badge(tone, label, icon_name)


# Typed: a label that is safe already must never answer for one that only reads the same.
@lru_cache(maxsize=512, typed=True)
def _badge(tone: str, label: str, icon_name: str) -> SafeString:
    return format_html(
        '<span class="st st-{}">{}{}</span>', tone, icon(icon_name), label
    )


@register.simple_tag
def menu_link(entry: MenuEntry, label: str) -> SafeString:
    """One line of the menu, twenty to a page: a tag each instead of five nodes."""
    count = (
        format_html(
            '<em>{}<span class="visually-hidden"> perlu tindakan</span></em>',
            entry.count,
        )
        if entry.count
        else ""
    )
    return format_html(
        '<a href="{}"{}>{}<span>{}</span>{}</a>',
        entry.url,
        _CURRENT if entry.current else "",
        icon(entry.icon),
        label,
        count,
    )


@register.filter
def kosong(value: object) -> object:
    """«–» for what is empty; 0 stays 0."""
    return dates.EMPTY if value is None or value == "" else value


@register.filter
def kecil_awal(text: str) -> str:
    """A state inside a sentence: «menunggu kepala OPD», its capitals kept."""
    return f"{text[:1].lower()}{text[1:]}"


@register.filter
def file_icon(kind: str) -> str:
    return FILE_ICONS.get(kind, "file-text")


@register.filter
def notice_icon(tone: str) -> str:
    return NOTICE_ICONS.get(tone, "info-circle")


@register.filter
def notice_tone(level: str) -> str:
    return NOTICE_TONES.get(level, "")

"""The whole menu on one screen: label, address, permission, per role where it differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission as P
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.audit.fresh import until_next_event
from pug_portal.lib.addresses import address
from pug_portal.lib.counting import count_together

# A number, or the rows that make it: rows of all entries are counted in one query.
Counter = Callable[[Actor], int | QuerySet[Any]]
_counters: dict[str, Counter] = {}


def register_counter(url_name: str, counter: Counter) -> None:
    """The owning slice tells how many things of its menu entry wait for this actor."""
    _counters[url_name] = counter


@dataclass(frozen=True)
class NavItem:
    label: str
    short: str
    icon: str
    url_name: str
    permission: P
    roles: frozenset[Role] = frozenset(Role)
    also: tuple[str, ...] = ()
    """Pages elsewhere that belong to this entry."""


@dataclass(frozen=True)
class MenuEntry:
    label: str
    short: str
    icon: str
    url: str
    current: bool
    count: int | None


_DESK = frozenset(Role) - OPD_ROLES

MENU = (
    NavItem("Beranda", "Beranda", "home", "beranda", P.HOME_VIEW, _DESK),
    NavItem("Tugas saya", "Tugas", "home", "beranda", P.HOME_VIEW, OPD_ROLES),
    NavItem(
        "Laporan kemajuan",
        "Laporan",
        "clipboard-text",
        "progress-mine",
        P.PROGRESS_VIEW,
        OPD_ROLES,
        also=("/laporan-opd/", "/laporan-pokja/kutipan/"),
    ),
    NavItem(
        "Laporan OPD",
        "OPD",
        "clipboard-check",
        "progress-board",
        P.BOARD_VIEW,
        _DESK,
    ),
    NavItem("Tujuh prasyarat", "Prasyarat", "target", "assessment", P.ASSESSMENT_VIEW),
    NavItem(
        "Rapat dan tindak lanjut",
        "Rapat",
        "calendar-event",
        "meeting-list",
        P.MEETING_VIEW,
        also=("/tindak-lanjut/", "/kalender/", "/pelatihan/"),
    ),
    NavItem(
        "Data terpilah",
        "Data",
        "chart-bar",
        "gender-data",
        P.GENDER_DATA_VIEW,
        also=("/indeks-gender/",),
    ),
    NavItem(
        "Program kerja",
        "Program",
        "list-check",
        "programme-list",
        P.PROGRAMME_VIEW,
        also=("/rad/",),
    ),
    NavItem(
        "Perencanaan",
        "Rencana",
        "calendar-plus",
        "planning-calendar",
        P.PLANNING_VIEW,
        also=("/pengumpulan/", "/pengumpulan-saya/"),
    ),
    NavItem(
        "PPRG",
        "PPRG",
        "coins",
        "pprg-list",
        P.PPRG_VIEW,
        also=("/arg/", "/kaskade/", "/indikator/"),
    ),
    NavItem("Laporan Pokja", "Laporan", "file-text", "report-list", P.REPORT_VIEW),
    NavItem("SK", "SK", "certificate", "decree-list", P.DECREE_VIEW),
    NavItem("Produk hukum", "Hukum", "gavel", "regulation-list", P.REGULATION_VIEW),
    NavItem("Keanggotaan", "Anggota", "users-group", "member-list", P.MEMBER_VIEW),
    NavItem("OPD dan focal point", "OPD", "building", "opd-list", P.OPD_VIEW, _DESK),
    NavItem("Pejabat", "Pejabat", "user", "office-list", P.OFFICE_VIEW, _DESK),
    NavItem("Periode", "Periode", "calendar-due", "period-list", P.PERIOD_VIEW, _DESK),
    NavItem("Rekap daerah", "Rekap", "map-2", "rollup", P.ROLLUP_VIEW, _DESK),
    NavItem(
        "Instrumen",
        "Instrumen",
        "clipboard-text",
        "instrument-list",
        P.INSTRUMENT_EDIT,
        also=("/prasyarat/instrumen/",),
    ),
    NavItem("Akun", "Akun", "users", "account-list", P.ACCOUNT_MANAGE),
    NavItem("Daerah", "Daerah", "building-community", "region-list", P.REGION_EDIT),
    NavItem("Jejak perubahan", "Jejak", "history", "audit-list", P.AUDIT_VIEW),
)


def menu_for(request: HttpRequest, actor: Actor) -> list[MenuEntry]:
    items = [item for item in MENU if _is_for(item, actor)]
    waiting = _waiting(actor, [item.url_name for item in items])
    return [
        MenuEntry(
            item.label,
            item.short,
            item.icon,
            url := address(item.url_name),
            _is_current(item, url, request.path),
            waiting.get(item.url_name) or None,
        )
        for item in items
    ]


def _is_for(item: NavItem, actor: Actor) -> bool:
    if actor.role not in item.roles or not can(actor, item.permission):
        return False
    has_below = actor.region is not None and actor.region.has_children
    return item.url_name != "rollup" or has_below


def _waiting(actor: Actor, names: list[str]) -> dict[str, int]:
    """How much waits per entry."""
    counters = {name: _counters[name] for name in names if name in _counters}
    if not counters:
        return {}
    return until_next_event(actor, "menu", lambda: _count(actor, counters))


def _count(actor: Actor, counters: dict[str, Counter]) -> dict[str, int]:
    told = {name: counter(actor) for name, counter in counters.items()}
    numbers = {name: found for name, found in told.items() if isinstance(found, int)}
    rows = [
        (name, found) for name, found in told.items() if isinstance(found, QuerySet)
    ]
    return numbers | count_together(dict(rows))


def _is_current(item: NavItem, url: str, path: str) -> bool:
    """The entry's own page and those below it; one's own account is not among «Akun»."""
    if path == url or (item.also and path.startswith(item.also)):
        return True
    return (
        url != "/"
        and path.startswith(url)
        and not path.startswith(address("my-account"))
    )

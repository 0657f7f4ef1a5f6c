"""The other regions of the source articles, each with its own scene."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.opd.loading import load_opd
from focal_points.opd.models import Opd
from focal_points.progress.models import State
from pokja.demo.blora import living_period
from pokja.demo.decrees import opds_by_short_name
from pokja.demo.people import Cast
from pokja.demo.programme import record_programme_file
from pokja.demo.progress import Office, fill_period
from pokja.demo.scenes import record_scene_file
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.roles import Role
from pug_portal.lib.clock import standing_at
from pug_portal.regions.models import Region

ROLES = {"sekretariat": Role.SEKRETARIAT, "bappeda": Role.BAPPEDA}
PLAN = [State.VERIFIED, State.VERIFIED, State.SUBMITTED, State.DRAFT]


@dataclass(frozen=True)
class Scene:
    code: str
    slug: str
    opd_word: str
    secretariat: str
    planning: str
    file: str
    moment: str
    programme: str = ""


SCENES = (
    Scene("63", "kalsel", "OPD", "DPPPA", "Bappeda", "contoh_kalsel_bimtek_2019.json", "2019-11-29T16:00", "contoh_program_kalsel_2019.json"),
    Scene("63.72", "banjarbaru", "SKPD", "DP2KBPMP2A", "Bapperida", "contoh_banjarbaru_rakor_2024.json", "2024-12-09T15:00"),
    Scene("63.10", "tanahbumbu", "OPD", "DP3AP2KB", "Bappeda", "contoh_tanah_bumbu_rapat_2025.json", "2025-09-22T15:00"),
    Scene("36.74", "tangsel", "SKPD", "DPMPPPAKB", "Bappeda", "contoh_tangsel_penguatan_2017.json", "2017-03-10T15:00"),
)  # fmt: skip


def build_all(cast: Cast) -> None:
    for scene in SCENES:
        _build(scene, cast)
    java = Region.objects.get(code="33")
    _prepare(java, "OPD", "DP3AKB", "Bappeda")
    cast.hat("sekretariat.jateng", Role.SEKRETARIAT, java)
    for region in Region.objects.filter(parent__code="63", uses_portal=False):
        _prepare(region, "OPD", "DP3A", "Bapperida")
        load_opd(region=region, by=SYSTEM)


def _prepare(region: Region, word: str, secretariat: str, planning: str) -> None:
    region.uses_portal, region.opd_word = True, word
    region.secretariat_office, region.planning_office = secretariat, planning
    region.save()


def _build(scene: Scene, cast: Cast) -> None:
    region = Region.objects.get(code=scene.code)
    _prepare(region, scene.opd_word, scene.secretariat, scene.planning)
    with standing_at("2017-01-02T09:00"):
        load_opd(region=region, by=SYSTEM)
        sekretariat = cast.hat(f"sekretariat.{scene.slug}", Role.SEKRETARIAT, region)
        bappeda = cast.hat(f"bappeda.{scene.slug}", Role.BAPPEDA, region)
    with standing_at(scene.moment):
        record_scene_file(
            region,
            scene.file,
            opds_by_short_name(region),
            by_sekretariat=sekretariat,
            by_bappeda=bappeda,
        )
    if scene.programme:
        opds = opds_by_short_name(region)
        record_programme_file(
            region, scene.programme, opds, by=sekretariat, chair=bappeda
        )
    _living_board(region, cast, scene.slug, sekretariat, bappeda)


def _living_board(
    region: Region, cast: Cast, slug: str, sekretariat: Actor, bappeda: Actor
) -> None:
    """Every OPD on the board; the first few have sent something."""
    period = living_period(region, sekretariat)
    opds = Opd.objects.filter(region=region).active_on(period.figures_as_of)
    offices = []
    for number, opd in enumerate(opds.order_by("pk")[: len(PLAN)], start=1):
        decree = f"800/{number:03d}/contoh"
        offices.append(
            Office(
                opd,
                cast.appointed(f"fp{number}.{slug}", opd, Role.FOCAL_POINT, decree),
                cast.appointed(f"kepala{number}.{slug}", opd, Role.KEPALA_OPD, decree),
            )
        )
    fill_period(period, offices, PLAN, verifier=sekretariat, verifier_of_pppa=bappeda)

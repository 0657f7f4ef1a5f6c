"""The other regions of the source articles, each with its own scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from focal_points.opd.loading import load_opd
from focal_points.opd.models import Opd
from focal_points.progress.models import State
from pokja.demo.attendance import by_name
from pokja.demo.blora import living_period
from pokja.demo.corrections import correct_minutes
from pokja.demo.decrees import opds_by_short_name
from pokja.demo.people import Cast
from pokja.demo.programme import record_programme_file
from pokja.demo.progress import Office, fill_period
from pokja.demo.scenes import record_scene_file
from pokja.demo.trainings import hand_out_certificates, offered_training
from pokja.meetings.models import Meeting
from pokja.meetings.scenes import Attend
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.roles import Role
from pug_portal.lib.clock import standing_at
from pug_portal.regions.models import Region

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
CAME_TO_TANAH_BUMBU = (
    "DP3A", "Bapperida", "BPKAD", "Inspektorat", "Dinkes", "Disdik", "DPMD",
    "Disnakertrans", "DPUPR", "Distan", "Disdukcapil", "Diskominfo",
)  # fmt: skip
# (words that were wrong, words that are right)
CORRECTED = (
    "menyiapkan Renja berperspektif gender",
    "menyiapkan Renja SKPD yang berperspektif gender",
)


@dataclass(frozen=True)
class Place:
    """A region with the people who were there before its scene."""

    region: Region
    sekretariat: Actor
    bappeda: Actor
    offices: list[Office]


def build_all(cast: Cast) -> None:
    places = {scene.slug: _settle_in(scene, cast) for scene in SCENES}
    _appoint_who_came(places["tanahbumbu"], cast)
    for scene in SCENES:
        _tell(scene, places)
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


def _settle_in(scene: Scene, cast: Cast) -> Place:
    region = Region.objects.get(code=scene.code)
    _prepare(region, scene.opd_word, scene.secretariat, scene.planning)
    with standing_at("2017-01-02T09:00"):
        load_opd(region=region, by=SYSTEM)
        return Place(
            region,
            cast.hat(f"sekretariat.{scene.slug}", Role.SEKRETARIAT, region),
            cast.hat(f"bappeda.{scene.slug}", Role.BAPPEDA, region),
            _appoint_first(region, cast, scene.slug),
        )


def _appoint_first(region: Region, cast: Cast, slug: str) -> list[Office]:
    offices = []
    opds = Opd.objects.filter(region=region, takes_part=True).order_by("pk")
    for number, opd in enumerate(opds[: len(PLAN)], start=1):
        decree = f"800/{number:03d}/contoh"
        offices.append(
            Office(
                opd,
                cast.appointed(f"fp{number}.{slug}", opd, Role.FOCAL_POINT, decree),
                cast.appointed(f"kepala{number}.{slug}", opd, Role.KEPALA_OPD, decree),
            )
        )
    return offices


def _appoint_who_came(place: Place, cast: Cast) -> None:
    """Tanah Bumbu's meeting was one of focal points: each of them has an account."""
    there = {office.opd.pk for office in place.offices}
    came = Opd.objects.filter(region=place.region, short_name__in=CAME_TO_TANAH_BUMBU)
    with standing_at("2017-01-02T09:00"):
        for opd in came.exclude(pk__in=there).order_by("pk"):
            slug = "".join(c for c in opd.short_name.lower() if c.isalnum())
            decree = "800/100/contoh"
            cast.appointed(f"fp.{slug}.tanahbumbu", opd, Role.FOCAL_POINT, decree)


def _tell(scene: Scene, places: Mapping[str, Place]) -> None:
    place = places[scene.slug]
    opds = opds_by_short_name(place.region)
    with standing_at(scene.moment):
        meeting = record_scene_file(
            place.region,
            scene.file,
            opds,
            by_sekretariat=place.sekretariat,
            by_bappeda=place.bappeda,
            attend=_attend(scene, places),
        )
    _afterwards(scene, meeting, place)
    if scene.programme:
        record_programme_file(
            place.region,
            scene.programme,
            opds,
            by=place.sekretariat,
            chair=place.bappeda,
        )
    fill_period(
        living_period(place.region, place.sekretariat),
        place.offices,
        PLAN,
        verifier=place.sekretariat,
        verifier_of_pppa=place.bappeda,
    )


def _attend(scene: Scene, places: Mapping[str, Place]) -> Attend | None:
    """A list by name where the scene is about who came; elsewhere the counted rows."""
    place, sends = places[scene.slug], places["tanahbumbu"]
    if scene.slug == "kalsel":
        return offered_training(place.sekretariat, sends.region, sends.sekretariat)
    return by_name(place.sekretariat) if scene.slug == "tanahbumbu" else None


def _afterwards(scene: Scene, meeting: Meeting, place: Place) -> None:
    if scene.slug == "kalsel":
        with standing_at("2019-12-09T10:00"):
            hand_out_certificates(meeting, place.sekretariat)
    if scene.slug == "banjarbaru":
        with standing_at("2024-12-16T10:00"):
            correct_minutes(
                meeting,
                *CORRECTED,
                by_sekretariat=place.sekretariat,
                by_bappeda=place.bappeda,
            )

"""What RAD and work programme share: whole versions, each naming the one before it."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from pokja.programme.choices import STATE_TONES, State
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region

M_co = TypeVar("M_co", bound=models.Model, covariant=True)


def is_keeper(actor: Actor) -> bool:
    """Sekretariat and Bappeda: the people who write the programme of their region."""
    return can(actor, Permission.PROGRAMME_EDIT)


class VersionQuerySet(RegionQuerySet[M_co]):
    def settled(self) -> Self:
        return self.exclude(state=State.DRAFT)

    def in_force(self) -> Self:
        return self.filter(state=State.SETTLED)

    def for_actor(self, actor: Actor) -> Self:
        """What was settled in the whole width; a draft only where it is written."""
        rows = super().for_actor(actor)
        if actor.is_system:
            return rows
        if actor.region is None or not is_keeper(actor):
            return rows.settled()
        return rows.filter(~Q(state=State.DRAFT) | Q(region=actor.region))


class LineQuerySet(RegionQuerySet[M_co]):
    """Lines of a version; `document` is the name of the key to it."""

    document: ClassVar[str] = "programme"
    region_lookup: ClassVar[str] = "programme__region"

    def for_actor(self, actor: Actor) -> Self:
        rows = super().for_actor(actor)
        if actor.is_system:
            return rows
        settled = ~Q(**{f"{self.document}__state": State.DRAFT})
        if actor.region is None or not is_keeper(actor):
            return rows.filter(settled)
        return rows.filter(settled | Q(**{self.region_lookup: actor.region}))


class Version(models.Model):
    """A settled version is never edited: a perubahan is a new one of the whole."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField("versi", default=1)
    state = models.CharField(
        "status", max_length=12, choices=State, default=State.DRAFT
    )
    predecessor = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successor",
        verbose_name="yang diubah",
    )
    reason = models.CharField("alasan perubahan", max_length=250, blank=True)
    basis = models.CharField("dasar penetapan", max_length=250, blank=True)
    settled_on = models.DateField("tanggal penetapan", null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # For rows that come from elsewhere: what is a fact of the source, what a sample.
    source_note = models.TextField("sumber dan keterangan", blank=True)

    State = State
    name = ""

    class Meta:
        abstract = True

    @property
    def title(self) -> str:
        raise NotImplementedError

    @property
    def label(self) -> str:
        return f"{self.title} {self.version_label}".strip()

    @property
    def version_label(self) -> str:
        return f"(perubahan ke-{self.version - 1})" if self.version > 1 else ""

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_in_force(self) -> bool:
        return self.state == State.SETTLED

    @property
    def tone(self) -> tuple[str, str]:
        return STATE_TONES[self.state]


class Line(models.Model):
    """A line keeps its identity through the versions: `root` is the line it began as.

    Each concrete line has a key `root` to its own kind, empty on the root itself.
    """

    order = models.PositiveSmallIntegerField("urutan", default=1)

    class Meta:
        abstract = True

    @property
    def key(self) -> int:
        return int(getattr(self, "root_id", None) or self.pk)


def constraints_of(name: str, *subject: str) -> list[Any]:
    """One draft and one in force per subject; a settled one says when and by whom."""
    return [
        models.UniqueConstraint(fields=[*subject, "version"], name=f"{name}_version"),
        models.UniqueConstraint(
            fields=list(subject),
            condition=Q(state=State.DRAFT),
            name=f"{name}_one_draft",
        ),
        models.UniqueConstraint(
            fields=list(subject),
            condition=Q(state=State.SETTLED),
            name=f"{name}_one_in_force",
        ),
        models.CheckConstraint(
            condition=Q(state=State.DRAFT)
            | Q(settled_on__isnull=False, settled_at__isnull=False),
            name=f"{name}_settled_says_when",
        ),
        models.CheckConstraint(
            condition=Q(version=1, predecessor=None)
            | Q(version__gt=1, predecessor__isnull=False),
            name=f"{name}_later_one_names_the_first",
        ),
    ]

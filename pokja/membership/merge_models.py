"""Two writings of one person made one: what was moved, kept for thirty days."""

from __future__ import annotations

import datetime as dt

from django.db import models

from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region

UNDO_DAYS = 30


class PersonMerge(models.Model):
    """`rows` holds each touched column before and after; `told` says them in words."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    kept_name = models.CharField("nama yang dipakai", max_length=120)
    kept_nip = models.CharField("NIP", max_length=18, blank=True)
    other_name = models.CharField("nama yang dilebur", max_length=120)
    other_nip = models.CharField("NIP yang dilebur", max_length=18, blank=True)
    rows = models.JSONField(default=list)
    told = models.JSONField(default=list)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField("dilebur")
    undone_at = models.DateTimeField("dibatalkan", null=True, blank=True)

    objects = RegionQuerySet["PersonMerge"].as_manager()

    class Meta:
        verbose_name = "peleburan data orang"
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Peleburan {self.other_name} ke {self.kept_name}"

    @property
    def closes_account(self) -> bool:
        """Whether an undoing has to ask about an account."""
        return any(
            label == User._meta.label and (after or {}).get("is_active") is False
            for label, _pk, _before, after in self.rows
        )

    @property
    def undo_until(self) -> dt.datetime:
        return self.made_at + dt.timedelta(days=UNDO_DAYS)

"""DecreeReading: an uploaded decree between its reading and its confirmation."""

from __future__ import annotations

import uuid
from typing import Self

from django.db import models

from pokja.decrees.models import Decree
from pug_portal.access.actor import Actor
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region


class DecreeReadingQuerySet(RegionQuerySet["DecreeReading"]):
    def of(self, actor: Actor) -> Self:
        """Seen by the person who uploaded it alone, under the hat of that region."""
        if actor.user is None or actor.region is None:
            return self.none()
        return self.filter(user=actor.user, region=actor.region)

    def expired(self) -> Self:
        return self.filter(expires_at__lte=now())


class DecreeReading(models.Model):
    """The document lies in the base, not among the files: it becomes somebody's scan
    only when it is confirmed, and is gone after a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("nama berkas", max_length=200)
    content = models.BinaryField()
    proposal = models.JSONField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    confirmed_at = models.DateTimeField(null=True)
    decree = models.ForeignKey(
        Decree, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = DecreeReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= now()

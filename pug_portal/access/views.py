"""View bases: 403 without the right, 404 outside the width, 403 outside the own region."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views import View

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission


class ActorRequest(HttpRequest):
    """What ActorMiddleware makes of every request."""

    actor: Actor


class PermissionView(View):
    """Names the permission it needs; POST may need another one."""

    permission: Permission | tuple[Permission, ...] | None = None
    write_permission: Permission | tuple[Permission, ...] | None = None

    @property
    def actor(self) -> Actor:
        return cast(ActorRequest, self.request).actor

    def needed(self) -> tuple[Permission, ...]:
        needed = self.permission
        if self.request.method not in {"GET", "HEAD", "OPTIONS"}:
            needed = self.write_permission or self.permission
        if not needed:
            raise ImproperlyConfigured(f"{type(self).__name__} names no permission")
        return needed if isinstance(needed, tuple) else (needed,)

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        return super().dispatch(request, *args, **kwargs)


class ScopedView(PermissionView):
    """Rows outside the actor's width do not exist: 404."""

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().for_actor(self.actor)  # type: ignore[misc]


class OwnedView(ScopedView):
    """Rows of a region below may be read but never changed: 403."""

    def get_object(self, *args: Any, **kwargs: Any) -> Model:
        found = super().get_object(*args, **kwargs)  # type: ignore[misc]
        self.refuse_other_region(found)
        return found

    def refuse_other_region(self, found: Model) -> None:
        owned = type(found)._default_manager.owned_by(self.actor)  # type: ignore[attr-defined]
        if not owned.filter(pk=found.pk).exists():
            raise PermissionDenied(
                "Data ini milik daerah lain. Daerah Anda dapat membacanya, "
                "perubahan dilakukan oleh daerah pemiliknya."
            )

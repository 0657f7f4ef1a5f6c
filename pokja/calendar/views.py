"""«Kalender»: one year of a region, and its feed for calendar programs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import TemplateView

from pokja.calendar import actions
from pokja.calendar.feed import feed_of
from pokja.calendar.queries import actor_of_feed, open_link_of, year_of
from pokja.meetings.scope import is_desk
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered

LINK_SESSION_KEY = "calendar_link"
FIRST_YEAR, LAST_YEAR = 2000, 2100


class YearCalendar(PermissionView, TemplateView):
    permission = Permission.MEETING_VIEW
    template_name = "pokja/calendar/year.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        day = today()
        year = year_asked(self.request.GET.get("tahun", ""), day.year)
        months = year_of(self.actor, region, year, day)
        return super().get_context_data(
            shown_region=region,
            regions=regions_offered(self.actor),
            year=year,
            this_year=day.year,
            before=year - 1 if year > FIRST_YEAR else None,
            after=year + 1 if year < LAST_YEAR else None,
            months=months,
            bare=[month.name for month in months if not month.entries],
            any_entry=any(month.entries for month in months),
            can_plan=is_desk(self.actor) and region == self.actor.region,
            feed=open_link_of(self.actor),
            feed_address=self.request.session.pop(LINK_SESSION_KEY, ""),
            **kwargs,
        )


def year_asked(typed: str, default: int) -> int:
    """404 for a year that nobody plans for."""
    if not typed:
        return default
    year = int(typed) if typed.isdecimal() and len(typed) <= 4 else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year


class _FeedButton(VerbButtonView):
    permission = Permission.MEETING_VIEW

    def back(self) -> str:
        return reverse("calendar") + "#langganan"


class FeedLinkMake(_FeedButton):
    done_message = "Tautan kalender sudah dibuat. Salin sekarang: hanya tampil sekali."

    def perform(self) -> None:
        token = actions.make_feed_link(by=self.actor)
        address = settings.SITE_URL + reverse("calendar-feed", args=[token])
        self.request.session[LINK_SESSION_KEY] = address


class FeedLinkRevoke(_FeedButton):
    done_message = "Tautan kalender sudah dicabut dan tidak dapat dibuka lagi."

    def perform(self) -> None:
        actions.revoke_feed_link(by=self.actor)


@method_decorator(login_not_required, name="dispatch")
class Feed(View):
    """Open without sign-in: calendar programs cannot. The address is the secret."""

    is_public = True

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        actor = actor_of_feed(token)
        if actor is None:
            raise Http404
        answer = HttpResponse(
            feed_of(actor), content_type="text/calendar; charset=utf-8"
        )
        answer["Content-Disposition"] = 'attachment; filename="kalender-pokja-pug.ics"'
        answer["Cache-Control"] = "private, no-store"
        answer["X-Robots-Tag"] = "noindex"
        return answer

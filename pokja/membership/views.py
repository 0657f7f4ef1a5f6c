"""Susunan per tanggal: who was a member on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import DetailView, TemplateView

from focal_points.appointments.queries import sees_contacts
from focal_points.offices.models import OfficeHolder
from pokja.decrees.actions import may_edit
from pokja.decrees.models import TEAM_KINDS, Kind
from pokja.membership import printing
from pokja.membership.continuity import findings_of, interrupted
from pokja.membership.models import Member, MemberQuerySet
from pokja.membership.people import Story, story_of, story_of_person
from pokja.membership.portrait_models import Portrait
from pokja.membership.portraits import album
from pokja.membership.queries import changes_of, members_on
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.lib.asked_day import day_asked
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Asked:
    """Which roster the address asks for; `problem` when its date cannot be read."""

    region: Region
    kind: Kind
    day: dt.date
    typed: str
    problem: str


def asked_for(actor: Actor, given: QueryDict) -> Asked:
    region = chosen_region(actor, given.get("daerah"))
    team = given.get("tim", "")
    kind = Kind(team) if team in TEAM_KINDS else Kind.POKJA
    typed = given.get("tanggal", "")
    asked = day_asked(typed)
    return Asked(region, kind, asked.day, typed, asked.problem)


class MemberList(PermissionView, TemplateView):
    """The province may look at a region below it."""

    permission = Permission.MEMBER_VIEW
    template_name = "pokja/membership/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = asked_for(self.actor, self.request.GET)
        region, kind, day, problem = asked.region, asked.kind, asked.day, asked.problem
        is_ours = may_change(self.actor, region)
        roster = members_on(region, kind, day)
        return super().get_context_data(
            roster=roster,
            remarks=roster.remarks(),
            changes=changes_of(region, kind),
            shown_region=region,
            regions=regions_offered(self.actor),
            kind=kind,
            kinds=TEAM_KINDS,
            day=day,
            is_today=day == today(),
            problem=problem,
            typed_day=asked.typed if problem else day.isoformat(),
            can_edit=is_ours and may_edit(self.actor, kind),
            can_record=is_ours and may_edit(self.actor, kind),
            can_tidy=is_ours and can(self.actor, Permission.MEMBER_EDIT),
            **kwargs,
        )


class RosterPdf(PermissionView):
    """The same roster as a paper on the region's letterhead."""

    permission = Permission.MEMBER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = asked_for(self.actor, request.GET)
        roster = members_on(asked.region, asked.kind, asked.day)
        if asked.problem or not roster.seats:
            messages.warning(
                request, asked.problem or "Tidak ada susunan untuk dicetak."
            )
            return redirect(f"{reverse('member-list')}?{request.GET.urlencode()}")
        content = printing.roster_pdf(asked.region, asked.kind, roster)
        response = HttpResponse(content, content_type="application/pdf")
        name = printing.file_name(asked.region, asked.kind, asked.day)
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response


class StoryPage(ScopedView, DetailView):
    """All terms of one person or position."""

    permission = Permission.MEMBER_VIEW
    template_name = "pokja/membership/person.html"
    region: Region

    portrait_page = ""

    def story(self) -> Story:
        raise NotImplementedError

    def portrait(self) -> Portrait | None:
        return album(self.region).of(self.object.name, self.object.nip)

    def portrait_url(self) -> str:
        """Of a person, for who keeps the members of the region."""
        is_ours = may_change(self.actor, self.region)
        if not (
            self.object.name and is_ours and can(self.actor, Permission.MEMBER_EDIT)
        ):
            return ""
        return reverse(self.portrait_page, args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        story = self.story()
        if not story.terms:
            raise Http404
        day = today()
        seats = [term.member for term in story.terms if term.member.name]
        return super().get_context_data(
            story=story,
            findings=findings_of(story.terms),
            # As written last.
            grade=next((seat.grade for seat in seats if seat.grade), ""),
            contact=next((seat.contact for seat in seats if seat.contact), ""),
            sees_contacts=sees_contacts(self.actor, self.region),
            portrait=None if story.is_position else self.portrait(),
            portrait_url=self.portrait_url(),
            shown_region=self.region,
            day=day,
            now=[term for term in story.terms if term.holds_on(day)],
            sees_offices=can(self.actor, Permission.OFFICE_VIEW),
            **kwargs,
        )


class MemberPerson(StoryPage):
    portrait_page = "member-portrait"

    def get_queryset(self) -> MemberQuerySet:
        rows = Member.objects.for_actor(self.actor)
        return rows.select_related("decree__region", "office")

    def story(self) -> Story:
        self.region = self.object.decree.region
        return story_of(self.object)


class TermsCheck(PermissionView, TemplateView):
    """Everybody whose terms leave a gap or overlap."""

    permission = Permission.MEMBER_VIEW
    template_name = "pokja/membership/terms.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        return super().get_context_data(
            people=interrupted(region),
            shown_region=region,
            regions=regions_offered(self.actor),
            **kwargs,
        )


class HolderPerson(StoryPage):
    """404 for a holder who never sat in a team: this page is about members."""

    portrait_page = "holder-portrait"

    def get_queryset(self) -> QuerySet[OfficeHolder]:
        rows = OfficeHolder.objects.for_actor(self.actor)
        return rows.select_related("office__region")

    def story(self) -> Story:
        holder = self.object
        self.region = holder.office.region
        return story_of_person(self.region, holder.name, holder.nip)

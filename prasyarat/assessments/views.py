"""The seven prerequisites: overview, one prerequisite, own targets, the queue."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import ListView, TemplateView

from prasyarat.assessments.actions import submit_ready
from prasyarat.assessments.agreeing import proposals_for
from prasyarat.assessments.carried import carried
from prasyarat.assessments.duties import overdue
from prasyarat.assessments.history import (
    UsedBooks,
    history,
    met_instruments,
    period_days,
    used_books,
)
from prasyarat.assessments.item import item_of
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.pages import RegionPage, opd_or_404
from prasyarat.assessments.present import (
    BADGES,
    HIDDEN,
    Line,
    badge_of,
    carried_from,
    evidence_lines,
    gains,
    seven_rose,
    seven_rows,
)
from prasyarat.assessments.queries import (
    COUNTED,
    SheetPair,
    left_over,
    sheets,
    waiting,
    waiting_for,
)
from prasyarat.assessments.rights import (
    may_read,
    why_not_aim,
    why_not_assign,
    why_not_fill,
)
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.use import current_instrument
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib.charts import stack
from pug_portal.lib.clock import today

TONES = [
    (State.VERIFIED, "ver"),
    (COUNTED, "ver"),
    (State.NOT_APPLICABLE, "set"),
    (State.SUBMITTED, "aju"),
    (State.NEEDS_WORK, "kem"),
    (State.DRAFT, "draf"),
    ("belum_diisi", "bel"),
]


class Assessment(RegionPage, TemplateView):
    template_name = "prasyarat/assessments/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = today()
        days = period_days(now) if self.on == now else []
        used = used_books(self.scored_region, [self.on, *days])
        pair = self.pair(used)
        context = super().get_context_data(pair=pair, **kwargs)
        if pair is None:
            return context
        counts = pair.counts()
        rows = history(None, now, used=used) if days and not self.is_other else []
        return {
            **context,
            "rows": seven_rows(pair, with_claims=self.with_claims),
            "rose": seven_rose(pair, with_claims=self.with_claims),
            "stack": stack([(tone, counts[state]) for state, tone in TONES]),
            "history": rows,
            "met": met_instruments(rows),
            "carried": pair.carried(),
            "counted_at": pair.book.counted_at,
            "counts": [(BADGES[state], counts[state]) for state, _ in TONES],
            **self.tasks(pair),
        }

    def pair(self, used: UsedBooks) -> SheetPair | None:
        if self.is_other:
            return sheets(self.scored_region, self.on, self.instrument)
        instrument, book = used.instrument_on(self.on), used.book_on(self.on)
        if instrument is None:
            return None
        return sheets(self.scored_region, self.on, instrument, book=book)

    def tasks(self, pair: SheetPair) -> dict[str, Any]:
        """What this actor can do now, in the region's own sheet."""
        if pair.region != self.actor.region:
            return {}
        mine = [
            answer
            for answer in pair.answers.values()
            if answer.is_open and not why_not_fill(item_of(answer), self.actor)
        ]
        no_target = not why_not_aim(pair.region, self.actor)
        return {
            "open_count": len(mine),
            "left_over": left_over(self.actor, pair.instrument),
            "may_fill": can(self.actor, Permission.ANSWER_FILL)
            and self.actor.role not in OPD_ROLES,
            # Verifying for the desk, mending for a focal point: the menu counts the same.
            "action_count": waiting(self.actor).count(),
            "proposal_count": proposals_for(self.actor).count(),
            "without_target": pair.mandiri.without_target if no_target else (),
            # Beranda, their «Tugas saya», tells OPD people of theirs.
            "late_duties": 0
            if self.actor.role in OPD_ROLES
            else overdue(self.actor).count(),
            "may_assign": not why_not_assign(pair.region, self.actor),
            "is_opd_role": self.actor.role in OPD_ROLES,
        }


class PrerequisitePage(RegionPage, TemplateView):
    template_name = "prasyarat/assessments/prerequisite.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pair = sheets(self.scored_region, self.on, self.instrument)
        code = self.kwargs["kode"]
        rows = [r for r in pair.rows if r.prerequisite.code == code] if pair else []
        if pair is None or not rows:
            raise Http404
        row = rows[0]
        prerequisite = row.prerequisite
        indicators = {i.code: i for i in prerequisite.indicators.order_by("order")}
        return super().get_context_data(
            prerequisite=prerequisite,
            row=row,
            lines=self.lines(pair, row, indicators),
            gains=gains(row.terverifikasi, indicators),
            opd_only=[i for i in indicators.values() if i.is_opd_only],
            carried_count=self.carried_count(pair),
            **kwargs,
        )

    def carried_count(self, pair: SheetPair) -> int:
        """What this person may confirm together, today and here."""
        if pair.region != self.actor.region or self.on != today() or self.is_other:
            return 0
        return len(carried(pair.book, self.on, self.actor, self.kwargs["kode"]))

    def lines(
        self, pair: SheetPair, row: Any, indicators: dict[str, Indicator]
    ) -> list[Line]:
        proven_answers = pair.book.latest_verified(self.on)
        standing = pair.book.standing(self.on)
        claimed = {item.code: item for item in row.mandiri.items}
        lines = []
        for item in row.terverifikasi.items:
            newest = pair.answers.get(item.code)
            shown = newest if self.with_claims else proven_answers.get(item.code)
            readable = shown is None or may_read(self.actor, shown)
            hidden = not self.with_claims and shown is None and newest is not None
            lines.append(
                Line(
                    indicator=indicators[item.code],
                    answer=shown if readable else None,
                    badge=BADGES[COUNTED]
                    if item.code in standing
                    else HIDDEN
                    if hidden
                    else badge_of(shown),
                    carried_from=carried_from(shown, self.on),
                    claimed=claimed.get(item.code) if self.with_claims else None,
                    proven=item,
                    is_readable=readable,
                    evidence=evidence_lines(shown if readable else None, self.on),
                )
            )
        return lines


class AnswerQueue(PermissionView, ListView):
    """What waits for this actor's judgement, oldest first."""

    permission = Permission.ANSWER_VERIFY
    template_name = "prasyarat/assessments/queue.html"
    paginate_by = 25
    context_object_name = "answers"

    def get_queryset(self) -> QuerySet[Answer]:
        rows = waiting_for(self.actor).select_related(
            "region",
            "opd",
            "indicator__prerequisite__instrument",
            "filled_by",
            "submitted_by",
        )
        return rows.order_by("submitted_at", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            in_use=current_instrument(self.actor.region),
            proposals=proposals_for(self.actor),
            **kwargs,
        )


class SubmitReady(RegionPage):
    """«Ajukan semua yang siap»: the rest is told why it stays."""

    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest) -> HttpResponse:
        opd = None
        if found := request.POST.get("opd", ""):
            opd = opd_or_404(self, int(found)) if found.isdecimal() else None
            if opd is None:
                raise Http404
        rows = Answer.objects.filter(
            region=self.scored_region,
            opd=opd,
            state__in=(State.DRAFT, State.NEEDS_WORK),
            reverted_on=None,
        ).select_related("region", "opd", "indicator__prerequisite")
        mine = [a for a in rows if not why_not_fill(item_of(a), self.actor)]
        sent = submit_ready(answers=mine, by=self.actor)
        self.tell(len(sent), len(mine) - len(sent))
        if opd is not None:
            return redirect("opd-sheet", pk=opd.pk)
        return redirect(reverse("assessment"))

    def tell(self, sent: int, left: int) -> None:
        if sent:
            messages.success(self.request, f"{sent} jawaban diajukan.")
        if left:
            messages.warning(
                self.request,
                f"{left} jawaban belum siap: belum diisi atau belum ada buktinya.",
            )
        if not sent and not left:
            messages.info(self.request, "Tidak ada draf yang dapat Anda ajukan.")

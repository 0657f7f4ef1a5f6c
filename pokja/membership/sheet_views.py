"""The Excel pages of the members of one decree."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from pokja.decrees.actions import require_kind
from pokja.decrees.models import EDITORS, TEAM_KINDS, Decree, State
from pokja.membership.sheet import MemberImporter
from pokja.membership.write_views import roster_url
from pug_portal.imports import views


class _MemberSheet(views.SheetPage):
    permission = EDITORS
    names = "member-sheet"
    back_label = "Susunan anggota"
    importer: MemberImporter

    def build_importer(self) -> MemberImporter:
        rows = Decree.objects.readable_by(self.actor).filter(kind__in=TEAM_KINDS)
        decrees = rows.exclude(state=State.REVOKED).select_related("region", "opd")
        decree = get_object_or_404(decrees, pk=self.kwargs["decree"])
        require_kind(self.actor, decree.region, decree.kind)
        return MemberImporter(decree)

    def back_url(self) -> str:
        return roster_url(self.importer.decree)


class MemberSheetStart(_MemberSheet, views.SheetStart):
    pass


class MemberSheetTemplate(_MemberSheet, views.SheetTemplate):
    pass


class MemberSheetData(_MemberSheet, views.SheetData):
    pass


class MemberSheetPreview(_MemberSheet, views.SheetPreview):
    pass


class MemberSheetMarked(_MemberSheet, views.SheetMarked):
    pass

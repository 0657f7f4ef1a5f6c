"""From an item: choose what is already there instead of uploading it again."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.pages import ItemPage
from prasyarat.assessments.rights import require_fill
from prasyarat.library.choosing import library_choices, portal_choices
from prasyarat.library.forms import ChooseForm
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.files.gates import may_read
from pug_portal.files.models import StoredFile


class EvidenceChoose(ItemPage, VerbFormView):
    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/library/choose.html"
    form_class = ChooseForm
    done_message = "Bukti dari pustaka dilampirkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        require_fill(self.item, self.actor)
        return super().get_form_kwargs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "")[:100]
        from_portal = self.request.GET.get("dari") == "portal"
        choose = portal_choices if from_portal else library_choices
        return super().get_context_data(
            item=self.item,
            back=self.item_url,
            words=words,
            from_portal=from_portal,
            choices=choose(self.item, self.actor, words),
            **kwargs,
        )

    def perform(self, form: ChooseForm) -> str:
        data = form.cleaned_data
        rows = StoredFile.objects.owned_by(self.actor).select_related("region")
        file = rows.filter(pk=data["file"]).first()
        # What he may not read is for him not there.
        if file is None or not may_read(self.actor, file):
            raise Http404
        add_file(
            item=self.item,
            file=file,
            page=data["page"],
            caption=data["caption"],
            by=self.actor,
        )
        return self.item_url

"""The plan as an annex in PDF. The same content is rendered once a day."""

from __future__ import annotations

import hashlib

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.text import slugify

from prasyarat.next_steps.plan import Plan
from pug_portal.lib import pdf

KEPT_FOR = 24 * 60 * 60


def plan_pdf(plan: Plan) -> bytes:
    html = plan_html(plan)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    key = f"gap-plan-pdf:{identifier}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = pdf.render(html, identifier=identifier, assets={})
        cache.set(key, content, KEPT_FOR)
    return content


def plan_html(plan: Plan) -> str:
    context = {"plan": plan, "region": plan.region}
    return render_to_string("prasyarat/next_steps/pdf/plan.html", context)


def file_name(plan: Plan) -> str:
    return f"rencana-aksi-pug-{slugify(plan.region.short_name)}-{plan.on}.pdf"

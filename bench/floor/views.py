"""Four plain pages over the rows of the actor's region."""

from __future__ import annotations

from django import forms
from django.db.models import Count, Q
from django.shortcuts import render

from focal_points.opd.models import Opd
from focal_points.progress.models import Activity, Progress
from prasyarat.assessments.models import Answer

PREREQUISITES = ("KOM", "KEB", "KEL", "PSM", "SDA", "DAT", "ALA")


def rows(request):
    """Each OPD with its report of the present semester; `rows` cuts or repeats."""
    wanted = int(request.GET.get("rows", 40))
    region = request.actor.region
    reports = {
        report.opd_id: report
        for report in Progress.objects.filter(
            opd__region=region, period__year=2026, period__half=2
        )
    }
    opds = list(Opd.objects.filter(region=region))
    table = [(opd, reports.get(opd.pk)) for opd in opds]
    while len(table) < wanted:
        table += table
    return render(request, "floor/list.html", {"rows": table[:wanted]})


def detail(request):
    report = (
        Progress.objects.filter(opd__region=request.actor.region)
        .select_related("opd", "period", "submitted_by", "verified_by")
        .first()
    )
    facts = [
        (field.verbose_name, getattr(report, field.name))
        for field in Progress._meta.concrete_fields
    ]
    activities = Activity.objects.filter(progress=report)
    context = {"report": report, "facts": facts, "activities": activities}
    return render(request, "floor/detail.html", context)


def heatmap(request):
    """OPD × prerequisite: one grouped query."""
    region = request.actor.region
    found = (
        Answer.objects.filter(region=region, opd__isnull=False)
        .order_by()
        .values_list("opd_id", "indicator__prerequisite__code")
        .annotate(all=Count("pk"), done=Count("pk", filter=Q(verified_at=None)))
    )
    cells = {(opd, code): (done, every) for opd, code, every, done in found}
    nothing = (0, 0)
    table = [
        (opd.short_name, [cells.get((opd.pk, code), nothing) for code in PREREQUISITES])
        for opd in Opd.objects.filter(region=region)
    ]
    context = {"heads": PREREQUISITES, "rows": table}
    return render(request, "floor/heatmap.html", context)


def _form(count: int) -> forms.Form:
    """The common kinds of inputs in turn, each with label and hint."""
    kinds = (
        forms.CharField,
        forms.DateField,
        forms.IntegerField,
        lambda **named: forms.CharField(widget=forms.Textarea, **named),
        lambda **named: forms.ChoiceField(
            choices=[(n, f"Pilihan {n}") for n in range(8)], **named
        ),
    )
    form = forms.Form()
    for place in range(count):
        make = kinds[place % len(kinds)]
        form.fields[f"field_{place}"] = make(
            label=f"Isian {place}", help_text="Tulis seperti di dokumen."
        )
    return form


def form(request):
    context = {"form": _form(int(request.GET.get("fields", 16)))}
    return render(request, "floor/form.html", context)


def form_plain(request):
    context = {"form": _form(int(request.GET.get("fields", 16)))}
    return render(request, "floor/form_plain.html", context)

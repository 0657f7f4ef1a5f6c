"""Periods of evaluation, their packs, old folders, official results."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from prasyarat.evaluation import pack_jobs
from prasyarat.evaluation.actions import open_period
from prasyarat.evaluation.folder_actions import keep_folder
from prasyarat.evaluation.models import EvaluationPack, EvaluationPeriod, FolderDraft
from prasyarat.evaluation.pack_actions import ask_pack
from prasyarat.evaluation.result_actions import record_result
from prasyarat.evaluation.result_models import OfficialResult
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region
from tests.make import evidence as make_evidence
from tests.make import prasyarat as make


def period(region: Region, by: Actor, **facts) -> EvaluationPeriod:
    given = {
        "instrument": make.instrument(),
        "first_year": today().year,
        "years": 1,
        "as_of": today(),
        "due_on": today() + dt.timedelta(days=30),
    }
    return open_period(region=region, by=by, **{**given, **facts})


def pack(period: EvaluationPeriod, by: Actor) -> EvaluationPack:
    """Asked for and built, as the worker does."""
    job = ask_pack(period=period, by=by)
    pack_jobs.build(job.pk)
    job.refresh_from_db()
    return job


def zip_of(files: dict[str, bytes], name: str = "APE 2019.zip") -> SimpleUploadedFile:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return SimpleUploadedFile(name, content.getvalue(), content_type="application/zip")


def paper(words: str) -> bytes:
    """A PDF of its own content."""
    return make_evidence.pdf(words).read()


def folder(
    period: EvaluationPeriod, by: Actor, files: dict[str, bytes], **facts
) -> FolderDraft:
    given = {"source": period.instrument, "year": today().year - 1}
    return keep_folder(period=period, upload=zip_of(files), by=by, **{**given, **facts})


def result(region: Region, by: Actor, **facts) -> OfficialResult:
    given = {
        "year": today().year,
        "stage": "Verifikasi administrasi",
        "result_on": today(),
        "score": Decimal("712.50"),
        "category": "",
    }
    return record_result(region=region, by=by, **{**given, **facts})

"""Files as a person hands them in: several photos may become one PDF."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile

from focal_points.progress import actions
from focal_points.progress.models import Progress
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.lib import photos
from pug_portal.lib.sniff import NotAllowed

# Each is unpacked whole while somebody waits.
MOST_PAGES = 30
_PHOTO = ("\xff\xd8\xff".encode("latin-1"), b"\x89PNG")


def take_files(
    *,
    progress: Progress,
    uploads: Sequence[UploadedFile],
    together: bool,
    caption: str,
    activity_id: int | None,
    by: Actor,
) -> list[str]:
    """Each file by itself: one that is refused does not cost the others. Sentences."""
    told: list[str] = []
    if together:
        uploads = _joined(uploads, told)
    for upload in uploads:
        try:
            row = actions.attach_file(
                progress=progress,
                upload=upload,
                caption=caption,
                activity_id=activity_id,
                by=by,
            )
        except Refusal as refusal:
            told.append(refusal.sentence)
            continue
        if before := actions.also_in(row):
            told.append(
                f"Berkas “{row.file.name[:60]}” sama dengan bukti {', '.join(before)}. "
                "Pastikan memang berlaku untuk laporan ini."
            )
    return told


def _joined(uploads: Sequence[UploadedFile], told: list[str]) -> list[UploadedFile]:
    """The photos as one PDF in front; what is no photo stays as it is."""
    pictures: list[tuple[UploadedFile, bytes]] = []
    others: list[tuple[UploadedFile, bytes]] = []
    for upload in uploads:
        upload.seek(0)
        content = upload.read()
        is_photo = content.startswith(_PHOTO) or photos.is_heic(content)
        (pictures if is_photo else others).append((upload, content))
    if len(pictures) < 2:
        return list(uploads)
    if len(pictures) > MOST_PAGES:
        told.append(
            f"Paling banyak {MOST_PAGES} foto dijadikan satu PDF, jadi foto-foto ini "
            "disimpan sendiri-sendiri."
        )
        return list(uploads)
    contents = [content for _, content in pictures]
    try:
        made = photos.as_one_pdf(contents)
    except NotAllowed as problem:
        told.append(problem.sentence)
        return list(uploads)
    joined = SimpleUploadedFile(f"foto-{len(pictures)}-lembar.pdf", made)
    return [joined, *(upload for upload, _ in others)]

"""Meetings and follow-ups of Blora."""

from __future__ import annotations

from pokja.meetings.agenda_actions import save_template
from pokja.meetings.correction_actions import open_correction
from pokja.meetings.file_actions import attach_file
from pokja.meetings.part_actions import set_minutes
from pokja.meetings.phrase_actions import add_phrase
from pokja.meetings.rows import AgendaRow
from tests.make import meetings as make
from tests.permission_rows import row

READERS = {"admin": 403, "baru": 403}
# A draft: the desk of its region keeps it, elsewhere it does not exist.
DESK = row(403, siti=200, joko=200, budi=404, prov=404)
DESK_POST = row(403, siti=422, joko=422, budi=404, prov=404)
DESK_MOVE = row(403, siti=302, joko=302, budi=404, prov=404)
SETTLED = row(200, budi=404, **READERS)
# The province may look, but keeps nothing of this region.
CORRECTION = row(403, siti=200, joko=200, budi=404)
CONFIRM = row(403, siti=200, prov=403)

ROWS = {
    "meeting-list GET": row(200, **READERS),
    "meeting-add GET": row(403, siti=200, joko=200, budi=200, prov=200),
    "meeting-add POST": row(403, siti=422, joko=422, budi=422, prov=422),
    "meeting-detail GET": SETTLED,
    "meeting-print GET": SETTLED,
    "meeting-history GET": row(403, siti=200, joko=200, budi=404, prov=404),
    "meeting-change GET": DESK,
    "meeting-change POST": DESK_POST,
    "meeting-invite POST": DESK_MOVE,
    "meeting-start POST": DESK_MOVE,
    "meeting-copy GET": DESK,
    "meeting-copy POST": DESK_POST,
    "meeting-series GET": DESK,
    "meeting-series POST": DESK_POST,
    "meeting-postpone GET": DESK,
    "meeting-postpone POST": DESK_POST,
    "meeting-reschedule GET": DESK,
    "meeting-reschedule POST": DESK_POST,
    "meeting-cancel GET": DESK,
    "meeting-cancel POST": DESK_POST,
    "meeting-delete GET": DESK,
    "meeting-delete POST": DESK_POST,
    "meeting-sign GET": DESK,
    "meeting-sign POST": DESK_POST,
    "meeting-return GET": DESK,
    "meeting-return POST": DESK_POST,
    "meeting-settle GET": row(403, joko=200, budi=404),
    # The form asks for nothing, so an empty post by Bappeda settles.
    "meeting-settle POST": row(403, joko=302, budi=404),
    "meeting-agenda GET": DESK,
    "meeting-agenda POST": DESK_POST,
    # Nothing chosen: refused with a message on the page.
    "agenda-lay POST": DESK_MOVE,
    "agenda-keep GET": DESK,
    "agenda-keep POST": DESK_POST,
    "agenda-template-list GET": row(403, siti=200, joko=200, budi=200, prov=200),
    "agenda-template-add GET": row(403, siti=200, joko=200, budi=200, prov=200),
    "agenda-template-add POST": row(403, siti=422, joko=422, budi=422, prov=422),
    "agenda-template-change GET": CORRECTION,
    "agenda-template-change POST": {**CORRECTION, "siti": 422, "joko": 422},
    # Siti comes first and removes it; for Joko it is gone.
    "agenda-template-remove POST": {
        **CORRECTION,
        "siti": 302,
        "joko": 404,
        "prov": 404,
    },
    "meeting-outcomes GET": DESK,
    "meeting-outcomes POST": DESK_POST,
    "meeting-attendance GET": DESK,
    "meeting-attendance POST": DESK_POST,
    "meeting-minutes GET": DESK,
    "meeting-minutes POST": DESK_POST,
    "meeting-minutes-autosave POST": DESK_POST,
    "revision-list GET": DESK,
    # What is restored is what stands: refused with a message on the page.
    "revision-restore POST": DESK_MOVE,
    "meeting-photos GET": DESK,
    # Photographs without a caption are allowed.
    "meeting-photos POST": DESK_MOVE,
    "minutes-pdf GET": SETTLED,
    "minutes-version GET": SETTLED,
    "minutes-version-pdf GET": SETTLED,
    "phrase-list GET": row(403, siti=200, joko=200, budi=200, prov=200),
    "phrase-list POST": row(403, siti=422, joko=422, budi=422, prov=422),
    "phrase-start POST": row(403, siti=302, joko=302, budi=302, prov=302),
    "phrase-change GET": CORRECTION,
    "phrase-change POST": {**CORRECTION, "siti": 422, "joko": 422},
    # Siti comes first and removes it; for Joko it is gone.
    "phrase-remove POST": {**CORRECTION, "siti": 302, "joko": 404, "prov": 404},
    "correction-open GET": CORRECTION,
    "correction-open POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-detail GET": CORRECTION,
    "correction-draft GET": CORRECTION,
    "correction-draft POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-autosave POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-data GET": CORRECTION,
    "correction-data POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-sign GET": CORRECTION,
    "correction-sign POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-return GET": CORRECTION,
    "correction-return POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-cancel GET": CORRECTION,
    "correction-cancel POST": {**CORRECTION, "siti": 422, "joko": 422},
    "correction-settle GET": row(403, joko=200, budi=404),
    # Not signed yet: refused on the form.
    "correction-settle POST": row(403, joko=422, budi=404),
    "recommendation-add GET": DESK,
    "recommendation-add POST": DESK_POST,
    "recommendation-change GET": DESK,
    "recommendation-change POST": DESK_POST,
    "recommendation-remove GET": DESK,
    # Siti comes first and removes it; for Joko it is gone.
    "recommendation-remove POST": {**DESK_MOVE, "joko": 404},
    "meeting-file-add GET": DESK,
    "meeting-file-add POST": DESK_POST,
    "meeting-file-remove GET": DESK,
    "meeting-file-remove POST": DESK_POST,
    # Leaving it unhung is an answer too.
    "meeting-programme GET": DESK,
    "meeting-programme POST": DESK_MOVE,
    "follow-up-programme GET": row(403, siti=200, joko=200, budi=404),
    "follow-up-programme POST": row(403, siti=302, joko=302, budi=404),
    "follow-up-to-line POST": row(403, siti=302, joko=302, budi=404),
    "follow-up-list GET": row(200, **READERS),
    "follow-up GET": row(200, dewi=404, budi=404, **READERS),
    "follow-up POST": row(
        403, siti=422, joko=422, ratih=422, hasan=422, dewi=404, budi=404, prov=403
    ),
    "follow-up-confirm GET": CONFIRM,
    "follow-up-confirm POST": row(403, siti=422, prov=403),
    "follow-up-cancel GET": CONFIRM,
    "follow-up-cancel POST": row(403, siti=422, prov=403),
    "follow-up-reopen GET": CONFIRM,
    "follow-up-reopen POST": row(403, siti=422, prov=403),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    recommendation = make.follow_up_of(world)
    settled = {"pk": recommendation.meeting_id}
    running = make.meeting_at("berlangsung", world, title="Rapat Pokja")
    draft = make.recommend(running, world)
    attached = attach_file(
        meeting=running, upload=make.png(), kind="foto", by=world.siti
    )
    planned = {"pk": make.meeting_at("rencana", world, title="Bimtek").pk}
    postponed = {"pk": make.meeting_at("ditunda", world, title="Audiensi").pk}
    signed = {"pk": make.meeting_at("koreksi", world, title="Evaluasi").pk}
    on_running = {
        name: {"pk": running.pk}
        for name in [
            "meeting-change",
            "meeting-copy",
            "meeting-series",
            "meeting-delete",
            "meeting-sign",
            "meeting-agenda",
            "agenda-lay",
            "agenda-keep",
            "meeting-outcomes",
            "meeting-attendance",
            "meeting-minutes",
            "meeting-minutes-autosave",
            "meeting-photos",
            "revision-list",
            "recommendation-add",
            "meeting-file-add",
            "meeting-history",
            "meeting-programme",
        ]
    }
    set_minutes(meeting=running, text=make.MINUTES, by=world.siti)
    other = make.meeting_at("disahkan", world, title="Rapat Pokja lain")
    correction = open_correction(
        meeting=recommendation.meeting, reason="Salah ketik", by=world.siti
    )
    phrase = add_phrase(region=world.blora, text="Rapat ditutup.", by=world.siti)
    on_correction = [
        "detail",
        "draft",
        "autosave",
        "data",
        "sign",
        "return",
        "cancel",
        "settle",
    ]
    template = save_template(
        region=world.blora,
        name="Rapat triwulan",
        kind="",
        rows=[AgendaRow("Pembukaan", minutes=10)],
        by=world.siti,
    )
    on_planned = ["invite", "start", "postpone", "cancel"]
    on_follow_up = ["", "-programme", "-to-line", "-confirm", "-cancel", "-reopen"]
    return {
        "meeting-detail": settled,
        "meeting-print": settled,
        "minutes-pdf": settled,
        "minutes-version": {**settled, "number": 1},
        "minutes-version-pdf": {**settled, "number": 1},
        "revision-restore": {"pk": running.pk, "number": 1},
        "phrase-change": {"pk": phrase.pk},
        "phrase-remove": {"pk": phrase.pk},
        "agenda-template-change": {"pk": template.pk},
        "agenda-template-remove": {"pk": template.pk},
        "correction-open": {"pk": other.pk},
        **{f"correction-{verb}": {"pk": correction.pk} for verb in on_correction},
        **on_running,
        **{f"meeting-{verb}": planned for verb in on_planned},
        "meeting-reschedule": postponed,
        "meeting-return": signed,
        "meeting-settle": signed,
        "recommendation-change": {"pk": draft.pk},
        "recommendation-remove": {"pk": draft.pk},
        "meeting-file-remove": {"pk": attached.pk},
        **{f"follow-up{verb}": {"pk": recommendation.pk} for verb in on_follow_up},
    }

"""Celery's side of the packs: the broker carries an id and nothing else."""

from celery import shared_task

from prasyarat.evaluation import folder_actions, folder_jobs, pack_jobs


@shared_task(soft_time_limit=780, time_limit=840)
def build_evaluation_pack(pack_id: int) -> None:
    pack_jobs.build(pack_id)


@shared_task(soft_time_limit=780, time_limit=840)
def import_evaluation_folder(draft_id: int) -> None:
    folder_jobs.run(draft_id)


@shared_task
def requeue_lost_packs() -> None:
    for pack_id in pack_jobs.requeue_lost():
        build_evaluation_pack.delay(pack_id)
    for draft_id in folder_jobs.requeue_lost():
        import_evaluation_folder.delay(draft_id)


@shared_task
def drop_old_packs() -> int:
    return pack_jobs.drop_expired() + folder_actions.drop_expired()

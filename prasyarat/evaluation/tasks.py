"""Celery's side of the packs: the broker carries an id and nothing else."""

from celery import shared_task

from prasyarat.evaluation import folder_actions, pack_jobs


@shared_task(soft_time_limit=780, time_limit=840)
def build_evaluation_pack(pack_id: int) -> None:
    pack_jobs.build(pack_id)


@shared_task
def requeue_lost_packs() -> None:
    for pack_id in pack_jobs.requeue_lost():
        build_evaluation_pack.delay(pack_id)


@shared_task
def drop_old_packs() -> int:
    return pack_jobs.drop_expired() + folder_actions.drop_expired()

"""Letter jobs run in the test itself, once the verb has committed."""

import pytest

from pokja.letters import jobs, tasks


@pytest.fixture
def queued(monkeypatch) -> list[int]:
    """Ids that were handed to the broker, in order."""
    ids: list[int] = []

    def remember(args, **_options):
        ids.append(args[0])

    monkeypatch.setattr(tasks.run_letter_job, "apply_async", remember)
    return ids


@pytest.fixture
def run_all(queued, django_capture_on_commit_callbacks):
    """Calls a verb, lets it commit, and does the work of the worker."""

    def act(verb):
        with django_capture_on_commit_callbacks(execute=True):
            job = verb()
        for job_id in queued:
            jobs.run(job_id)
        queued.clear()
        job.refresh_from_db()
        return job

    return act

"""No Docker engine tests the deployment here, so its files are at least read closely."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = (ROOT / ".env.example").read_text()


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def used_variables(text: str) -> set[str]:
    return set(re.findall(r"\$\{([A-Z_]+)", text))


def test_every_part_of_the_portal_is_a_service(compose):
    assert set(compose["services"]) == {"db", "redis", "web", "worker", "beat", "nginx"}


def test_every_service_tells_whether_it_is_well(compose):
    for name, service in compose["services"].items():
        assert service["healthcheck"]["test"][0] == "CMD", name


def test_every_service_starts_again_by_itself(compose):
    assert {s["restart"] for s in compose["services"].values()} == {"unless-stopped"}


def test_nobody_starts_before_what_it_needs_is_well(compose):
    for name, service in compose["services"].items():
        for needed, wait in service.get("depends_on", {}).items():
            assert "healthcheck" in compose["services"][needed], (name, needed)
            assert wait == {"condition": "service_healthy"}, (name, needed)


def test_only_the_proxy_is_open_to_the_outside(compose):
    assert [n for n, s in compose["services"].items() if "ports" in s] == ["nginx"]


def test_every_named_volume_is_declared_and_used(compose):
    used = {
        mount.split(":")[0]
        for service in compose["services"].values()
        for mount in service["volumes"]
        if not mount.startswith(".")
    }

    assert used == set(compose["volumes"])


def test_every_mounted_file_of_the_repository_exists(compose):
    mounts = [
        mount.split(":")[0]
        for service in compose["services"].values()
        for mount in service["volumes"]
        if mount.startswith("./")
    ]
    # The certificate is the office's own and is never in the repository.
    for mount in set(mounts) - {"./deploy/certs"}:
        assert (ROOT / mount).is_file(), mount


def test_the_queues_of_the_worker_are_the_queues_of_the_settings(compose, settings):
    queues = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}

    for text in (
        " ".join(compose["services"]["worker"]["command"]),
        (ROOT / "deploy" / "portal.py").read_text(),
    ):
        listened = re.search(r"--queues=([a-z,]+)", text)
        assert listened
        assert set(listened[1].split(",")) == queues | {"celery"}


@pytest.mark.parametrize("path", ["docker-compose.yml", "deploy/nginx.conf"])
def test_every_variable_is_explained_in_the_example(path):
    for variable in used_variables((ROOT / path).read_text()):
        assert re.search(rf"^#?{variable}=", EXAMPLE, re.MULTILINE), variable


def test_nginx_gets_every_variable_it_names(compose):
    named = used_variables((ROOT / "deploy" / "nginx.conf").read_text())

    assert named == set(compose["services"]["nginx"]["environment"])


def test_one_version_of_postgres_is_named_everywhere(compose):
    named = {
        "compose": compose["services"]["db"]["image"].split(":")[1],
        "image": re.search(
            r"postgresql-client-(\d+)", (ROOT / "deploy/Dockerfile").read_text()
        )[1],
        "tests": re.search(
            r"POSTGRES_OLDEST = (\d+)", (ROOT / ".ci/services.py").read_text()
        )[1],
        "manual": re.search(
            r"PostgreSQL (\d+)", (ROOT / "docs/operasional/pasang.md").read_text()
        )[1],
        "example": re.search(r"PostgreSQL (\d+)", EXAMPLE)[1],
    }

    assert len(set(named.values())) == 1, named


def test_the_image_installs_only_pinned_packages():
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text()

    assert "pip install" in dockerfile
    assert "--require-hashes -r requirements.txt" in dockerfile


@pytest.mark.parametrize("name", ["Dockerfile", "web.sh", "healthcheck.py"])
def test_what_the_compose_file_runs_exists(name):
    assert (ROOT / "deploy" / name).is_file()

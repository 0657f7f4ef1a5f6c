"""Every variable that is read is explained in .env.example, and the reverse."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READS = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")
# Read by docker-compose.yml, deploy/nginx.conf or deploy/web.sh; not by Python.
DEPLOYMENT_ONLY = {"DOMAIN", "POSTGRES_PASSWORD", "WEB_WORKERS"}


def explained() -> set[str]:
    text = (ROOT / ".env.example").read_text()
    return set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE))


def read_in(path: str) -> set[str]:
    return set(READS.findall((ROOT / path).read_text()))


def test_every_variable_read_is_explained_and_every_one_explained_is_read():
    read = read_in("pug_portal/settings.py") | read_in("deploy/portal.py")

    assert explained() == read | DEPLOYMENT_ONLY


def test_the_search_for_variables_finds_each_way_of_reading_one():
    text = 'env("A_B", default="") env.bool("C") env.db_url(\n    "D", default=1)'

    assert READS.findall(text) == ["A_B", "C", "D"]


@pytest.mark.parametrize("name", sorted(DEPLOYMENT_ONLY))
def test_what_only_the_deployment_reads_is_read_there(name):
    files = ("docker-compose.yml", "deploy/nginx.conf", "deploy/web.sh")

    assert any(f"${{{name}" in (ROOT / path).read_text() for path in files)


def test_the_example_as_it_stands_sets_nothing():
    text = (ROOT / ".env.example").read_text()

    assert not [line for line in text.splitlines() if line and line[0] != "#"]

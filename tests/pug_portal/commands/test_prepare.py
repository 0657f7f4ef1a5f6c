import pytest
from django.core.management import call_command

from pug_portal.management.commands import prepare

MODULE = "pug_portal.management.commands.prepare"


@pytest.fixture
def called(monkeypatch) -> list[str]:
    """The names of the commands that `prepare` runs, instead of running them."""
    names: list[str] = []
    monkeypatch.setattr(f"{MODULE}.call_command", lambda name, **_: names.append(name))
    return names


def test_it_brings_database_reference_data_and_files(called, db):
    call_command(prepare.Command())

    assert called == [
        *("migrate", "createcachetable"),
        *("load_regions", "load_instrument", "collectstatic"),
    ]


def test_unchanged_files_are_not_collected_again(called, db):
    call_command(prepare.Command())
    called.clear()

    call_command(prepare.Command())

    assert "collectstatic" not in called


def test_an_empty_database_gets_the_example_data_once(called, db):
    call_command(prepare.Command(), demo=True)

    assert called[-1] == "load_demo"


def test_a_database_with_people_keeps_what_it_has(called, world):
    call_command(prepare.Command(), demo=True)

    assert "load_demo" not in called


def test_a_load_that_was_cut_off_is_taken_up_again(called, world, settings):
    (settings.DATA_DIR / "demo-unfinished").touch()

    call_command(prepare.Command(), demo=True)

    assert called[-1] == "load_demo"
    assert not (settings.DATA_DIR / "demo-unfinished").exists()

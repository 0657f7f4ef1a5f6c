import json
import socket
import stat

import pytest

from deploy import portal


def test_the_secret_key_is_made_once_and_for_the_owner_alone(tmp_path):
    path = tmp_path / "secret-key"
    portal.make_secret_key(path)
    first = path.read_text()

    portal.make_secret_key(path)

    assert path.read_text() == first
    assert len(first) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_portal_on_the_same_data_is_refused(tmp_path):
    lock = portal.take_lock(tmp_path)

    with pytest.raises(SystemExit, match="sudah berjalan"):
        portal.take_lock(tmp_path)

    lock.close()
    portal.take_lock(tmp_path).close()


def test_a_taken_port_is_named_with_a_way_on():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(SystemExit, match=f"PORT={port + 1}"):
            portal.check_port(port)


def test_the_address_follows_the_port_unless_it_is_given(tmp_path, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    assert portal.prepare_environment(tmp_path, 9000)["SITE_URL"].endswith(":9000")

    monkeypatch.setenv("SITE_URL", "https://pug.example.go.id")
    environment = portal.prepare_environment(tmp_path, 9000)

    assert environment["SITE_URL"] == "https://pug.example.go.id"


def test_messages_of_the_broker_stay_inside_the_data(tmp_path):
    environment = portal.prepare_environment(tmp_path, 9000)

    assert environment["TMPDIR"] == str(tmp_path / "tmp")
    assert (tmp_path / "tmp").is_dir()
    assert (tmp_path / "broker" / "queue").is_dir()


def test_only_this_machine_can_reach_it(tmp_path):
    web = portal.children_of({}, tmp_path, 9000)[0]

    assert "--bind=127.0.0.1:9000" in web.command


def test_the_greeting_shows_the_first_accounts_and_where_the_rest_is(tmp_path, capsys):
    account = {
        "password": "rahasia",
        "role": "sekretariat",
        "region": "33.16",
        "opd": "",
    }
    accounts = [{"username": f"orang-{n}", **account} for n in range(8)]
    (tmp_path / "demo-accounts.json").write_text(json.dumps(accounts))
    greeting = portal.Greeting(tmp_path, 1)
    greeting.give_up_at = 0

    assert greeting() is True

    told = capsys.readouterr().out
    assert "belum sehat" in told
    assert "orang-5" in told
    assert "orang-6" not in told
    assert "dan 2 lagi" in told

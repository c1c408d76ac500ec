"""The first steps on a bare machine: a key of one's own, an environment that is filled once, help where it cannot be."""

import stat
import subprocess

import pytest

from deploy import bootstrap


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a requirements file and an empty environment, in which commands are noted and not run."""
    (tmp_path / ".venv").mkdir()
    for name in ("requirements.txt", bootstrap.DEVELOPERS):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "KEY", tmp_path / "var" / "secret_key")
    return tmp_path


@pytest.fixture
def commands(monkeypatch):
    """The commands that were run; each ends well unless its program is among `commands.failing`."""

    class Commands(list):
        failing: set[str] = set()

        def __call__(self, command: list[str]) -> bool:
            self.append(command)
            return not any(word in " ".join(command) for word in self.failing)

    noted = Commands()
    monkeypatch.setattr(bootstrap, "_runs", noted)
    return noted


def test_the_key_is_random_for_its_owner_only_and_never_replaced(place):
    bootstrap.make_key()
    first = bootstrap.KEY.read_text()
    bootstrap.make_key()
    assert len(first) >= 50
    assert bootstrap.KEY.read_text() == first
    assert stat.S_IMODE(bootstrap.KEY.stat().st_mode) == 0o600
    assert stat.S_IMODE(bootstrap.KEY.parent.stat().st_mode) == 0o700


def test_what_is_installed_is_not_installed_again(place, commands):
    bootstrap.install("requirements.txt")
    count = len(commands)
    bootstrap.install("requirements.txt")
    assert len(commands) == count > 0


def test_what_has_changed_is_installed_again(place, commands):
    bootstrap.install("requirements.txt")
    count = len(commands)
    (place / "requirements.txt").write_text("new")
    bootstrap.install("requirements.txt")
    assert len(commands) == 2 * count


def test_developers_have_what_serving_needs(place, commands):
    bootstrap.install(bootstrap.DEVELOPERS)
    count = len(commands)
    bootstrap.install("requirements.txt")
    assert len(commands) == count


def test_every_installation_checks_hashes(place, commands):
    bootstrap.install("requirements.txt")
    assert all("--require-hashes" in command for command in commands)


def test_without_uv_pip_does_it(place, commands):
    commands.failing = {"requirements-uv.txt"}
    bootstrap.install("requirements.txt")
    assert commands[-1][1:3] == ["-m", "pip"]
    assert commands[-1][-1] == "requirements.txt"


def test_a_failed_installation_is_said_and_not_remembered(place, commands):
    commands.failing = {"install"}
    with pytest.raises(SystemExit, match=r"requirements\.txt could not be installed"):
        bootstrap.install("requirements.txt")
    assert list(bootstrap.VENV.iterdir()) == []


def test_an_environment_that_was_moved_does_not_count(place):
    (place / ".venv" / "bin").mkdir()
    (place / ".venv" / "bin" / "pip").write_text("#!/elsewhere/.venv/bin/python")
    assert bootstrap._environment_works() is False


def test_an_environment_behind_a_link_is_never_emptied(place):
    (place / ".venv").rename(place / "another")
    (place / "another" / "kept").touch()
    (place / ".venv").symlink_to(place / "another")
    with pytest.raises(SystemExit, match="is a link"):
        bootstrap.make_environment()
    assert (place / "another" / "kept").exists()


def test_apt_is_not_tried_where_it_would_ask_for_a_password(monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    asked = []

    def refuse(command, **options):
        asked.append(command)
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(bootstrap.subprocess, "run", refuse)
    assert bootstrap.apt_install(["chromium"]) is False
    assert asked == [["sudo", "-n", "true"]]

"""What an operator copies: compose file, units of systemd, proxy, image. Every command and setting in them is one that exists."""

import configparser
import re
import shlex
from pathlib import Path

import pytest
import yaml
from celery.bin.beat import beat
from celery.bin.worker import worker
from django.core.management import load_command_class
from gunicorn.config import Config

from deploy import stack
from portal.installation import Installation

ROOT = stack.ROOT
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "hrc-advisor"}
CADDY = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
BIN = "/opt/hrc-advisor/current/.venv/bin/"


def unit(name: str) -> configparser.ConfigParser:
    # Keys keep their case and may come twice: the last one is read, which is enough here.
    parser = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((DEPLOY / "systemd" / name).read_text(encoding="utf-8"))
    return parser


def check(command: list[str]) -> None:
    """Fail if the command would be refused for what it is: no such program, script, option."""
    program, *arguments = command
    options = [argument for argument in arguments if argument.startswith("--")]
    if program == "gunicorn":
        parsed = Config().parser().parse_args(arguments)
        assert parsed.args == ["portal.wsgi"]
        assert (ROOT / parsed.config).is_file()
    elif program == "celery":
        assert arguments[:3] == ["--app", "portal", "--quiet"]
        known = {
            option for parameter in {"worker": worker, "beat": beat}[arguments[3]].params for option in parameter.opts
        }
        assert set(options[2:]) <= known
    elif arguments[0] == "manage.py":
        parser = load_command_class("advisor", arguments[1]).create_parser("manage.py", arguments[1])
        parser.parse_args(arguments[2:])
    else:
        assert program == "python"
        assert (ROOT / arguments[0]).is_file()


def commands() -> list[list[str]]:
    """Of the units, of the services and of the image, each without the folder of its program."""
    found = [re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)]
    made = [yaml.safe_load(found[0][0])]
    made += [service["command"] for service in OURS.values() if "command" in service]
    made += [[*service["entrypoint"], "save", "x"] for service in OURS.values() if "entrypoint" in service]
    for path in UNITS:
        line = unit(path.name).get("Service", "ExecStart", fallback="")
        if line.startswith(BIN):
            made.append(shlex.split(line.removeprefix(BIN)))
    return made


def test_every_command_is_one_that_exists():
    assert len(commands()) >= 9
    for command in commands():
        check(command)
    assert "deploy/probe.py" in SERVICES["web"]["healthcheck"]["test"]


def test_it_is_what_make_stack_runs():
    def bare(command: list[str]) -> list[str]:
        kept = [part for part in command if part not in ("--bind", "0.0.0.0:8000", "127.0.0.1:8000")]
        return [Path(kept[0]).name, *kept[1:]]

    made = [bare(command) for command in commands()]
    for command in stack.commands("127.0.0.1:8000").values():
        assert made.count(bare(command)) == 2, "once in a container, once in a unit"


def test_the_portals_settings_are_accepted_as_they_stand(tmp_path):
    for name, text in (("portal_key", "k" * 50), ("database_url", "postgresql://portal:x@database/portal")):
        (tmp_path / name).write_text(text)
    for service in OURS.values():
        variables = {
            name: re.sub(r"\$\{SITE_HOST:.*\}", "portal.example", value.replace("/run/secrets", str(tmp_path)))
            for name, value in service["environment"].items()
        }  # fmt: skip
        here = Installation.read(variables, var=tmp_path)
        assert (here.https, here.behind_proxy, here.debug) == (True, True, False)
        assert here.public_url == "https://portal.example"
        assert here.broker_url == "redis://redis:6379/0"
        assert here.database["HOST"] in SERVICES
        assert {f"/run/secrets/{name}" for name in service["secrets"]} >= {
            value for name, value in service["environment"].items() if name.endswith("_FILE")
        }
    Installation.read(
        {"PORTAL_SECRET_KEY": "k" * 50} | dict(re.findall(r"(PORTAL_\w+)=(\S+)", DOCKERFILE)), var=tmp_path
    )
    set_by_units = {
        found
        for path in UNITS
        for found in re.findall(r"^Environment=(PORTAL_\w+)=(\S+)$", path.read_text(), re.MULTILINE)
    }
    Installation.read({"PORTAL_SECRET_KEY": "k" * 50} | dict(set_by_units), var=tmp_path)


def test_all_that_is_named_in_the_compose_file_is_there():
    for service in SERVICES.values():
        assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"])
        assert set(service["networks"]) <= set(COMPOSE["networks"])
        assert set(service.get("depends_on", ())) <= set(SERVICES)
        for volume in service.get("volumes", ()):
            source = volume.partition(":")[0]
            assert (DEPLOY / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]
    checked = {name for name, service in SERVICES.items() if "healthcheck" in service}
    waited = {
        other
        for service in SERVICES.values()
        if isinstance(service.get("depends_on"), dict)
        for other, how in service["depends_on"].items()
        if how["condition"] == "service_healthy"
    }
    assert waited <= checked


def test_only_the_proxy_is_reached_from_outside_and_secrets_are_in_no_variable():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"proxy"}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["database"]["networks"] == SERVICES["redis"]["networks"] == ["inside"]
    assert "inside" not in SERVICES["proxy"]["networks"]
    given = {name for service in SERVICES.values() for name in service.get("environment", {})}
    assert {
        name for name in given if re.search("KEY|PASSWORD|DATABASE_URL|EMAIL_URL", name) and not name.endswith("_FILE")
    } == set()
    for service in OURS.values():
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]


def test_the_image_holds_no_secret_and_runs_as_nobody_special():
    left_out = (ROOT / ".dockerignore").read_text().split()
    assert {".env", "var", "deploy/secrets", "deploy/portal.env", ".git"} <= set(left_out)
    ignored = (ROOT / ".gitignore").read_text().split()
    assert {"/deploy/secrets/", "/deploy/portal.env"} <= set(ignored)
    assert DOCKERFILE.index("USER portal") < DOCKERFILE.index("CMD")
    assert "--require-hashes -r requirements.txt" in DOCKERFILE
    server = SERVICES["database"]["image"].partition(":")[2]
    assert f"postgresql-client-{server}" in DOCKERFILE


def test_the_proxy_buffers_ends_slow_connections_and_keeps_no_log_of_visits():
    assert CADDY.count("{") == CADDY.count("}")
    for line in (
        "request_buffers 6MB",
        "read_header 10s",
        "read_body 30s",
        "lb_try_duration 30s",
        "max_size 6MB",
        "header -Server",
    ):
        assert f"\t{line}\n" in CADDY
    site = CADDY.split("{$SITE_HOST} {")[1]
    assert "log" not in site
    assert "exclude http.log.error" in CADDY


@pytest.mark.parametrize("path", [path for path in UNITS if path.suffix == ".service"], ids=lambda path: path.name)
def test_each_unit_runs_without_rights_and_does_not_try_again_what_can_not_work(path):
    read = unit(path.name)["Service"]
    assert read["User"] == "portal"
    assert (read["NoNewPrivileges"], read["ProtectSystem"], read["ProtectHome"]) == ("true", "strict", "true")
    assert read["EnvironmentFile"] == "/etc/hrc-advisor/portal.env"
    if read.get("Type") != "oneshot":
        assert (read["Restart"], read["RestartPreventExitStatus"]) == ("always", "2")


def test_the_units_name_each_other_as_they_are_called():
    named = {
        name for path in UNITS for name in re.findall(r"\bportal-\w+\.(?:service|socket|timer)\b", path.read_text())
    }
    assert named <= {path.name for path in UNITS}
    operators = (ROOT / "docs" / "operators.md").read_text()
    assert all(path.stem in operators for path in UNITS)


def test_a_unit_for_backups_writes_a_file_that_is_encrypted():
    line = unit("portal-backup.service")["Service"]["ExecStart"]
    assert 'deploy/backup.py save "$CACHE_DIRECTORY/$$(date -u +%%Y-%%m-%%dT%%H%%M%%S).sealed"' in line
    assert '--password "$CREDENTIALS_DIRECTORY/password"' in line

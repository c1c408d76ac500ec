"""The portal on one's own machine: `prepare` brings database, facts and static files up to date, `serve` also serves.

Run inside the virtual environment. Everything here may be run again: it keeps what is there, also editors' changes.
"""

import contextlib
import io
import os
import secrets
import sys
from pathlib import Path

import django
import polib

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from deploy.processes import interruptible, keep_running  # noqa: E402

BETWEEN_LOOKS = 5
"""Seconds between two looks of the loop at what is due."""


def main(arguments: list[str]) -> None:
    """In: `prepare`, `compile`, or `serve ADDRESS:PORT`."""
    match arguments:
        case ["compile"]:
            compile_messages()
        case ["prepare"]:
            prepare()
        case ["serve", address]:
            os.environ.setdefault("PORTAL_PUBLIC_URL", f"http://{address}")
            prepare()
            serve(address)
        case ["keep", address]:
            keep(address)
        case _:
            sys.exit("usage: local.py prepare | compile | serve ADDRESS:PORT")


def prepare() -> None:
    """Migrate, load the facts and publish the first edition where there is none, compile, collect, make the editor."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    print("Preparing the database …", flush=True)
    compile_messages()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    first_time = (
        ["load_facts", "--if-empty"],
        ["load_weights", "--if-empty"],
        ["publish", "--if-none"],
        ["load_cases", "--if-empty"],
    )
    for command in first_time:
        # Faults go to standard error and end the program; the report of success is not needed here.
        call_command(*command, stdout=io.StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)
    make_editor()


def compile_messages() -> None:
    """Compile each translation catalogue that is newer than its compiled form; no tool outside Python is needed."""
    for source in sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))


def make_editor() -> None:
    """If there is no account yet, make `editor` and print the password, which is stored nowhere else."""
    from django.contrib.auth import get_user_model

    users = get_user_model()._default_manager
    if users.exists():
        return
    password = secrets.token_urlsafe(12)
    users.create_superuser(username="editor", password=password)
    print(f"\nAn editor's account was made. It is shown this once:\n    name      editor\n    password  {password}\n")


def serve(address: str) -> None:
    """Become the process that keeps web server and loop alive: what prepared needs much memory. In: `ADDRESS:PORT`."""
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "deploy/local.py", "keep", address])


def keep(address: str) -> None:
    """Run the web server, with a loop beside it for what the portal does by itself: sending due mails, deleting what has expired. One that
    ends is started again; Ctrl-C ends both. In: `ADDRESS:PORT`."""
    interruptible()
    print(f"The portal is at http://{address}/  (Ctrl-C stops it)", flush=True)
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    loop = ["manage.py", "work", "--loop", str(BETWEEN_LOOKS), "--parent", str(os.getpid())]
    with contextlib.suppress(KeyboardInterrupt):
        keep_running(
            {
                "web": [gunicorn, "--config", "deploy/gunicorn.conf.py", "--bind", address, "portal.wsgi"],
                "loop": [sys.executable, *loop],
            }
        )


if __name__ == "__main__":
    # There is no certificate for one's own machine; this is the only default that differs from production.
    os.environ.setdefault("PORTAL_HTTPS", "false")
    main(sys.argv[1:])

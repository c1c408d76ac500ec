"""Make the virtual environment, fill it, and make the portal's secret key: plain Python, before anything is installed.

Run by `make` with the system's Python. What is up to date is left alone, so a second run takes no time.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
KEY = ROOT / "var" / "secret_key"
OLDEST = (3, 11)
DEVELOPERS = "requirements-dev.txt"


def main(arguments: list[str]) -> None:
    """Do all of it; with `--dev` also what tests and checks need. If it can't, it ends the program with a sentence."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11 …")
    make_environment()
    install(DEVELOPERS if "--dev" in arguments else "requirements.txt")
    make_key()


def make_environment() -> None:
    """Make the virtual environment, or make it again if it is broken or was moved. A symbolic link belongs to somebody else and is left
    alone."""
    if VENV.is_symlink():
        sys.exit(f"{VENV} is a link, and making it anew would empty what it leads to. Remove the link and try again.")
    if _environment_works():
        return
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)]).returncode == 0:
        return
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not apt_install([version]):
        sys.exit(f"The virtual environment could not be made. On Debian or Ubuntu install {version} and try again.")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def _environment_works() -> bool:
    pip = VENV / "bin" / "pip"
    if not pip.exists() or str(VENV).encode() not in pip.read_bytes():
        return False
    probe = [str(VENV / "bin" / "python"), "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"]
    return subprocess.run(probe).returncode == 0


def install(requirements: str) -> None:
    """Install the file's exact, hashed versions, with uv, or with pip if uv does not run; skip if already done."""
    # What developers need includes what serving needs.
    if any(_stamp(name).exists() and _stamp(name).read_text() == _digest(name) for name in (requirements, DEVELOPERS)):
        return
    print(f"Installing {requirements} …", flush=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    hashed = ["install", "--require-hashes", "-r"]
    uv = [str(VENV / "bin" / "uv"), "pip", "--quiet", *hashed, requirements, "--python", str(VENV)]
    with_uv = _runs([*pip, *hashed, "requirements-uv.txt"]) and _runs(uv)
    if not with_uv and not _runs([*pip, *hashed, requirements]):
        sys.exit(f"{requirements} could not be installed: see above. Is there a network, or a package index in reach?")
    _stamp(requirements).write_text(_digest(requirements))


def _stamp(requirements: str) -> Path:
    """The file that remembers which content of `requirements` is installed."""
    return VENV / f"installed-{requirements}"


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, cwd=ROOT).returncode == 0
    except OSError:
        return False


def _digest(requirements: str) -> str:
    return hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()


def make_key() -> None:
    """Write a random secret key for this installation alone, readable by its owner only; never replace one."""
    KEY.parent.mkdir(mode=0o700, exist_ok=True)
    if not KEY.exists():
        descriptor = os.open(KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages if we have the right to. Out: whether they are installed now."""
    if shutil.which("apt-get") is None:
        return False
    lead = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if lead and (shutil.which("sudo") is None or subprocess.run([*lead, "true"], capture_output=True).returncode != 0):
        return False
    print(f"Installing {' '.join(packages)} with apt-get …", flush=True)
    apt_get = [*lead, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*apt_get, "update"])
    return subprocess.run([*apt_get, "install", "-y", "--no-install-recommends", *packages]).returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])

"""`make scan`: looks for known kinds of faults with tools of others. Each finding is fixed, or explained in `scan.toml`.

bandit reads the Python; schemathesis sends the API what its own description allows and forbids; wapiti visits the pages of a portal that
is started for it on this machine, with an empty database. The tools have environments of their own.
"""

import hashlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
CODE, PAGES = "scan", "pages"
"""Two environments, of `requirements-<name>.txt`: their tools want different versions of the same package."""
OURS = ["accounts", "advisor", "deploy", "mechanisms", "portal", "rules", "manage.py"]
EXAMPLES, MINUTES = 100, 5
"""How much the API is asked; how long the pages are visited."""


def main(arguments: list[str]) -> int:
    """In: names of tools, or none for all. Out: exit status, 1 if a finding is not explained."""
    explained = tomllib.loads((ROOT / "tests" / "scan.toml").read_text(encoding="utf-8"))
    wanted = arguments or ["bandit", "schemathesis", "wapiti"]
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="hrc-scan-") as name:
        folder = Path(name)
        if "bandit" in wanted:
            faults += unexplained_in_code(bandit(folder), explained["bandit"])
        if {"schemathesis", "wapiti"} & set(wanted):
            with portal(folder) as address:
                if "schemathesis" in wanted:
                    faults += unexplained_in_api(schemathesis(address, folder), explained["schemathesis"])
                if "wapiti" in wanted:
                    faults += unexplained_on_pages(wapiti(address, folder), explained["wapiti"])
    print("\n".join(faults))
    print(f"{', '.join(wanted)}: {len(faults)} findings that are not explained")
    return 1 if faults else 0


def tool(name: str, environment: str) -> str:
    """Where a tool is. Its environment is made anew when its versions changed."""
    folder, requirements = ROOT / ".venv" / environment, ROOT / f"requirements-{environment}.txt"
    stamp, digest = folder / "installed", hashlib.sha256(requirements.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        uv = str(Path(sys.executable).with_name("uv"))
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)], check=True)
        hashed = ["pip", "install", "--quiet", "--require-hashes", "--python", str(folder / "bin" / "python")]
        subprocess.run([uv, *hashed, "-r", str(requirements)], check=True)
        stamp.write_text(digest)
    return str(folder / "bin" / name)


def bandit(folder: Path) -> list[dict[str, object]]:
    report = folder / "bandit.json"
    subprocess.run([tool("bandit", CODE), "--quiet", "-r", *OURS, "-f", "json", "-o", report], cwd=ROOT)
    return list(json.loads(report.read_text())["results"])


def unexplained_in_code(found: list[dict[str, object]], explained: list[dict[str, object]]) -> list[str]:
    """In: findings and entries. Out: a line for each finding without an entry, and for each entry (or file in one) without a finding."""
    used: set[tuple[object, object]] = set()
    faults = []
    for finding in found:
        test, file = finding["test_id"], str(finding["filename"]).removeprefix("./")
        entry = next(
            (entry for entry in explained if entry["test"] == test and file in entry.get("files", [file])), None
        )
        if entry is None:
            faults.append(f"bandit {test} {file}:{finding['line_number']}: {finding['issue_text']}")
        used |= {(test, file), (test, None)}
    for entry in explained:
        for file in entry.get("files", [None]):
            if (entry["test"], file) not in used:
                faults.append(f"scan.toml: bandit no longer finds {entry['test']} in {file or 'anything'}")
    return faults


@contextmanager
def portal(folder: Path) -> Iterator[str]:
    """A portal with the facts, as `make serve` starts it. Out: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    mine = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    variables = {"PORTAL_VAR": str(folder / "var"), "PORTAL_SECRET_KEY": "only-for-the-scan-" * 4}
    server = subprocess.Popen(
        [sys.executable, "deploy/local.py", "serve", address],
        cwd=ROOT, env=mine | variables, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"http://{address}/health/ready", timeout=5):
                    break
            except OSError:
                if server.poll() is not None:
                    sys.exit(f"The portal did not start (exit status {server.returncode})")
                time.sleep(1)
        else:
            sys.exit("The portal did not start")
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(30)


def schemathesis(address: str, folder: Path) -> list[str]:
    """Out: a line for each failure."""
    report = folder / "schemathesis.xml"
    flags = ["--checks", "all", "--max-examples", str(EXAMPLES), "--seed", "1", "--report-junit-path", str(report)]
    command = [tool("schemathesis", CODE), "run", f"{address}/api/v1/openapi.json", *flags]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if not report.exists() or not report.stat().st_size:
        return [f"schemathesis did not run: {done.stdout[-500:]}"]
    failures = [
        f"schemathesis {case.get('name')}: {' '.join((element.get('message') or element.text or '').split())[:300]}"
        for case in ElementTree.parse(report).iter("testcase")
        for element in case
        if element.tag in ("failure", "error")
    ]
    return failures or ([] if done.returncode == 0 else [f"schemathesis: {done.stdout[-500:]}"])


def unexplained_in_api(found: list[str], explained: list[dict[str, object]]) -> list[str]:
    """In: failures and entries. Out: the failures of a check that has no entry."""
    return [line for line in found if not any(line.endswith(f": {entry['check']}") for entry in explained)]


def wapiti(address: str, folder: Path) -> dict[str, list[dict[str, object]]]:
    """Out: findings by category."""
    report = folder / "wapiti.json"
    flags = [
        "--scope",
        "domain",
        "--max-scan-time",
        str(MINUTES * 60),
        "--max-attack-time",
        "60",
        "--max-links-per-page",
        "60",
    ]
    quiet = ["--flush-session", "--verbose", "0", "--no-bugreport", "--format", "json", "--output", str(report)]
    home = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [tool("wapiti", PAGES), "--url", f"{address}/", *flags, *quiet],
        cwd=folder,
        env=home,
        stdout=subprocess.DEVNULL,
    )
    return dict(json.loads(report.read_text())["vulnerabilities"])


def unexplained_on_pages(found: dict[str, list[dict[str, object]]], explained: list[dict[str, object]]) -> list[str]:
    """In: findings and entries. Out: a line for each finding of a category that has no entry."""
    known = {entry["category"] for entry in explained}
    return [
        f"wapiti {category}: {finding['method']} {finding['path']} {finding.get('parameter') or ''}: {finding['info']}"
        for category, findings in found.items()
        if category not in known
        for finding in findings
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

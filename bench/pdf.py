"""How long an advice takes as a PDF, beside WeasyPrint.

Ours: `advisor.advice.pdf.rendering.render`, everything included (words, glyph guard, Typst by the rules of PDF/UA-1, packing), in the
language and on the paper of most. Cold: the first PDF of a new worker. Warm: one expert case after the other, none twice in a row.
At once: 200 asked for in the same moment. Peer: WeasyPrint, given the advice page as plain HTML with a few lines of style, in an
environment of its own under `var/`; it is not among our requirements. Run: `make bench`. Figures: milliseconds and megabytes on this
machine.
"""

import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.conf import settings
from django.template import Context, Template

from advisor.advice import page
from advisor.advice.pdf import rendering
from advisor.advice.pdf.typesetting import typesetter
from advisor.cases import case_files as cases
from advisor.editions import store
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice

AT_ONCE = 200
PEER = settings.VAR_DIR / "bench-weasyprint"
STYLE = "body{font:9.5pt Noto Sans,sans-serif} h1{font-size:14pt} h2{font-size:12pt} li{margin:3pt 0}"

MEASURE_PEER = """
import json, resource, sys, time
start = time.perf_counter()
import weasyprint
pages = json.load(sys.stdin)
times = []
for html in pages:
    before = time.perf_counter()
    size = len(weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True))
    times.append(time.perf_counter() - before)
    cold = time.perf_counter() - start if len(times) == 1 else cold
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"version": weasyprint.__version__, "cold": cold, "warm": times[1:], "size": size, "memory": memory}))
"""


def main() -> None:
    """Print ours, then the peer's."""
    edition = store.current()
    if edition is None:
        sys.exit("no edition is published: run `make install` first")
    advices = [advice(path, edition) for path in sorted((ROOT / "fixtures" / "cases").glob("*.yaml"))]
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("typst", "pikepdf"))
    print(f"Python {platform.python_version()}, {versions}, {os.cpu_count()} cores")
    ours(advices, edition)
    peer([as_html(one, edition) for one in advices])


def advice(path: Path, edition: Edition) -> Advice:
    """The advice on a case."""
    case = cases.read(cases.parse(path.read_text(encoding="utf-8")), edition)
    assert case.as_of is not None
    return advise(case.scenario, edition, case.as_of)


def ours(advices: list[Advice], edition: Edition) -> None:
    """Cold, warm and all at once."""

    def make(one: Advice) -> bytes:
        return rendering.render(one, edition, language="en", with_answers=True)

    cold, content = timed(lambda: make(advices[0]))
    with typesetter() as one:
        assert one._worker is not None
        worker = one._worker.pid
    warm = [timed(lambda one=one: make(one))[0] for one in advices[1:7]]  # type: ignore[misc]
    memory = peak(worker)  # before the next one takes its place
    warm += [timed(lambda one=one: make(one))[0] for one in advices[7:]]  # type: ignore[misc]
    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        made = list(threads.map(make, [advices[place % len(advices)] for place in range(AT_ONCE)]))
    took = time.perf_counter() - start
    print(line("Typst", cold, warm, len(content), memory))
    print(f"  {len(made)} at once: {took:.1f} s, {len(made) / took:.1f} a second")


def peak(process: int) -> str:
    """The most memory that a process had, where the system tells."""
    status = Path(f"/proc/{process}/status")
    rows = status.read_text().splitlines() if status.exists() else []
    return next((f"{int(row.split()[1]) // 1024}" for row in rows if row.startswith("VmHWM")), "?")


def as_html(advice: Advice, edition: Edition) -> str:
    """The parts of the advice page that say the same as our PDF, without its forms and links back."""
    parts = '{% include "advice/_card.html" %}'
    text = f"{{% for card in page.cards %}}{parts}{{% endfor %}}{{% include 'advice/_sources.html' with replay=True %}}"
    body = Template(text).render(Context({"page": page.build(advice, edition, {})}))
    return f"<!doctype html><html lang='en'><title>Advice</title><style>{STYLE}</style><body><h1>Advice</h1>{body}"


def peer(pages: list[str]) -> None:
    """The same for WeasyPrint, where it can be installed."""
    python = PEER / "bin" / "python"
    if not python.exists():
        uv = str(Path(sys.executable).with_name("uv"))
        steps = [
            [uv, "venv", "--quiet", str(PEER)],
            [uv, "pip", "install", "--quiet", "--python", str(PEER), "weasyprint"],
        ]
        if any(subprocess.run(step).returncode for step in steps):
            print("WeasyPrint could not be installed: no comparison")
            return
    done = subprocess.run([python, "-c", MEASURE_PEER], input=json.dumps(pages[:8]), capture_output=True, text=True)
    if done.returncode:
        print("WeasyPrint does not run here (it needs Pango): no comparison")
        return
    found: dict[str, Any] = json.loads(done.stdout)
    warm = [seconds * 1000 for seconds in found["warm"]]
    print(line(f"WeasyPrint {found['version']}", found["cold"] * 1000, warm, found["size"], str(found["memory"])))


def timed(work: Callable[[], bytes]) -> tuple[float, bytes]:
    """How many milliseconds a call takes, and what it gives."""
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


def line(name: str, cold: float, warm: list[float], size: int, memory: str) -> str:
    """One line of figures."""
    return (
        f"{name:18} cold {cold:6.0f} ms   warm median {statistics.median(warm):6.0f}, most {max(warm):6.0f} ms"
        f"   {size // 1000:4} kB   {memory:>4} MB"
    )


if __name__ == "__main__":
    main()

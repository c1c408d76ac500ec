"""The house's rules that no other tool enforces. Each failure names the files and what is wrong with them."""

import ast
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400
LONGEST_RULES_MODULE = 400
TEXT = {
    ".py",
    ".html",
    ".md",
    ".txt",
    ".in",
    ".toml",
    ".css",
    ".js",
    ".csv",
    ".yaml",
    ".yml",
    ".po",
    ".json",
    ".sh",
    "",
}


def listed() -> list[Path]:
    """Every file that is or would be committed."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


FILES = listed()
OURS = [path for path in FILES if "vendor" not in path.parts]
PYTHON = [path for path in OURS if path.suffix == ".py" and "migrations" not in path.parts]
RULES = [path for path in PYTHON if path.is_relative_to(ROOT / "rules")]
TEMPLATES = [path for path in OURS if path.is_relative_to(ROOT / "templates") and path.suffix == ".html"]
SUMS = sorted(path for path in FILES if path.match("vendor/SHA256SUMS"))
PROGRAM = [path for path in PYTHON if not path.is_relative_to(ROOT / "tests")]


def places(files: list[Path], pattern: str) -> list[str]:
    """`path:line: text` of every line that the pattern is found in."""
    expression = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files
        if path.suffix in TEXT and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if expression.search(line)
    ]


def test_requirements_name_no_package_index():
    assert (
        places([path for path in OURS if path.name.startswith("requirements")], r"https?://|--(extra-)?index-url") == []
    )


def test_every_requirement_is_pinned_and_hashed():
    for path in ROOT.glob("requirements*.txt"):
        blocks = re.split(r"\n(?=\S)", path.read_text().strip())
        loose = [
            block.splitlines()[0]
            for block in blocks
            if "==" not in block.splitlines()[0] or "--hash=sha256:" not in block
        ]
        assert loose == [], path.name


def test_developers_use_the_versions_that_run():
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.\-\[\]]+==\S+)", (ROOT / name).read_text(), flags=re.MULTILINE))

    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def test_no_lock_file_that_names_a_package_index_is_committed():
    assert [
        path.name for path in FILES if path.name in ("uv.lock", "pylock.toml", "poetry.lock", "package-lock.json")
    ] == []


def test_no_path_of_one_machine_is_committed():
    assert places(OURS, r"(?<![\w.])/(work|home|root|Users)/\w") == []


def test_no_secret_is_committed():
    assert [
        str(path)
        for path in FILES
        if path.name in (".env", "secret_key") or path.suffix in (".pem", ".key", ".sqlite3")
    ] == []


def test_no_test_is_skipped_or_expected_to_fail():
    tests = [path for path in PYTHON if path.is_relative_to(ROOT / "tests")]
    assert (
        places(
            tests, r"\b(skip|skipif|skipIf|skipUnless|xfail|importorskip|expectedFailure)\b\s*[(\n]|mark\.(skip|xfail)"
        )
        == []
    )


def test_no_work_is_left_for_later_in_comments():
    assert places(PYTHON + TEMPLATES, r"\b(TODO|FIXME)\b") == []


def test_no_module_is_too_long():
    def lines(path: Path) -> int:
        return len(path.read_text(encoding="utf-8").splitlines())

    long = [f"{path.relative_to(ROOT)}: {lines(path)}" for path in PYTHON if lines(path) > LONGEST_MODULE]
    long += [f"{path.relative_to(ROOT)}: {lines(path)}" for path in RULES if lines(path) > LONGEST_RULES_MODULE]
    assert long == []


TESTS = ROOT / "tests"
BESIDE_THE_CODE = (".", "journeys", "support", "rules/tables", "rules/editions", "rules/golden")
"""Folders of tests that belong to no single package."""


def test_the_tests_mirror_the_code():
    folders = {path.parent.relative_to(TESTS).as_posix() for path in OURS if path.is_relative_to(TESTS)}
    strays = [folder for folder in sorted(folders) if not (ROOT / folder).is_dir()]
    assert [
        folder for folder in strays if not f"{folder}/".startswith(tuple(f"{name}/" for name in BESIDE_THE_CODE))
    ] == []


def test_every_module_of_the_rules_has_a_test_of_its_own():
    """But those that only declare what a fact is: there is nothing in them to go wrong."""
    twins = {path: TESTS / path.relative_to(ROOT).with_name(f"test_{path.name}") for path in RULES}
    alone = [path for path in RULES if "def " in path.read_text(encoding="utf-8") and not twins[path].exists()]
    assert [str(path.relative_to(ROOT)) for path in alone] == []


def imports(path: Path) -> Iterator[str]:
    """The absolute name of every module that the file imports."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*base, *([node.module] if node.module else [])])


def test_the_rules_import_the_standard_library_alone():
    assert RULES != []
    foreign = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in RULES
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and name.split(".")[0] != "rules"
    ]
    assert foreign == []


def test_the_rules_have_no_clock():
    assert places(RULES, r"\b(date\.today|datetime\.now|datetime\.today|time\.time|utcnow|monotonic)\b") == []


@pytest.mark.parametrize("sums", SUMS, ids=lambda path: path.parent.parent.name)
def test_vendored_files_are_those_that_were_checked(sums):
    expected = dict(reversed(line.split(maxsplit=1)) for line in sums.read_text().splitlines())
    files = {
        str(path.relative_to(sums.parent)): path for path in FILES if path.is_relative_to(sums.parent) and path != sums
    }
    assert set(files) == set(expected)
    for name, path in files.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == expected[name], name


def test_each_vendored_library_has_its_licence():
    for sums in SUMS:
        assert [
            folder.name for folder in sums.parent.iterdir() if folder.is_dir() and not (folder / "LICENSE").exists()
        ] == []


class PolicyBreaker(HTMLParser):
    """Collects what the content-security policy forbids: scripts and styles in the page, things from other hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Called by the parser for each tag."""
        names = dict(attributes)
        if tag == "style" or (tag == "script" and "src" not in names and names.get("type") != "application/json"):
            self.faults.append(f"<{tag}> in the page")
        self.faults += [
            f"{name}= on <{tag}>" for name in names if name == "style" or re.match(r"on[a-z]+$|hx-on", name)
        ]
        address = names.get("src") or (names.get("href") if tag in ("link", "use", "image") else None) or ""
        if re.match(r"(https?:)?//", address):
            self.faults.append(f"<{tag}> from another host")
        if (names.get("href") or "").startswith("javascript:"):
            self.faults.append(f"a script as the address of <{tag}>")


TAKEN_AWAY = ("advice/file.html",)
"""Files that people keep: no page of the portal, so no policy is sent with them, and whatever they need stands in them."""


def test_templates_keep_to_the_content_security_policy():
    faults = []
    for path in TEMPLATES:
        if str(path).endswith(TAKEN_AWAY):
            continue
        parser = PolicyBreaker()
        parser.feed(path.read_text(encoding="utf-8"))
        faults += [f"{path.relative_to(ROOT)}: {fault}" for fault in parser.faults]
    assert faults == []


def test_the_policy_is_recognised_as_broken():
    parser = PolicyBreaker()
    parser.feed(
        "<p style='x'><a onclick='x' href='javascript:x'></a><script>x</script><style></style>"
        "<script src='//cdn.example/x.js'></script><link href='https://cdn.example/x.css'><a href='https://un.example/'>"
    )
    assert len(parser.faults) == 7


def test_static_files_load_nothing_from_other_hosts():
    static = [path for path in FILES if path.is_relative_to(ROOT / "static") and path.suffix in (".css", ".js")]
    assert places(static, r"(url\(|@import|import\s|fetch\()\s*['\"]?(https?:)?//") == []
    assert places(static, r"sourceMappingURL") == []


def test_every_template_is_used():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in PROGRAM + TEMPLATES)
    names = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES}
    # Django finds these by their own name: overridden templates of its admin and of form libraries.
    by_convention = ("account/", "admin/", "mfa/", "registration/", "django/")
    by_crispy = {f"forms/{name}.html" for name in ("uni_form", "field", "errors")}
    unused = {name for name in names if name not in sources and not name.startswith(by_convention)}
    assert unused - by_crispy == set()


OPENING = "templates/forms/open.html"
"""What every posted form has to carry is in this file alone."""


def test_every_posted_form_is_opened_by_the_pack():
    # A form that is not posted changes nothing: it is the filter of a list, and whatever it carried would stand in the address.
    by_hand = places(TEMPLATES, r"<form(?![^>]*\bmethod=.get\b)|csrf_token")
    assert [place for place in by_hand if not place.startswith(f"{OPENING}:")] == []
    assert "<form" in (ROOT / OPENING).read_text(encoding="utf-8")


def test_only_ways_out_are_opened_without_protection():
    unprotected = places(TEMPLATES, r"open_form[^%]*\bprotected=")
    assert [place.partition(":")[0] for place in unprotected] == [
        "templates/_components/header.html",
        "templates/notices/off.html",
    ]


def test_continuous_integration_runs_what_everybody_runs():
    script = ROOT / ".ci" / "run"
    commands = [line for line in script.read_text().splitlines() if line and not line.startswith("#")]
    assert commands == ["set -e", 'cd "$(dirname "$0")/.."', "exec make check test"]
    assert script.stat().st_mode & 0o111


def test_bare_make_lists_every_target_that_people_use():
    shown = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    targets = [line.split()[1] for line in shown.splitlines() if line.startswith("make ")]
    assert {"serve", "stack", "install", "test", "check", "facts", "bench"} <= set(targets)

"""The bill of materials names everything that is installed to run the portal or delivered with it, with version, licence and hashes."""

import json
import re
from pathlib import Path

import pytest

from deploy import parts

ALLOWED = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-3.0-US", "ISC", "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1",
    "PSF-2.0",
}  # fmt: skip
"""Licences under which others may run and change the whole. A new one is a decision."""


def test_every_part_has_a_licence_that_we_may_use():
    found = list(parts.parts())
    named = {name for part in found for name in part.licence.split(" OR ")}
    assert named <= ALLOWED
    assert all(part.hashes for part in found)


def test_the_bill_names_what_is_installed_and_says_the_same_each_time(capsys):
    parts.main(["sbom"])
    text = capsys.readouterr().out
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["specVersion"], bill["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "1.6",
        "hrc-advisor",
    )
    by_name = {part["name"]: part for part in bill["components"]}
    assert by_name["django"]["purl"] == f"pkg:pypi/django@{by_name['django']['version']}"
    assert by_name["django"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert re.fullmatch("[0-9a-f]{64}", by_name["django"]["hashes"][0]["content"])
    references = [part["bom-ref"] for part in bill["components"]]
    assert len(references) == len(set(references))
    assert bill["dependencies"][0]["dependsOn"] == references
    wanted = {re.match(r"[\w-]+", line)[0] for line in (parts.ROOT / "requirements.in").read_text().splitlines()}
    assert wanted <= set(by_name)
    parts.main(["sbom"])
    assert capsys.readouterr().out == text


def test_all_files_of_others_that_are_delivered_are_named():
    there = {
        path.parent.relative_to(parts.ROOT)
        for folder in ("accounts", "advisor", "mechanisms", "portal", "rules", "static")
        for path in (parts.ROOT / folder).rglob("SHA256SUMS")
    }
    assert there == {Path(folder) for folder, _name, _licence in parts.VENDORED}


def test_licences_are_a_list_and_another_word_is_answered_with_the_usage(capsys):
    parts.main(["licences"])
    assert re.search(r"^django-csp [\d.]+: BSD-3-Clause$", capsys.readouterr().out, re.MULTILINE)
    with pytest.raises(SystemExit, match="usage"):
        parts.main(["dance"])

"""What the portal is made of: `parts.py sbom` prints a CycloneDX bill of materials, `parts.py licences` the licence of each part.

Read from `requirements.txt` (versions and hashes that are installed) and from what the installed packages say of themselves. Written by
hand: these are the few fields that a scanner of known faults reads, while the usual generators bring a dozen packages of their own.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([\w.\-]+)(?:\[[\w,\-]+\])?==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
UNKNOWN = "unknown"
OFTEN = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Older packages name their licence by a classifier alone: its SPDX name."""

VENDORED = (
    ("static/fonts", "noto-sans-for-pages", "OFL-1.1"),
    ("advisor/advice/pdf/fonts", "noto-sans-for-paper", "OFL-1.1"),
    ("advisor/sharing/vendor", "eff-short-wordlist", "CC-BY-3.0-US"),
)
"""Files of others that lie in the repository and are delivered: folder, name, licence."""


@dataclass(frozen=True)
class Part:
    """A package that is installed to run the portal, or files of others that lie in the repository."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...] = ()
    vendored: bool = False

    @property
    def purl(self) -> str:
        """The name by which scanners know a package."""
        return f"pkg:generic/{self.name}@{self.version}" if self.vendored else f"pkg:pypi/{self.name}@{self.version}"


def main(arguments: list[str]) -> None:
    """In: `sbom` or `licences`."""
    match arguments:
        case ["sbom"]:
            print(json.dumps(sbom(list(parts())), indent=2, ensure_ascii=False))
        case ["licences"]:
            for part in parts():
                print(f"{part.name} {part.version}: {part.licence}")
        case _:
            sys.exit("usage: parts.py sbom | licences")


def parts() -> Iterator[Part]:
    """All parts in the order of their names, the vendored ones last."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = list(PIN.finditer(text))
    for pin, following in zip(pins, [*pins[1:], None], strict=True):
        block = text[pin.start() : following.start() if following else None]
        if _is_installed(pin[1]):  # what other systems and versions of Python need is not
            yield Part(pin[1].lower(), pin[2], licence(pin[1]), tuple(HASH.findall(block)))
    for folder, name, said in VENDORED:
        lines = (ROOT / folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        yield Part(name, UNKNOWN, said, tuple(line.split()[0] for line in lines), vendored=True)


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def licence(name: str) -> str:
    """What an installed package says of its licence, as SPDX where it can be told; `unknown` where it says nothing."""
    said = cast("Message", metadata.metadata(name))
    expression = said.get("License-Expression")
    if expression:
        return expression
    classes = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License :: ")
    ]
    named = [OFTEN.get(line, line) for line in classes if line not in ("OSI Approved", "Other/Proprietary License")]
    if named:
        return " OR ".join(named)
    first = (said.get("License") or "").strip().splitlines()
    return first[0][:80] if first else UNKNOWN


def sbom(found: list[Part]) -> dict[str, Any]:
    """In: the parts. Out: a bill of materials as CycloneDX 1.6. No time and no random number: the same release gives the same text."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": part.purl,
                "name": part.name,
                "version": part.version,
                "purl": part.purl,
                "licenses": [_named(part.licence)] if part.licence != UNKNOWN else [],
                "hashes": [{"alg": "SHA-256", "content": content} for content in part.hashes],
            }
            for part in found
        ],
        "dependencies": [{"ref": project["name"], "dependsOn": [part.purl for part in found]}],
    }


def _named(licence: str) -> dict[str, Any]:
    return (
        {"expression": licence}
        if re.fullmatch(r"[\w.+\-]+( (OR|AND|WITH) [\w.+\-]+)*", licence)
        else {"license": {"name": licence}}
    )


if __name__ == "__main__":
    main(sys.argv[1:])

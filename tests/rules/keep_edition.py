"""Keep the shipped facts as one frozen edition for the tests of the rules: `.venv/bin/python -m tests.rules.keep_edition`.

Loads fixtures/facts and the weights into a database in memory, freezes them and writes `editions/<id>.json.gz`. Run it only to add an
edition; one that is kept stays, since it also shows that an edition of an older release can still be read.
"""

import gzip
import io
import os
from pathlib import Path

EDITIONS = Path(__file__).parent / "editions"


def main() -> None:
    """Write the edition and print its name."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["TEST_DATABASE_URL"] = "sqlite:///:memory:"
    import django

    django.setup()
    from django.core.management import call_command

    from advisor.editions import store

    call_command("migrate", verbosity=0)
    for command in ("load_facts", "load_weights", "publish"):
        call_command(command, stdout=io.StringIO())
    edition_id = store.current_edition_id()
    assert edition_id is not None
    text = store.freeze_now().content
    path = EDITIONS / f"{edition_id}.json.gz"
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()

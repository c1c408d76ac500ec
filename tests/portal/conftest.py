"""What an installation serves, for the tests of its files and of their weight."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from portal.static_files import JoinedStaticFiles


@pytest.fixture(scope="session")
def collected(tmp_path_factory) -> Path:
    """The folder into which our own sheets, scripts and fonts were collected, twice as after an upgrade."""
    folder = tmp_path_factory.mktemp("static")
    found = {
        name: (storage, name)
        for finder in finders.get_finders()
        for name, storage in finder.list([])
        if not name.startswith("admin/")
    }
    for _ in range(2):
        plain = StaticFilesStorage(location=folder, base_url="/static/")
        for name, (source, path) in found.items():
            plain.delete(name)
            with source.open(path) as file:
                plain.save(name, file)
        joined = JoinedStaticFiles(location=folder, base_url="/static/").post_process(found)
        assert [name for name, _, done in joined if isinstance(done, Exception)] == []
    return folder

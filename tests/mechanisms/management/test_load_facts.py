"""Faults on the command line: one line each on standard error, status 1, no traceback, nothing on standard output."""

import io

import pytest
from django.core.management import call_command

from mechanisms.models import Source
from tests.mechanisms.world import row, write

pytestmark = pytest.mark.django_db


def test_faults_are_listed_and_nothing_is_written(tmp_path):
    write(tmp_path, states=[row("states", un_status="king"), row("states", 1, iso3="")])
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("load_facts", "--from", str(tmp_path), stdout=out, stderr=err)
    assert stopped.value.code == 1
    lines = err.getvalue().splitlines()
    assert "states.csv:2:un_status: “king” is not allowed; allowed: member, observer" in lines
    assert "states.csv:3:iso3: must not be empty" in lines
    assert "mandates.csv: the file is missing" in lines
    assert out.getvalue() == ""
    assert not Source.objects.exists()


def test_problems_of_the_content_stop_the_check():
    err = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("check_facts", stderr=err)
    assert stopped.value.code == 1
    assert "UN Member States: 0, expected 193" in err.getvalue()

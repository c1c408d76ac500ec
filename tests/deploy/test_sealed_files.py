"""A file that is encrypted in chunks: it comes back whole, or not at all."""

import io

import pytest

from deploy import sealed_files
from deploy.sealed_files import NotOpened, seal, unseal


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(sealed_files, "CHUNK", 10)


@pytest.fixture
def password(tmp_path):
    path = tmp_path / "password"
    path.write_text("five words and some more\n")
    return path


def sealed(content, password):
    target = io.BytesIO()
    seal(io.BytesIO(content), target, password)
    return target.getvalue()


def test_what_was_sealed_opens(password):
    for content in (b"", b"short", b"x" * 10, b"x" * 37):
        made = sealed(content, password)
        assert b"".join(unseal(io.BytesIO(made), password)) == content
        assert not content or content not in made
    assert sealed(b"x", password) != sealed(b"x", password)


def test_nothing_can_be_cut_off_moved_or_changed_unseen(password):
    made = sealed(b"0123456789abcdefghijklmnopqrst", password)
    head, size = len(sealed_files.MAGIC) + sealed_files.SALT, 10 + sealed_files.TAG
    first, second, last = (made[head + size * number : head + size * (number + 1)] for number in range(3))
    harmed = (
        made[: head + size * 2],  # the last chunk is gone
        made[:-1],
        made[:head] + second + first + last,
        made[:head] + last,
        made[:-1] + bytes([made[-1] ^ 1]),
        made[: head - 1] + bytes([made[head - 1] ^ 1]) + made[head:],
        made[:head],
    )
    for content in harmed:
        with pytest.raises(NotOpened, match="another password, or the file is not whole"):
            list(unseal(io.BytesIO(content), password))


def test_a_password_must_be_long_readable_and_the_same(password, tmp_path):
    made = sealed(b"x", password)
    (tmp_path / "other").write_text("another password of some words")
    (tmp_path / "short").write_text("short")
    for name, words in (("other", "another password"), ("short", "too short"), ("none", "cannot be read")):
        with pytest.raises(NotOpened, match=words) as refused:
            list(unseal(io.BytesIO(made), tmp_path / name))
        assert "another password of some words" not in str(refused.value)
    with pytest.raises(NotOpened, match="no encrypted backup"):
        list(unseal(io.BytesIO(b"PGDMP"), password))

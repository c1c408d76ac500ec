"""Text lies sealed for one place; the key is outside the database and may change."""

import zlib
from base64 import urlsafe_b64encode

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

from accounts import sealing
from accounts.sealing import seal, unseal


def before(text: bytes, secret: str) -> str:
    """As releases until now sealed it."""
    key = salted_hmac("accounts.sealing", "key", secret=secret, algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(key)).encrypt(text).decode()


def test_what_is_sealed_opens_at_its_place_and_does_not_show():
    sealed = seal("a secret", "table/column/row")
    assert "secret" not in sealed
    assert sealing.is_sealed(sealed)
    assert unseal(sealed, "table/column/row") == "a secret"


@pytest.mark.parametrize("place", ["table/column/other", "table/other/row", ""])
def test_it_opens_at_no_other_place(place):
    with pytest.raises(InvalidToken):
        unseal(seal("a secret", "table/column/row"), place)


def test_it_opens_for_no_other_purpose():
    with pytest.raises(InvalidToken):
        unseal(seal("a secret", "x", purpose="sessions"), "x")


@pytest.mark.parametrize("touched", ["", "no seal", "s2:", "s2:AAAAAAAA:%%%", "s2:AAAAAAAA:AAAA"])
def test_what_was_not_sealed_here_is_refused(touched):
    with pytest.raises(InvalidToken):
        unseal(touched, "x")


def test_a_letter_changed_is_refused():
    sealed = seal("a secret", "x")
    middle = len(sealed) // 2
    other = "A" if sealed[middle] != "A" else "B"
    with pytest.raises(InvalidToken):
        unseal(sealed[:middle] + other + sealed[middle + 1 :], "x")


def test_its_length_tells_little():
    assert len({len(seal("x" * number, "x")) for number in range(60)}) == 1
    assert len({len(seal("x" * number, "x")) for number in range(1000)}) == 5
    assert len({len(seal("é" * number, "x", least=2048)) for number in range(1000)}) == 1


def test_what_is_long_is_made_small_first():
    text = "the same again and again, é " * 1000
    sealed = seal(text, "x", pack=True)
    assert unseal(sealed, "x") == text
    assert len(sealed) < len(text) / 20


def test_the_same_text_never_lies_there_alike():
    assert seal("a secret", "x") != seal("a secret", "x")


def test_a_former_key_still_opens(settings):
    sealed = seal("a secret", "x")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 5
    assert unseal(sealed, "x") == "a secret"
    assert not sealed.startswith(sealing.prefix())
    assert seal("a secret", "x").startswith(sealing.prefix())
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        unseal(sealed, "x")


def test_what_a_release_before_sealed_still_opens(settings):
    sealed, packed = (before(text, settings.SECRET_KEY) for text in (b"a secret", zlib.compress(b"long")))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-" * 5, [settings.SECRET_KEY]
    assert unseal(sealed, "anywhere") == "a secret"
    assert unseal(packed, "anywhere", packed_before=True) == "long"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        unseal(sealed, "anywhere")

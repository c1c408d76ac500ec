"""Secrets lie sealed; the key is outside the database and may change."""

import pytest
from cryptography.fernet import InvalidToken

from accounts.sealing import seal, seal_packed, unseal, unseal_packed


def test_what_is_sealed_opens_and_does_not_show():
    sealed = seal("a secret")
    assert "secret" not in sealed
    assert unseal(sealed) == "a secret"


def test_what_is_long_is_made_small_first():
    text = "the same again and again, é " * 1000
    sealed = seal_packed(text)
    assert unseal_packed(sealed) == text
    assert len(sealed) < len(text) / 20
    with pytest.raises(InvalidToken):
        unseal_packed("no seal")


def test_a_former_key_still_opens(settings):
    sealed = seal("a secret")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 5
    assert unseal(sealed) == "a secret"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        unseal(sealed)

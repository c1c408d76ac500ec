"""Folding by itself; the searches that use it are tested in the admin."""

import pytest

from mechanisms.names.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("CÔTE D’IVOIRE", "cote divoire"),
        ("Türkiye", "turkiye"),
        ("TÜRKİYE", "turkiye"),
        ("São Tomé", "sao tome"),
        ("Łódź", "lodz"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Straße", "strasse"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded

"""Each role may do what it says, and somebody without one nothing."""

import pytest

from accounts import roles


@pytest.mark.parametrize(
    ("role", "reads", "writes", "manages"),
    [
        ("owner", True, True, True),
        ("member", True, True, False),
        ("reader", True, False, False),
        ("admin", False, False, False),
        (None, False, False, False),
    ],
)
def test_what_a_role_may_do(role, reads, writes, manages):
    assert (roles.can_read(role), roles.can_write(role), roles.can_manage(role)) == (reads, writes, manages)


def test_every_role_has_words():
    assert set(roles.LABELS) == set(roles.EXPLAINED) == set(roles.ROLES)

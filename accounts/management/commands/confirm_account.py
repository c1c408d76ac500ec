"""``manage.py confirm_account``: the operator vouches for an account, where there is no second administrator who could."""

from typing import Any

from accounts import vouching
from accounts.management.people import AboutSomebody, the_one
from accounts.models import AccountDeed, AccountEvent


class Command(AboutSomebody):
    help = (
        "Confirm that an account belongs to another person than those who made it, gave it a role or set its password. In the browser a "
        "second administrator does this; who may run commands on the server could do anything, so here nobody is asked for."
    )

    def handle(self, *args: Any, person: str, by: str, **options: Any) -> None:
        whom = the_one(person)
        if not vouching.waits(whom):
            self.stdout.write("Nobody has to confirm this account.")
            return
        AccountEvent.note(AccountDeed.VOUCHED, by=the_one(by), whom=whom)
        self.stdout.write("Confirmed.")

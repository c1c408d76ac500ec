"""``manage.py confirm_account``: the operator vouches for an account, where there is no second administrator who could."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from accounts import vouching
from accounts.management.people import the_one
from accounts.models import AccountDeed, AccountEvent


class Command(BaseCommand):
    help = (
        "Confirm that an account belongs to another person than those who made it, gave it a role or set its password. In the browser a "
        "second administrator does this; who may run commands on the server could do anything, so here nobody is asked for."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("person", metavar="PERSON", help="the name or the e-mail address they sign in with")
        parser.add_argument("--by", required=True, metavar="NAME", help="the account of the person who runs this")

    def handle(self, *args: Any, person: str, by: str, **options: Any) -> None:
        whom = the_one(person)
        if not vouching.waits(whom):
            self.stdout.write("Nobody has to confirm this account.")
            return
        AccountEvent.note(AccountDeed.VOUCHED, by=the_one(by), whom=whom)
        self.stdout.write("Confirmed.")

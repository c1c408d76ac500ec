"""Whom a command means."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.signing_in import known_as


def the_one(text: str) -> User:
    """The person who signs in with this name or address. Raises `CommandError` where it is nobody, or more than one."""
    found = known_as(text)
    if len(found) != 1:
        raise CommandError(f"{text}: {'nobody signs in so' if not found else 'more than one person; use the name'}")
    return found[0]


class AboutSomebody(BaseCommand):
    """A command about one person, which names the person who runs it."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("person", metavar="PERSON", help="the name or the e-mail address they sign in with")
        parser.add_argument("--by", required=True, metavar="NAME", help="the account of the person who runs this")

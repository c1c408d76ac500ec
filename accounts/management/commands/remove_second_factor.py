"""``manage.py remove_second_factor``: for somebody who has lost their app or key and their recovery codes."""

from typing import Any

from accounts import second_factor
from accounts.management.people import AboutSomebody, the_one


class Command(AboutSomebody):
    help = (
        "Remove the second factors of a person, sign them out everywhere, and tell them by mail. Make sure first, in another way than by "
        "mail, that it is really this person who asks. Who did it stays in the account's history."
    )

    def handle(self, *args: Any, person: str, by: str, **options: Any) -> None:
        whom = the_one(person)
        removed = second_factor.remove(whom=whom, by=the_one(by))
        self.stdout.write(f"Removed: {removed}. The password alone signs this person in now.")

"""``manage.py publish``: by the same rules as in the browser. The first edition of an empty installation alone needs nobody's approval."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from advisor import clock
from advisor.editions import packs, store
from advisor.editions.models import Edition
from advisor.editions.weights import BadWeights
from advisor.publishing import actions, runs
from advisor.publishing.models import Proposal

PROPOSE, APPROVE, PUBLISH = "advisor.add_proposal", "advisor.approve_edition", "advisor.publish_edition"
NOTE = "From the command line"
OVER = (Proposal.State.COMPARED, Proposal.State.APPROVED, Proposal.State.FAILED)


class Command(BaseCommand):
    help = (
        "Publish the facts and weights as they are now: propose them, compare them, and publish them once a second person has approved; "
        "run again after that. Or publish an older edition again. Publishes at once only where nothing is published yet."
    )
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-none", action="store_true", help="do nothing where an edition is published already")
        parser.add_argument("--edition", metavar="ID", help="publish this older edition again")
        parser.add_argument("--note", default="", help="why, in a few words")
        parser.add_argument("--by", metavar="NAME", help="the account of the person who runs this")

    def handle(self, *args: Any, if_none: bool, edition: str | None, note: str, by: str | None, **options: Any) -> None:
        if store.current_edition_id() is None:
            self._first(edition, note)
            return
        if if_none:
            return
        try:
            if edition is not None:
                self._go_back(edition, note, _person(by, PUBLISH))
            else:
                self._propose(note, by)
        except actions.Refused as refused:
            raise CommandError("\n".join(refused.reasons)) from refused
        except (BadWeights, store.BadFacts) as bad:
            raise CommandError("\n".join(bad.faults)) from bad

    def _first(self, edition: str | None, note: str) -> None:
        if edition is not None:
            raise CommandError("--edition: nothing was published yet")
        try:
            row = store.publish(by=None, note=note).edition
        except (BadWeights, store.BadFacts) as bad:
            raise CommandError("\n".join(bad.faults)) from bad
        self.stdout.write(f"published edition {row.pk}")

    def _go_back(self, edition: str, note: str, by: User) -> None:
        row = Edition.objects.filter(pk=edition).first()
        if row is None:
            raise CommandError(f"--edition: {edition!r} is not an edition of this installation")
        actions.go_back(edition=row, note=note, by=by)
        self.stdout.write(f"published edition {row.pk}")

    def _propose(self, note: str, name: str | None) -> None:
        now = store.current_edition_id()
        if store.freeze_now().pk == now:
            self.stdout.write(f"edition {now} is already the current one")
            for texts in packs.publish():
                self.stdout.write(f"published texts in {texts.pack.language}: {texts.pack_id}")
            return
        by = _person(name, PROPOSE)
        proposal = actions.propose(note=note or NOTE, as_of=clock.today(), by=by)
        while proposal.state not in OVER and runs.run_due():
            proposal.refresh_from_db()
        proposal.refresh_from_db()
        self._say(proposal)
        if proposal.state == Proposal.State.COMPARED and not settings.TWO_PERSON_PUBLISHING:
            proposal = actions.approve(proposal=proposal, by=_person(name, APPROVE))
        if proposal.state == Proposal.State.APPROVED:
            publication = actions.publish(proposal=proposal, by=_person(name, PUBLISH))
            self.stdout.write(f"published edition {publication.edition_id}")
        elif proposal.state == Proposal.State.COMPARED:
            if any(result.blocks for result in proposal.cases.all()):
                raise CommandError("correct the facts or the cases, or let an approver set them aside in the rule lab")
            self.stdout.write(
                f"proposal {proposal.pk} waits for a second person: an approver looks at it in the rule lab"
            )
        elif proposal.state == Proposal.State.RUNNING:
            self.stdout.write(f"proposal {proposal.pk} is being compared by somebody else; run this again")
        else:
            raise CommandError(f"the comparison of proposal {proposal.pk} broke off; see the log")

    def _say(self, proposal: Proposal) -> None:
        """What the comparison found, in numbers; the rule lab has the whole."""
        for result in proposal.cases.all():
            if result.blocks:
                self.stderr.write(f"not as expected: {result.name}")
        saved = proposal.moved.filter(saved__isnull=False).count()
        cases = proposal.moved.filter(case__isnull=False).count()
        self.stdout.write(
            f"proposal {proposal.pk}: advice of {cases} expert cases and {saved} saved advices would change"
        )


def _person(name: str | None, right: str) -> User:
    """Who runs this, if they might do the same in the browser."""
    person = User.objects.filter(username=name, is_active=True).first()
    if person is None:
        raise CommandError("--by NAME: say whose account it is; another person has to approve")
    if not person.has_perm(right):
        raise CommandError(f"--by: {name} may not do that ({right})")
    return person

"""One page after the other: what is due is claimed, asked for, read, and becomes proposals. Nothing here writes a fact.

Safe to run twice and by several processes at once: a page is claimed in a transaction, and no two pages of one host at a time.
"""

import datetime
import logging
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from mechanisms.load.proposing import propose
from mechanisms.load.reading import FactsError
from mechanisms.load.stores import TableStore
from mechanisms.load.tables import TABLES, Table
from mechanisms.models import FetchedPage, Source

from .adapters import ADAPTERS
from .client import Answer, Client, Refused, Unreachable
from .found import Adapter, ChangedForm, Found, Page

log = logging.getLogger(__name__)

CLAIM = datetime.timedelta(minutes=10)
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(hours=1), datetime.timedelta(days=7)
LINK_DAYS = 30
"""The address of a source is tried so often."""
MOST_A_ROUND = 20


def run(client: Client, now: datetime.datetime, *, only: str = "", most: int = MOST_A_ROUND) -> list[FetchedPage]:
    """Read what is due. Out: the pages looked at, each with what came of it. In: ``only``, the name of one adapter, whose pages are read
    now, due or not."""
    adapters = {only: ADAPTERS[only]} if only else ADAPTERS
    pages = {page.address: (one, page) for one in adapters.values() for page in one.pages()}
    _note(((address, one.name) for address, (one, _page) in pages.items()), now)
    if only:
        FetchedPage.objects.filter(address__in=pages).update(due_at=now)
    else:
        _note(((url, "") for url in _links() if url not in pages), now)
    done: list[FetchedPage] = []
    while len(done) < most and (row := _claimed(now, pages if only else None, {page.pk for page in done})) is not None:
        adapter, page = pages.get(row.address, (None, None))
        _look(client, row, adapter, page, now)
        done.append(row)
    return done


def _links() -> set[str]:
    return set(Source.objects.filter(url__startswith="https://").values_list("url", flat=True))


def _note(addresses: Iterable[tuple[str, str]], now: datetime.datetime) -> None:
    """Pages that are not known yet are due at once."""
    rows = [
        FetchedPage(address=address, adapter=name, host=urlsplit(address).netloc, due_at=now)
        for address, name in addresses
    ]
    FetchedPage.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def _claimed(now: datetime.datetime, only: Iterable[str] | None, done: set[int]) -> FetchedPage | None:
    """The next page that is due and whose host nobody is asking: adapters first."""
    moment = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=moment)
    due = FetchedPage.objects.filter(free, due_at__lte=now).exclude(pk__in=done)
    due = due.exclude(host__in=FetchedPage.objects.filter(claimed_until__gte=moment).values("host"))
    due = due.filter(Q(address__in=_links()) | ~Q(adapter=""))
    if only is not None:
        due = due.filter(address__in=list(only))
    row = due.order_by("-adapter", "due_at", "pk").select_for_update().first()
    if row is None:
        return None
    same_host = FetchedPage.objects.select_for_update().filter(host=row.host)
    if any(other.claimed_until and other.claimed_until >= moment for other in same_host):
        return None
    row.claimed_until = moment + CLAIM
    row.save(update_fields=["claimed_until"])
    return row


def _look(client: Client, row: FetchedPage, adapter: Adapter | None, page: Page | None, now: datetime.datetime) -> None:
    """Ask for a page and keep what came of it. A page without an adapter is only tried."""
    again = datetime.timedelta(days=adapter.days if adapter else LINK_DAYS)
    try:
        answer = client.get(row.address, row.etag, row.last_modified, head=adapter is None)
        if adapter is not None and page is not None and not answer.unchanged:
            row.notes = "\n".join(_proposed(adapter, page, answer, now.date()).notes)
        _went_well(row, answer if adapter else Answer(unchanged=True))
    except Unreachable as trouble:
        wait = max(FIRST_WAIT * 2 ** min(row.failures, 10), datetime.timedelta(seconds=trouble.wait))
        again = min(wait, LONGEST_WAIT)
        _failed(row, str(trouble), now)
    except (Refused, ChangedForm) as wrong:
        _failed(row, str(wrong), now)
    except FactsError as error:
        _failed(row, f"What was read can't be proposed: {error.faults[0]}", now)
    row.looked_at, row.due_at, row.claimed_until = now, now + again, None
    row.save()
    if row.fault:
        log.warning("%s: %s", row.address, row.fault)


def _went_well(row: FetchedPage, answer: Answer) -> None:
    row.failures, row.fault, row.fault_since = 0, "", None
    if not answer.unchanged:
        row.etag, row.last_modified = answer.etag, answer.last_modified


def _failed(row: FetchedPage, words: str, now: datetime.datetime) -> None:
    """What is known of the page is forgotten, so that the next answer is read whole."""
    row.failures = min(row.failures + 1, 1_000)
    row.fault, row.fault_since = words[:400], row.fault_since or now
    row.etag = row.last_modified = ""


def _proposed(adapter: Adapter, page: Page, answer: Answer, today: datetime.date) -> Found:
    """Read a page and propose what it says otherwise. Raises ``ChangedForm``, or ``FactsError`` where a row can't be one of ours."""
    table: Table = next(one for one in TABLES if one.file == adapter.table)
    found = adapter.read(answer.body, TableStore(table).living(), page, today)
    proof = {"checked_on": today.isoformat(), **_source(page)}
    rows: list[Mapping[str, str]] = [{**proof, **row} for row in found.rows]
    if rows:
        propose(table, rows, name=adapter.name, note=page.address)
    return found


def _source(page: Page) -> dict[str, str]:
    """The source that a new or changed row rests on: the one with this address, where there is one."""
    slug = Source.objects.filter(url=page.address).values_list("slug", flat=True).first()
    return {"source": slug} if slug else {}

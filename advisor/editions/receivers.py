"""What editions do when others tell or ask something: lend the translations of facts to the words, look anew with each request, and say
whether facts were published."""

import datetime
from typing import Any

from django.core.signals import request_started

from advisor.words import fact_texts
from mechanisms.signals import asked_if_published

from . import packs
from .models import Publication

fact_texts.lend(packs.current)
request_started.connect(packs.forget, dispatch_uid="advisor.editions.packs")


def published_since(since: datetime.datetime, **more: Any) -> bool:
    """Whether anything was published after a moment: then advice may rest on what was added before."""
    return Publication.objects.filter(published_at__gte=since).exists()


asked_if_published.connect(published_since, dispatch_uid="advisor.editions.published")

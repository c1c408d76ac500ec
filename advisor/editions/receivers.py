"""What editions do when Django tells something: lend the translations of facts to the words, and look anew with each request."""

from django.core.signals import request_started

from advisor.words import fact_texts

from . import packs

fact_texts.lend(packs.current)
request_started.connect(packs.forget, dispatch_uid="advisor.editions.packs")

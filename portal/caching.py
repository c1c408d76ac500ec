"""What all workers share for a while: counts of attempts. It lies in Redis if there is one, otherwise in a table of the database.

Names are keyed digests (an e-mail address is among them) and values lie sealed. So a copy tells nothing, and nobody who can write there
can make a worker run anything, as they could with Django's own caches, which hold pickles.
"""

import json
import logging
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar

from cryptography.fernet import InvalidToken
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from django.db import DatabaseError, connections, router, transaction
from django.utils.timezone import now

from accounts import keys, sealing

log = logging.getLogger(__name__)

PURPOSE = "cache"
LEAST = 256

PAUSE = 5.0
"""So many seconds a process counts for itself after Redis failed, before it asks again: each try may wait for two."""


def keyed(key: str, key_prefix: str, version: int) -> str:
    """What a name is called in the cache. Django's ``KEY_FUNCTION``."""
    return keys.digest(PURPOSE, f"{key_prefix}:{version}:{key}")


class Sealing:
    """Values as they lie in the cache. Whole numbers lie there as they are, so that Redis can count them."""

    def dumps(self, obj: Any) -> int | str:
        """In: what JSON can hold."""
        return obj if type(obj) is int else sealing.seal(json.dumps(obj), PURPOSE, purpose=PURPOSE, least=LEAST)

    def loads(self, data: bytes | str | int) -> Any:
        """Out: the value; None for anything that was not sealed here, such as what an earlier release left."""
        text = data.decode("utf-8", "replace") if isinstance(data, bytes) else str(data)
        try:
            return (
                int(text)
                if text.lstrip("-").isdecimal()
                else json.loads(sealing.unseal(text, PURPOSE, purpose=PURPOSE))
            )
        except InvalidToken:
            return None


class TableCache(DatabaseCache):
    """Django's cache in a table, with sealed values in place of pickles."""

    _values = Sealing()
    _table: str
    _cull: Callable[..., None]

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        names = {self.make_and_validate_key(key, version=version): key for key in keys}
        if not names:
            return {}
        connection = connections[router.db_for_read(self.cache_model_class)]
        table, moment = connection.ops.quote_name(self._table), connection.ops.adapt_datetimefield_value(_whole(now()))
        places = ", ".join(["%s"] * len(names))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT cache_key, value FROM {table} WHERE cache_key IN ({places}) AND expires >= %s",
                [*names, moment],
            )
            found = {names[name]: self._values.loads(value) for name, value in cursor.fetchall()}
        return {key: value for key, value in found.items() if value is not None}

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool:
        seconds = self.get_backend_timeout(timeout)
        using = router.db_for_write(self.cache_model_class)
        connection = connections[using]
        table, adapted = connection.ops.quote_name(self._table), connection.ops.adapt_datetimefield_value
        end = (
            datetime.max.replace(tzinfo=UTC, microsecond=0) if seconds is None else datetime.fromtimestamp(seconds, UTC)
        )
        row = [key, str(self._values.dumps(value)), adapted(_whole(end))]
        insert = (
            f"INSERT INTO {table} (cache_key, value, expires) VALUES (%s, %s, %s) ON CONFLICT (cache_key) DO UPDATE"
        )
        insert += " SET value = excluded.value, expires = excluded.expires"
        try:
            with transaction.atomic(using=using), connection.cursor() as cursor:
                cursor.execute(f"SELECT COUNT(*) FROM {table}")
                number = cursor.fetchone()[0]
                if number > self._max_entries:
                    self._cull(using, cursor, _whole(now()).replace(tzinfo=None), number)
                if mode == "touch":
                    cursor.execute(f"UPDATE {table} SET expires = %s WHERE cache_key = %s", [row[2], key])
                elif mode == "add":
                    cursor.execute(f"{insert} WHERE {table}.expires < %s", [*row, adapted(_whole(now()))])
                else:
                    cursor.execute(insert, row)
                return bool(cursor.rowcount)
        except DatabaseError:
            return False  # as Django's: of two who write at once one may fail


def _whole(moment: datetime) -> datetime:
    """Django's table holds whole seconds."""
    return moment.replace(microsecond=0)


def _or_alone(name: str) -> Callable[..., Any]:
    """The method of Redis; of the process's own memory while Redis does not answer."""

    def method(self: "PatientRedisCache", *args: Any, **kwargs: Any) -> Any:
        from redis.exceptions import ConnectionError as Gone
        from redis.exceptions import TimeoutError as Late

        if time.monotonic() >= PatientRedisCache.asks_again:
            try:
                return getattr(RedisCache, name)(self, *args, **kwargs)
            except (Gone, Late) as fault:
                PatientRedisCache.asks_again = time.monotonic() + PAUSE
                log.error(
                    "Redis does not answer (%s): attempts are counted by each process alone", type(fault).__name__
                )
        return getattr(self.alone, name)(*args, **kwargs)

    return method


class PatientRedisCache(RedisCache):
    """Django's cache in Redis. Without an answer within two seconds each process counts for itself, so that nobody is kept from signing
    in, and nobody may try without end."""

    asks_again: ClassVar[float] = 0.0
    _options: dict[str, Any]

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        times = {"socket_timeout": 2, "socket_connect_timeout": 2, "retry": Retry(NoBackoff(), 0)}
        self._options = {**self._options, **times, "serializer": Sealing}
        self.alone = LocMemCache("while Redis is away", params)

    def answers(self) -> bool:
        """Whether Redis answers, for `/health/ready`."""
        self.has_key("asked")
        return time.monotonic() >= PatientRedisCache.asks_again


for _name in (
    "add",
    "get",
    "set",
    "touch",
    "delete",
    "get_many",
    "has_key",
    "incr",
    "set_many",
    "delete_many",
    "clear",
):
    setattr(PatientRedisCache, _name, _or_alone(_name))

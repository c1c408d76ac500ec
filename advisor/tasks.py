"""Background tasks: thin, safe to run twice.

Celery beat calls them where there is a broker, ``manage.py tidy --loop`` where there is none.
"""

from celery import shared_task

from advisor import tidying


@shared_task  # type: ignore[untyped-decorator]  # celery has no types
def tidy() -> None:
    """Delete what is past its day."""
    tidying.tidy()

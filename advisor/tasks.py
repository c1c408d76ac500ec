"""Background tasks: thin, safe to run twice. Celery beat calls them where there is a broker, ``manage.py work`` where there is none."""

from celery import shared_task

from . import jobs


@shared_task  # type: ignore[untyped-decorator]  # celery has no types
def run_round(name: str) -> None:
    """Do one of `rounds.ROUNDS`. A failure is logged there, without words that may quote a case, and the next round tries again."""
    jobs.run(name)

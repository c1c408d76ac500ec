"""Wiring: settings, addresses, health. The Celery application is made here so that every task finds it."""

from .celery import app as celery_app

__all__ = ["celery_app"]

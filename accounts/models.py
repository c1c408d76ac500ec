"""People. A user model of our own from the first migration: replacing Django's later would mean rewriting every key."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person with an account: today an editor of facts, later also a member of an organisation."""

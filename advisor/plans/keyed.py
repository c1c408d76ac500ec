"""Tasks of the advice have a keyed digest as their key, so that none comes twice."""

from accounts import rekeying

from .actions import keyed
from .models import Task

rekeying.register(Task, keyed)

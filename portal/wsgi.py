"""The door for a WSGI server such as gunicorn."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()
# All pages now, before the server says that it is ready: the first visitor should not wait for them.
import_module(settings.ROOT_URLCONF)

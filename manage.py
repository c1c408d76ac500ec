#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys

LIGHT = {"advise": "portal.settings_advise"}
"""Settings of the commands that need few of the portal's apps."""


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", LIGHT.get(command, "portal.settings"))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

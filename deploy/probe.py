"""Whether the portal is ready, for whoever watches it on the same machine: `probe.py http://127.0.0.1:8000/health/ready`.

Exit status 0 if so, else 1 and what is wrong. It asks by the portal's own name, since others are refused.
"""

import http.client
import os
import sys
from urllib.parse import urlsplit

PATIENCE = 8
"""Seconds."""


def main(arguments: list[str]) -> int:
    """In: the address. Out: the exit status."""
    parts = urlsplit(arguments[0])
    host = os.environ.get("PORTAL_ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request("GET", parts.path, headers={"Host": host})
        answer = connection.getresponse()
        said = answer.read(1000).decode(errors="replace")
    except OSError as fault:
        said, status = type(fault).__name__, 0
    else:
        status = answer.status
    finally:
        connection.close()
    if status != http.HTTPStatus.OK:
        print(status or "no answer", said)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

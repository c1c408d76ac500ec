# The portal for deploy/compose.yaml: web server, worker, beat and backup are one image. Built from the release's own files.
FROM python:3.11-slim-trixie

# pg_dump and pg_restore of the version of the server in deploy/compose.yaml.
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home portal \
    && install -d -o portal -g portal -m 0700 /srv/var /srv/backups

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PORTAL_VAR=/srv/var
WORKDIR /srv/hrc-advisor

# Changes seldom, so it comes first. Versions and hashes are those of the release.
COPY requirements.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

COPY . .
RUN python deploy/local.py compile && python -m compileall -q accounts advisor deploy mechanisms portal rules

USER portal
EXPOSE 8000
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", "0.0.0.0:8000", "portal.wsgi"]

# Bare `make` lists the targets. Only Python 3.11 or newer, make and git are needed.

PYTHON ?= python3
BIND ?= 127.0.0.1:8000
ARGS ?=
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help serve stack install test check format facts bench scan fuzz soak sbom licences requirements environment development

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; do printf 'make %-14s %s\n' "$$name" "$$text"; done

serve: environment  ## install what is missing, then serve the portal on 127.0.0.1:8000 (BIND=ADDRESS:PORT)
	@$(BIN)/python deploy/local.py serve $(BIND)

stack: environment  ## the same as in production: web, Celery worker and beat, on PostgreSQL and Redis of its own
	@$(BIN)/python deploy/stack.py $(BIND)

install: development  ## everything before serving: environment with developers' tools, database, facts, first edition
	@$(BIN)/python deploy/local.py prepare

test: development  ## every test, on SQLite and PostgreSQL, with Redis and Chromium (ARGS='-k word' for some)
	@$(BIN)/python -m tests.run $(ARGS)

check: development  ## style, types, who imports whom, the house's own rules, migrations, production settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -q -p no:cacheprovider tests/test_repository.py
	$(BIN)/python -W error manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run
	env -i PATH="$$PATH" PORTAL_ALLOWED_HOSTS=portal.example $(BIN)/python manage.py check --deploy --fail-level WARNING

format: development  ## put the code into the house's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

facts: environment  ## take over the release's facts, weights and cases; what was changed here stays, nothing is published
	$(BIN)/python manage.py load_facts
	$(BIN)/python manage.py load_weights
	$(BIN)/python manage.py load_cases

bench: development  ## measure speed
	@for script in bench/*.py; do echo "$$script"; $(BIN)/python "$$script" || exit 1; done

scan: development  ## known kinds of faults: bandit, schemathesis, wapiti; each finding is fixed or explained in tests/scan.toml
	@$(BIN)/python -m tests.scan $(ARGS)

fuzz: development  ## 10,000 examples over every form, the API and every import: no fault of ours, no text lost
	@$(BIN)/python -m pytest -q -p no:cacheprovider --nomigrations --hypothesis-profile fuzz tests/test_fuzz.py $(ARGS)

soak: development  ## 30 minutes at 50 clients on the stack, with kills each minute; ARGS='--minutes 2' for a short form
	@$(BIN)/python -m tests.soak $(ARGS)

sbom: environment  ## what the portal is made of, as CycloneDX JSON on standard output
	@$(BIN)/python deploy/parts.py sbom

licences: environment  ## the same as a list with licences
	@$(BIN)/python deploy/parts.py licences

requirements: development  ## maintainers: pin requirements*.in anew, with hashes and without a package index's address
	@for name in requirements requirements-dev requirements-scan requirements-pages requirements-servers requirements-uv; do \
		$(BIN)/uv pip compile $$name.in --universal --python-version 3.11 --generate-hashes --no-header \
			--no-emit-index-url --no-emit-find-links --quiet -o $$name.txt || exit 1; \
	done

environment:
	@$(PYTHON) deploy/bootstrap.py

development:
	@$(PYTHON) deploy/bootstrap.py --dev

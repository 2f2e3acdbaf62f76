# Every command a person needs; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
RUN := $(BIN)/python manage.py
DEMONSTRATION = PORT=$(PORT) DJANGO_SETTINGS_MODULE=copronet.config.settings.demonstration
TWO := -n 2 --dist worksteal
ENOUGH := import sys; sys.exit(sys.version_info < (3, 11, 2))

.PHONY: help demo serve test test-fast test-sqlite test-postgresql databases check bench messages compile-messages borrowed lock audit clean browser

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

# --- what must be there first -------------------------------------------------------------------------------

.venv/production: requirements/production.lock
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. / Mae Python ar goll: sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c '$(ENOUGH)' || { echo "Python 3.11.2 or newer is needed. / Mae angen Python 3.11.2 neu fwy newydd: sudo apt-get install python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "python3-venv is missing. / Mae python3-venv ar goll: sudo apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/production.lock
	@touch $@

.venv/development: .venv/production requirements/development.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.lock
	@touch $@

BORROWED := locale/borrowed/cy/LC_MESSAGES
locale/cy/LC_MESSAGES/django.mo: $(BORROWED)/django.mo $(BORROWED)/djangojs.mo
%.mo: %.po .venv/production
	@$(BIN)/python -c 'import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])' $< $@

compile-messages: locale/cy/LC_MESSAGES/django.mo ## Make the Welsh catalogues ready to read

# The operating system's Chromium and gettext, installed when missing and when this person may.
browser:
	@command -v chromium >/dev/null && command -v xgettext >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium libatomic1 gettext >/dev/null; \
	else echo "Please install / Gosodwch: sudo apt-get install --no-install-recommends chromium libatomic1 gettext"; exit 1; fi

# --- running -------------------------------------------------------------------------------------------------

demo: .venv/production locale/cy/LC_MESSAGES/django.mo ## Build and serve the demonstration network on port 8000 (PORT=, COPRONET_DATA=)
	@$(DEMONSTRATION) $(RUN) demonstrate
	@$(DEMONSTRATION) $(RUN) serve --port $(PORT)

serve: .venv/production locale/cy/LC_MESSAGES/django.mo ## Serve with the development settings
	@$(RUN) migrate --verbosity 0
	@$(RUN) runserver $(PORT)

# --- checking ------------------------------------------------------------------------------------------------

check: .venv/development locale/cy/LC_MESSAGES/django.mo ## Lint, format, types, contracts, templates, migrations: seconds
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy copronet
	$(BIN)/lint-imports
	$(BIN)/djlint copronet --lint --quiet
	$(BIN)/djhtml --check --tabwidth 2 $$(git ls-files 'copronet/**/*.html')
	$(RUN) makemigrations --check --dry-run --verbosity 0
	$(RUN) check --fail-level WARNING

test: .venv/development locale/cy/LC_MESSAGES/django.mo browser ## Everything, on SQLite and then on PostgreSQL
	@$(MAKE) --no-print-directory -j2 check databases
	$(MAKE) --no-print-directory test-sqlite
	$(MAKE) --no-print-directory test-postgresql

databases: .venv/development # migrated once, before the tests copy them
	@DJANGO_SETTINGS_MODULE=copronet.config.settings.test $(BIN)/python -m tests.migrate_once
	@BIN=$(BIN) DJANGO_SETTINGS_MODULE=copronet.config.settings.test bash tests/with-postgresql.sh $(BIN)/python -m tests.migrate_once

test-sqlite: .venv/development locale/cy/LC_MESSAGES/django.mo ## All tests on SQLite
	$(BIN)/python -m pytest $(TWO)

test-postgresql: .venv/development locale/cy/LC_MESSAGES/django.mo ## All but presentation on PostgreSQL
	@BIN=$(BIN) bash tests/with-postgresql.sh $(BIN)/python -m pytest $(TWO) -m "not presentation"

test-fast: .venv/development locale/cy/LC_MESSAGES/django.mo ## The quick part, under a minute
	$(BIN)/python -m pytest $(TWO) -m "not slow and not browser"

audit: .venv/development ## Look for known weaknesses in what we stand on
	$(BIN)/pip-audit --require-hashes -r requirements/production.lock || echo "(pip-audit could not answer, or found something: read above)"

bench: .venv/development locale/cy/LC_MESSAGES/django.mo ## Measure speed and memory, beside what people would use otherwise
	$(BIN)/python -m benchmarks

# --- tending -------------------------------------------------------------------------------------------------

messages: .venv/development ## Gather phrases from code and templates into locale/cy
	$(RUN) makemessages --locale cy --no-location --no-wrap --ignore '.venv/*' --ignore 'data/*' --ignore 'tests/*' --ignore '*/tests/*'

borrowed: .venv/production ## List the libraries' phrases that have no Welsh yet (ADD=1 adds them to locale/borrowed)
	@$(RUN) borrowed $(if $(ADD),--add)

lock: .venv/development ## Pin versions and hashes anew
	@for name in production development; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links requirements/$$name.in -o requirements/$$name.lock; done

clean: ## Remove what was built; the data folder stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis locale/cy/LC_MESSAGES/*.mo $(BORROWED)/*.mo

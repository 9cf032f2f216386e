# `make` lists the targets. A target that needs packages installs them first, and only when they have changed.

HOST ?= 127.0.0.1
PORT ?= 8000
VAR ?= var
SITE_URL ?= http://127.0.0.1:$(PORT)
# More words for pytest: PYTEST="-k front"
PYTEST ?=
export HOST PORT VAR SITE_URL

PYTHON := .venv/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check install --quiet --require-hashes
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make requirements"
MESSAGES := --all --no-location --no-obsolete --no-wrap --ignore .venv --ignore var --ignore tests

.DEFAULT_GOAL := help
.PHONY: help run test long bench lint format requirements messages screenshots font

help: ## Say what each target does
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

run: .venv/site $(VAR)/static/staticfiles.json ## Serve the paper at HOST:PORT, with a demo paper at the first start (DEMO=0: an empty one)
	@$(PYTHON) manage.py migrate --verbosity 0
	@if [ "$(DEMO)" != 0 ]; then $(PYTHON) manage.py demo --if-empty; fi
	@printf '\n  The paper   %s/\n  The desk    %s/admin/\n  A login     %s manage.py make_editor NAME\n\n' \
		"$(SITE_URL)" "$(SITE_URL)" "$(PYTHON)"
	@exec .venv/bin/gunicorn

test: .venv/tools ## Run every test, on SQLite or on the database of DATABASE_URL
	@# By file: the tests of one share a paper in the browser, and must not meet there. In the order of tests/conftest.py.
	@$(PYTHON) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(PYTEST)

long: .venv/tools ## Try days at the desk at random for an hour or so; `make test` tries a few
	@$(PYTHON) -m pytest --hypothesis-profile=long tests/test_typing.py tests/test_desk_days.py

bench: .venv/tools ## Measure pages that are kept beside what gunicorn and nginx can do at all (needs wrk and nginx)
	@$(PYTHON) -m docs.bench

lint: .venv/tools ## Report what the linters find, and change nothing
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/djlint --lint --quiet templates

format: .venv/tools ## Put the Python code into its usual shape
	@.venv/bin/ruff check --fix-only --quiet
	@.venv/bin/ruff format

requirements: .venv/tools ## Pin the newest versions that requirements.in and requirements-dev.in allow
	@$(COMPILE) --upgrade requirements.in --output-file requirements.txt
	@$(COMPILE) --upgrade requirements-dev.in --output-file requirements-dev.txt

messages: .venv/site ## Collect the words to translate into locale/, and compile the translations (needs gettext)
	@$(PYTHON) manage.py makemessages --verbosity 0 $(MESSAGES)
	@$(PYTHON) manage.py compilemessages --verbosity 0 --ignore .venv

screenshots: .venv/tools ## Take the pictures of docs/screenshots/ again (needs Chromium)
	@$(PYTHON) -m docs.make_screenshots

font: .venv/tools ## Make static/fonts/ again from the package that Newsreader's drawings come in (needs npm)
	@folder=$$(mktemp -d) && trap 'rm -r "$$folder"' EXIT && \
		npm install --silent --prefix "$$folder" @fontsource-variable/newsreader@5.3.0 && \
		$(PYTHON) docs/make_font.py "$$folder/node_modules/@fontsource-variable/newsreader" static/fonts

# Each file below stands for a step that need not be done twice.

# The system's own first: it is built with every optimisation, and a fifth faster than one that pyenv has built.
.venv/bin/python:
	@python=$$(for name in /usr/bin/python3.11 python3.11 python3; do $$name -c "import ensurepip" 2>/dev/null && echo $$name && break; done); \
	[ -n "$$python" ] || { echo "Newsroom needs Python 3.11 or newer with venv, and found none. On Debian: apt-get install python3 python3-venv" >&2; exit 1; }; \
	$$python -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Newsroom needs Python 3.11 or newer; python3 is " + sys.version.split()[0] + ".")' && \
	$$python -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	@echo "Installing what the site runs on …"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/tools: requirements-dev.txt .venv/site
	@echo "Installing what tests and linters need …"
	@$(PIP) -r requirements.txt -r requirements-dev.txt
	@touch $@

# Folders are listed too: their dates tell of files that are gone.
$(VAR)/static/staticfiles.json: .venv/site $(shell find static $(wildcard $(VAR)/brand))
	@echo "Compressing the static files …"
	@$(PYTHON) manage.py collectstatic --no-input --clear --verbosity 0
	@touch $@

# make ingest   sets everything up and loads corpus/ into nhs.duckdb
# make test     sets everything up and runs the tests
# make check    what has to pass before a commit
# Another Python: make ingest PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
STAMP := $(VENV)/installed

.DEFAULT_GOAL := help
.PHONY: help install ingest test check format-check lint types imports coverage examples evaluate format fix readme lock clean

help:
	@echo "make ingest     set up, then load corpus/ into nhs.duckdb"
	@echo "make test       set up, then run the tests"
	@echo "make check      format, lint, types, imports, tests with coverage, pattern examples, evaluation"
	@echo "make evaluate   score the extraction of corpus/dev; fails below the floors"
	@echo "make format     put the code in form; make fix also mends what the linter can mend"
	@echo "make readme     bring the generated parts of the README up to date"
	@echo "make lock       write requirements.lock anew from pyproject.toml"
	@echo "make clean      remove the virtual environment, the database and caches"

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) not found: install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name a newer one: make PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments: install its venv package (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 2; }
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --quiet --quiet --require-hashes --requirement requirements.lock
	@$(PIP) install --quiet --quiet --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

ingest: install
	@$(BIN)/nhs-extract ingest corpus --db nhs.duckdb

test: install
	@$(BIN)/pytest

check: format-check lint types imports coverage examples evaluate

format-check: install
	@$(BIN)/ruff format --check src tests

lint: install
	@$(BIN)/ruff check src tests

types: install
	@$(BIN)/mypy

imports: install
	@$(BIN)/lint-imports --no-logo

coverage: install
	@$(BIN)/pytest --cov --cov-report=term:skip-covered

examples: install
	@$(BIN)/nhs-extract check

evaluate: install
	@$(BIN)/nhs-extract evaluate corpus/dev

format: install
	@$(BIN)/ruff format src tests

fix: install
	@$(BIN)/ruff check --fix src tests
	@$(BIN)/ruff format src tests

readme: install
	@$(BIN)/python -m tests.readme

# From Python 3.11, the oldest that is supported; the file carries no index addresses.
lock:
	@$(PYTHON) -m venv --clear $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip --disable-pip-version-check install --quiet pip-tools
	@CUSTOM_COMPILE_COMMAND="make lock" $(VENV)-lock/bin/pip-compile --quiet --strip-extras --allow-unsafe \
		--extra dev --generate-hashes \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file requirements.lock pyproject.toml
	@rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock build dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	rm -f nhs.duckdb nhs.duckdb.wal
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Every target sets up what it needs: a virtual environment in .venv, once.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CORPUS ?=
# One process more than cores: tests of the room wait for its timers.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: run test check coverage pictures test-whoosh3 clean

run: $(VENV)/.run
	@$(BIN)/recoupe $(if $(CORPUS),"$(CORPUS)")

# With bytecode, else each process that a test starts compiles all modules anew.
test: $(VENV)/.dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# What a change must pass: format, lint, types, tests.
check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(MAKE) --no-print-directory test

# Which branches the tests reach; fails below the floor in pyproject.toml.
coverage: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist worksteal -q --cov --cov-report=term:skip-covered

# The same tests on the fork whoosh3, which imports as whoosh: in an environment of its own, since the
# two install into the same folder.
test-whoosh3: .venv-whoosh3/.dev
	.venv-whoosh3/bin/python -m pytest -n auto --dist worksteal

# The picture of the imports in docs/architecture.md, from the code; those of the README and its tour,
# from the running program on the sample.
pictures: $(VENV)/.dev
	$(BIN)/python docs/imports.py
	$(BIN)/python -m docs.pictures

clean:
	rm -rf .venv .venv-whoosh3 .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Recoupe needs Python 3.11 or later; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.run: pyproject.toml tui/recoupe.py | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[formats]'
	@touch $@

$(VENV)/.dev: pyproject.toml tui/recoupe.py | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[formats]' --group dev
	@touch $@ $(VENV)/.run

.venv-whoosh3/.dev: pyproject.toml tui/recoupe.py
	$(PYTHON) -m venv .venv-whoosh3
	.venv-whoosh3/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	.venv-whoosh3/bin/python -m pip install --quiet --editable '.[formats]' --group dev
	.venv-whoosh3/bin/python -m pip uninstall --quiet --yes whoosh
	.venv-whoosh3/bin/python -m pip install --quiet whoosh3
	@touch $@

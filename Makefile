# Everything a working copy needs; each target makes the virtual environment it runs in.
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV ?= .venv
PYTEST_ARGS ?= -n auto

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
USE := $(VENV)/.installed
DEV := $(VENV)/.installed-dev

.PHONY: build test lint check format messages schema templates days-off docs pictures wheel bench tables
.DEFAULT_GOAL := build

## Produce the documents of roadmaps/ under build/.
build: $(USE)
	$(BIN)/roadmapkit build

## Run the tests; LibreOffice is used where it is installed.
test: $(DEV)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

## Layout, lint, types, import contracts.
lint: $(DEV)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

## The whole gate, the same as in CI.
check: lint test
	$(BIN)/roadmapkit check

## Lay the sources out and mend what can be mended without a person.
format: $(DEV)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

## Bring the Russian messages up to date with the sources; lists what is not translated.
messages: $(DEV)
	$(BIN)/python tools/messages.py

## Write schemas/roadmapkit.schema.json from the models.
schema: $(DEV)
	$(BIN)/python tools/schema.py

## Write the JSON that tables of words are read from.
tables: $(DEV)
	$(BIN)/python tools/tables.py

## Write the packaged Word templates from their script, and what they ask of others.
templates: $(DEV)
	$(BIN)/python templates/generate.py
	$(BIN)/python tools/packaged_templates.py

## Write the table of days off of past years from the installed holidays library.
days-off: $(DEV)
	$(BIN)/python tools/days_off.py

## Write the generated pages of docs/.
docs: $(DEV)
	$(BIN)/python tools/format_reference.py
	$(BIN)/python tools/command_line.py
	$(BIN)/python tools/diagnostics_reference.py
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/guide_samples.py

## Take the pictures of docs/ anew; needs LibreOffice and pdftoppm.
pictures: $(DEV)
	$(BIN)/python tools/pictures.py

## Measure beside the named peers and write docs/performance.md.
bench: $(DEV)
	$(BIN)/python benchmarks/figures.py --write

## Build the source archive and the wheel into dist/.
wheel: $(DEV)
	$(BIN)/python -m build

$(USE): pyproject.toml
	$(ensure_venv)
	$(PIP) install --quiet --editable .
	@touch $@

$(DEV): pyproject.toml
	$(ensure_venv)
	$(PIP) install --quiet --editable '.[dev]'
	@touch $(USE) $@

define ensure_venv
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "roadmapkit needs Python 3.11 or later, but $(PYTHON) is not;" \
	     "name another one: make PYTHON=python3.12" >&2; exit 1; }
@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { \
	echo "$(PYTHON) cannot make a virtual environment;" \
	     "on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
endef

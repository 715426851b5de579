# The verbs of the workshop. `make help` lists them.
SHELL := /bin/sh
PY := .venv/bin/python
OUT ?= out
WORKERS ?= 2
PYTEST_ARGS ?=
PINS := --universal --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --quiet
CODE := immtrac_desk ui forms tests tools

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench bundle pins clean

help: ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | awk -F '\t' '{ printf "make %-8s %s\n", $$1, $$2 }'

setup: ## install what is missing: system packages where it may, and .venv
	@sh tools/setup.sh

run: setup ## open the desk; with no screen, live a practice day and leave it in out/
	@sh tools/run.sh "$(OUT)"

test: setup ## run every test in one pytest run (PYTEST_ARGS adds to it)
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(WORKERS) $(PYTEST_ARGS)

check: setup ## format, lint, types, floor plan, pins and the house's bars
	@$(PY) -m ruff format --check $(CODE) || { echo "make format puts it right"; exit 1; }
	$(PY) -m ruff check $(CODE)
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PY) -m tools.pins
	$(PY) -m tools.bars

format: setup ## put the code into the house's format
	$(PY) -m ruff format $(CODE)
	$(PY) -m ruff check --fix $(CODE)

bench: setup ## measure the figures side by side and keep them in docs/bench.json
	@QT_QPA_PLATFORM=offscreen $(PY) -m tools.bench --out docs/bench.json

bundle: setup ## build the one-folder program and open the practice clinic with it
	@sh tools/setup.sh bundle
	@sh tools/bundle.sh

pins: setup ## compile requirements*.txt again from pyproject.toml
	$(PY) -m uv pip compile pyproject.toml $(PINS) -o requirements.txt
	$(PY) -m uv pip compile pyproject.toml --group dev $(PINS) -o requirements-dev.txt
	$(PY) -m tools.pins

clean: ## remove what was built; .venv and out/ stay
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

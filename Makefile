# Samenloop. `make` alone lists what there is; everything stands on `make setup`.
.DEFAULT_GOAL := help
SHELL := /bin/bash

# Any Python 3.11 or newer: the one that .venv was made with, else the first that is found. Name another
# with `make PYTHON=...`.
MADE_WITH := $(shell .venv/bin/python -c 'import sys; print(sys._base_executable)' 2>/dev/null)
PYTHON ?= $(shell for p in "$(MADE_WITH)" python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
HOUSES := domain agency_adapters workflows services
CHECKED := $(HOUSES) tests deploy
BASELINE := proto/released/agency-v1.binpb
ARGS ?=

.PHONY: help setup run demo test lint format bench catalogue faults histories proto release-contract lock clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make .venv with everything in it (quick when nothing changed)
	@"$(or $(PYTHON),python3)" deploy/dev/setup.py

run: setup ## Start everything, load household J01, stay until Ctrl-C (the data is kept)
	@$(BIN)/samenloop up --load J01 $(ARGS)

demo: setup ## The whole story of household J01, unattended; leaves nothing running
	@$(BIN)/samenloop demo $(ARGS)

test: lint ## Lint and the whole test suite (what CI runs); choose tests with ARGS
	$(BIN)/pytest $(ARGS)

lint: setup ## Format, style, types, layers, contract, workflow rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(CHECKED)
	$(BIN)/lint-imports --no-logo
	$(BIN)/buf lint proto
	$(BIN)/buf breaking proto --against $(BASELINE)
	$(BIN)/temporalint workflows

format: setup ## Format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup ## Speed of the law, and of plans as a ratio to a bare workflow
	-$(BIN)/python -m tests.bench.law
	-$(BIN)/python -m tests.bench.assessment
	$(BIN)/python -m tests.bench $(ARGS)

catalogue: setup ## Make docs/conflicts.md anew from the code
	$(BIN)/samenloop conflicts document > docs/conflicts.md

faults: setup ## Pull every plug during household J01 (takes minutes)
	$(BIN)/pytest -m "faults or not faults" tests/faults $(ARGS)

histories: setup ## Record the histories that replay tests keep (after a deliberate change only)
	SAMENLOOP_RECORD_HISTORIES=1 $(BIN)/pytest tests/workflows/test_household_plan.py \
		tests/workflows/test_joint_decision.py tests/workflows/test_carrying_on.py

proto: setup ## Generate the contract's Python code again
	@$(BIN)/python deploy/dev/setup.py --proto-only

release-contract: setup ## Make the present contract the baseline that `buf breaking` compares with
	@mkdir -p $(dir $(BASELINE))
	$(BIN)/buf build proto --as-file-descriptor-set --exclude-source-info --output $(BASELINE)

lock: ## Pin every dependency again, with hashes and without a registry host (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.lock

clean: ## Take away what the set-up made; the data directory stays
	rm -rf .venv samenloop *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .setup-lock

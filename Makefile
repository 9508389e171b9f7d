# One door. `make run` and `make test` are all the set-up there is.
.DEFAULT_GOAL := help
BIN := .venv/bin
SYNCED := .venv/.synced
GOLD := ../shared/gold
PORT ?= 8000

.PHONY: help run test check accuracy planted bench fuzz screenshots format system-packages

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 18

$(SYNCED): pyproject.toml uv.lock scripts/set-up
	@scripts/set-up

run: $(SYNCED)  ## the whole office on this machine: set-up, sample province, address and first password printed
	@$(BIN)/dondoc up --port $(PORT)

test: $(SYNCED) system-packages check  ## linters, types and every test, on SQLite and on PostgreSQL
	@scripts/run-tests

check: $(SYNCED)  ## ruff, mypy --strict, import contracts, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	DATABASE_URL=sqlite://:memory: $(BIN)/python -m django makemigrations --check --dry-run --settings dondoc.office.settings

accuracy: $(SYNCED)  ## the score on the development documents and on our own, where the scorer is present
	@$(BIN)/python benchmarks/accuracy.py $(GOLD)
	@$(BIN)/python benchmarks/accuracy.py tests/corpus
	@$(BIN)/python benchmarks/accuracy.py benchmarks/unread

planted: $(SYNCED)  ## slips planted in reports, found and false, by kind
	@$(BIN)/python -m benchmarks.planted

bench: $(SYNCED)  ## megabytes a second of each stage beside a naive floor and underthesea, and peak memory
	@UV_PYTHON_DOWNLOADS=never $(BIN)/uv sync --quiet --locked --inexact --group bench
	@$(BIN)/python benchmarks/speed.py

fuzz: $(SYNCED)  ## damaged files of every format, 20,000 each: a night's work
	@$(BIN)/python -m benchmarks.fuzz

screenshots: $(SYNCED)  ## every page at 1440 and 390 px, into screenshots/
	@$(BIN)/python benchmarks/screenshots.py

format: $(SYNCED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

system-packages:
	@scripts/system-packages

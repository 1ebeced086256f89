# make run and make test are all that a newcomer needs; make help lists the rest.

# The article that `make run` opens. The value is taken as it is, spaces and dollar signs included.
FILE ?= resources/samples/ottawa.html
override FILE := $(value FILE)
DATA ?=
override DATA := $(value DATA)
export FILE DATA

# The interpreter to make the environment with; without it the best one is looked for.
PYTHON ?=

BIN := .venv/bin
PREPARE := python3 resources/packaging/prepare.py $(and $(PYTHON),--python "$(PYTHON)")

.DEFAULT_GOAL := help
.PHONY: help run test system bundle test-bundle translations evaluate benchmark model lock clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-28s%s\n", $$1, $$2 }'

run: ## open the sample article, or another one: make run FILE=path
	@$(PREPARE) --for run
	@$(BIN)/python -m reader "$$FILE"

test: ## the complete check: style, types, import rules, tests
	@$(PREPARE) --for test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

system: ## install the system libraries that are missing, as root with apt
	@$(PREPARE) --for system

bundle: ## freeze the program and wrap it as a .deb in dist/
	@$(PREPARE) --for bundle
	$(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec
	$(BIN)/python resources/packaging/make_deb.py

test-bundle: ## try the .deb of dist/ on a virtual screen
	@$(PREPARE) --for test-bundle
	$(BIN)/python resources/packaging/check_bundle.py

translations: ## collect the texts of the window into resources/i18n, to be translated there
	@$(PREPARE) --for test
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none reader/ui/*.py -ts resources/i18n/lesart_de.ts
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -pluralonly reader/ui/*.py -ts resources/i18n/lesart_en.ts

evaluate: ## score the German pipeline: make evaluate DATA=path
	@test -n "$$DATA" || { echo "Say where the data lie: make evaluate DATA=path" >&2; exit 2; }
	@$(PREPARE) --for test
	@$(BIN)/python resources/model/scripts/evaluate.py "$$DATA"

benchmark: ## measure how fast the German pipeline is, a CNN beside it
	@$(PREPARE) --for test
	@$(BIN)/python resources/model/scripts/benchmark.py $${DATA:+"$$DATA"}

model: ## train the German pipeline anew: make model DATA=path
	@test -n "$$DATA" || { echo "Say where the data lie: make model DATA=path" >&2; exit 2; }
	@$(PREPARE) --for test
	@$(BIN)/python resources/model/scripts/train.py "$$DATA"

lock: ## renew requirements.lock from pyproject.toml; needs uv
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --output-file requirements.lock

clean: ## remove everything that was made here
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache resources/i18n/*.qm
	find reader resources tests -name __pycache__ -prune -exec rm -rf {} +

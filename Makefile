# The commands of Inzet; `make help` lists them.
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
TESTOPTIES ?= -n 2 --dist loadgroup --create-db -q
export PIP_DISABLE_PIP_VERSION_CHECK := 1
.DEFAULT_GOAL := help

.PHONY: help
help: ## laat dit overzicht zien
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | awk -F'|' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: install
install: $(VENV)/.klaar ## maak .venv met precies de onderdelen uit de slotbestanden

$(VENV)/.klaar: requirements.txt requirements-dev.txt
	@bash deploy/maak_venv.sh $(VENV)
	@echo "Onderdelen installeren (een paar minuten, alleen de eerste keer) …"
	@$(PY) -m pip install --quiet --require-hashes -r requirements.txt 2>&1 | { grep -v '^WARNING: Location' || true; }; exit $${PIPESTATUS[0]}
	@$(PY) -m pip install --quiet --require-hashes --no-deps -r requirements-dev.txt 2>&1 | { grep -v '^WARNING: Location' || true; }; exit $${PIPESTATUS[0]}
	@touch $@

.PHONY: demo
demo: install ## start de demo op http://localhost:8000 (PORT=8123 kiest een andere poort)
	@exec $(PY) -m config.draaien

.PHONY: demo-nieuw
demo-nieuw: install ## gooi de demo weg en begin opnieuw
	@$(PY) -m config.opnieuw
	@exec $(PY) -m config.draaien

.PHONY: test
test: install ## alle tests, ook die met de browser
	@bash deploy/chromium.sh
	@DJANGO_SETTINGS_MODULE=config.settings.test $(PY) -m pytest $(TESTOPTIES)

.PHONY: lint
lint: install ## stijl, sjablonen en ontbrekende migraties
	@$(PY) -m ruff check .
	@$(PY) -m djlint templates --lint --quiet
	@DJANGO_SETTINGS_MODULE=config.settings.test $(PY) manage.py makemigrations --check --dry-run

.PHONY: conform
conform: install ## de beschrijving van de API langs de landelijke regels
	@bash deploy/conform.sh $(PY)

.PHONY: gedrag
gedrag: install ## schemathesis tegen een eigen demo
	@bash deploy/gedrag.sh

.PHONY: bench
bench: install ## meet de snelheid, als JSON-regels
	@DJANGO_SETTINGS_MODULE=config.settings.test $(PY) -m bench

.PHONY: schermen
schermen: install ## maak de galerij van alle schermen uit de draaiende demo
	@bash deploy/chromium.sh
	@$(PY) manage.py schermen_tekenen

.PHONY: vendor
vendor: ## zet de vastgezette bestanden van npm in static/vendor
	@npm ci --ignore-scripts --no-audit --no-fund
	@python3 static/vendor/vernieuwen.py

.PHONY: vergrendel
vergrendel: install ## maak de slotbestanden met hashes opnieuw
	@$(PY) -m pip install --quiet pip-tools
	@for naam in requirements requirements-dev; do \
	  $(VENV)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --output-file $$naam.txt $$naam.in; done

.PHONY: schoon
schoon: ## verwijder .venv, de demo en alles wat is gemaakt
	@if [ -x $(PY) ]; then $(PY) -m config.opnieuw; fi
	@rm -rf $(VENV) node_modules staticfiles .pytest_cache .ruff_cache .mypy_cache .hypothesis

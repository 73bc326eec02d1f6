# What there is to do with civicgraph. `make` lists it.

BIN       := bin/civicgraph
EXPLORER  := internal/explorer
WEB       := $(EXPLORER)/web
PAGES     := $(EXPLORER)/dist/playground.html.gz
SOURCES   := $(wildcard $(WEB)/*.js $(WEB)/*.html $(WEB)/src/* $(EXPLORER)/examples/*)
NEO4J     := go run ./internal/store/neo4jstore/neo4jtest/cmd/neo4j
# The race detector and the fuzzer look at our code: within SQLite they would take
# most of the time.
UNRACED   := -gcflags='modernc.org/...=-race=false'
UNFUZZED  := -gcflags='modernc.org/...=-d=libfuzzer=0'
# A number of inputs, not a time: up to Go 1.26 a target may fail for nothing as its
# time runs out (golang/go#75804).
FUZZTIME  ?= 2000x
BENCH_REPORTS ?= 20000
URL       ?= http://127.0.0.1:8080

.PHONY: help run build web test race bench quality-ner fuzz browser relay neo4j generate lint clean

help: ## list what there is to do
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build and start the server: embedded store, sample reports
	$(BIN) serve

build: $(if $(shell command -v npm),web) ## build bin/civicgraph, with its web pages if npm is there
	go build -o $(BIN) ./cmd/civicgraph

web: $(PAGES) ## build the web pages

$(PAGES): $(WEB)/node_modules $(SOURCES)
	npm --prefix $(WEB) run build

$(WEB)/node_modules: $(WEB)/package-lock.json
	npm --prefix $(WEB) ci --no-audit --no-fund
	@touch $@

test: ## run all tests, beside a Neo4j that is fetched and started for them
	$(NEO4J) -- go test -timeout 30m ./...

race: ## run the tests under the race detector; of the Neo4j half its store's own
	CIVICGRAPH_TEST_NEO4J=off go test -race $(UNRACED) -timeout 30m ./...
	$(NEO4J) -- go test -race -timeout 30m ./internal/store/neo4jstore

bench: ## print how long questions take over BENCH_REPORTS (20000) reports on both stores
	@GOMAXPROCS=1 $(NEO4J) -- go test -run '^TestTable$$' -v -timeout 120m ./graph -args -table $(BENCH_REPORTS)

quality-ner: ## judge the tagger's learner anew; needs ../shared/kaznerd and twenty minutes
	go test ./internal/ner/train -run Quality -timeout 60m -count 1 -update

fuzz: ## run each fuzz target for FUZZTIME (2000x: so many inputs; or 10m)
	@for package in $$(go list ./...); do \
		listed=$$(go test -list '^Fuzz' $$package) || exit 1; \
		for target in $$(echo "$$listed" | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $(UNFUZZED) $$package || exit 1; \
		done; \
	done

browser: $(WEB)/node_modules ## try the playground of a running server (URL) in a browser
	npm --prefix $(WEB) test -- $(URL)

relay: ## compile fragments as Relay applications have them against the schema
	@if command -v npm >/dev/null; then \
		$(MAKE) --no-print-directory $(WEB)/node_modules && npm --silent --prefix $(WEB) run relay; \
	else \
		echo "not checked: Relay's compiler comes from npm, which is not installed"; \
	fi

neo4j: ## start a throw-away Neo4j on loopback, until interrupted
	$(NEO4J)

generate: ## bring the generated code up to date with the schema
	go generate ./graph

lint: ## check format, vet, staticcheck
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...

clean: ## remove what was built
	rm -rf bin $(WEB)/node_modules $(EXPLORER)/dist/assets $(PAGES)

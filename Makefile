# `make help` lists what there is. README.md has the two commands to begin with: run and test.

.DEFAULT_GOAL := help
.PHONY: help run test build bench bench-check fuzz tamper differential newcomer examples corpus docs api format lint check \
	clean libraries

# Every target of the package must declare what it imports.
STRICT := --explicit-target-dependency-import-check error
# What is laid out by swift-format.
FORMATTED := Package.swift Sources Tests Benchmarks Fuzzing Examples/Package.swift Examples/Sources
# Seconds for each fuzzed target, and the one target: make fuzz TIME=600 TARGET=json
TIME ?= 60
TARGET ?=
# Cases of each comparison: make differential COUNT=1000
COUNT ?=
# Further arguments for the server: make run ARGS="--port 9000"
ARGS ?=

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

run: libraries ## serve the demonstration institution (ARGS="--port 9000" for the server)
	swift build -c release --product clr
	@exec scripts/foreground.sh .build/release/clr serve --demo $(ARGS)

test: ## every check and every test, the pages in a browser among them
	@scripts/test.sh $(STRICT)

build: libraries ## .build/release/clr and .build/release/clr-benchmarks
	swift build -c release --product clr
	swift build -c release --product clr-benchmarks

bench: build ## the speed beside other implementations, as ratios
	@scripts/bench.sh

bench-check: libraries ## fail where the speed beside the others has lost a quarter, or work grows faster than documents
	swift build -c release --product clr-benchmarks
	@scripts/bench-prepare.sh .build/workload-check 1,10,100,1000
	@scripts/install-packages.sh valgrind binutils
	@scripts/growth.py .build/workload-check .build/release/clr-benchmarks
	@scripts/bench-check.py .build/workload-check .build/release/clr-benchmarks

fuzz: ## libFuzzer over every reader (TIME=60 seconds each, TARGET=json for one)
	@scripts/fuzz.sh "$(TIME)" "$(TARGET)"

tamper: ## change the standards' signed samples at every place: none may verify
	@scripts/tamper.sh

differential: ## the same answers as other implementations, on generated input (COUNT=1000)
	@scripts/differential.sh "$(COUNT)"

newcomer: ## do what README.md says in a clone of its own, in an empty folder
	@scripts/newcomer.sh

examples: ## build and run what uses the libraries from outside
	@scripts/examples.sh

corpus: ## make the records of Corpus/ and their index anew
	CLR_WRITE_DOCS=1 swift test --filter "The corpus"

docs: ## the documentation of the libraries, into .build/docs/site
	swift build
	@scripts/docs.sh

api: ## write the public interface down in docs/api
	swift build
	@scripts/api.py

format: ## lay the sources out
	swift format format --in-place --parallel --recursive $(FORMATTED)

lint: ## what `make format` would change, as errors
	swift format lint --strict --parallel --recursive $(FORMATTED)

check: lint ## lint, the order of the rooms, forbidden words, documents
	@scripts/check/imports.py
	@scripts/check/words.sh
	@scripts/check/documents.py

libraries:
	@scripts/require-swift.sh
	@scripts/install-packages.sh libsqlite3-dev zlib1g-dev libpangocairo-1.0-0 fonts-noto-core

clean: ## take away what was built; the data folder stays
	rm -rf .build

# The one entry to everything. `make` alone lists what there is.

PACKAGES  := libcsv-dev zlib1g-dev libsqlite3-dev libxlsxwriter-dev tzdata
STRICT    := --explicit-target-dependency-import-check error
# The program says nothing of the folder it was built in, and is the same from any.
NO_PATHS  := -Xswiftc -file-prefix-map -Xswiftc $(CURDIR)=. -Xcc -ffile-prefix-map=$(CURDIR)=. -Xcxx -ffile-prefix-map=$(CURDIR)=.
# It holds the Swift runtime: it starts sooner, calls it faster, and runs where no Swift is installed.
RELEASE   := -c release --static-swift-stdlib $(STRICT) $(NO_PATHS)
FORCE     := loamshire
AS_OF     := 2026-09-30
PIPELINE  := .build/release/pipeline
SAMPLE    := .build/release/sample-force
ROWS      := 10000000
RUNS      := 5
CASES     := headline
SEEDS     := 11,12,13
SOURCES   := Package.swift Sources Tests

PREFIX    := /usr/local
DESTDIR   :=
VERSION   := $(shell sed -n 's/.*programVersion = "\(.*\)"/\1/p' Sources/PipelineRunner/programVersion.swift)
PACKAGES_OUT := .build-packages
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y Package.swift)

.PHONY: help setup build run test lint format sample snapshots sizes realdata oracle oracle-python oracle-duckdb bad-night bench pages \
    install uninstall deb bundle try-install crash clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the Debian packages that are missing (as root), or print the line that does
	@missing=""; for package in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    if [ "$$(id -u)" = 0 ]; then \
	        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	    else \
	        echo "These Debian packages are missing. Run this line once, then try again:"; \
	        echo "    sudo apt-get update && sudo apt-get install -y$$missing"; \
	        exit 1; \
	    fi; \
	fi
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/"; exit 1; }

build: setup ## Build the program, optimised
	@runtime=$$(swift -print-target-info -static-stdlib | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p'); [ -d "$$runtime" ] || \
	    { echo "This Swift lacks its static libraries ($$runtime): install one from https://www.swift.org/install/linux/"; exit 1; }
	swift build $(RELEASE) --product pipeline

run: build .state/loamshire/pseudonym.key ## Run the main job on the sample exports; then open Output/loamshire/latest
	$(PIPELINE) run --pipeline Pipelines/$(FORCE) --as-of $(AS_OF)

# The sample's key is as fictional as its callers; a real one is made once and kept outside the project.
.state/loamshire/pseudonym.key:
	@install -d -m 700 .state .state/loamshire
	@install -m 600 SampleData/loamshire/pseudonym.key $@

test: setup ## Run all tests
	swift test $(STRICT)

lint: ## Check formatting, file sizes and the repository's rules
	swift format lint --strict --recursive $(SOURCES)
	@$(MAKE) --no-print-directory sizes
	@for library in CLibCSV CZlib CLaneBits CMalloc CSync CXLSXWriter; do \
	    count=$$(grep -rlE "^(package |internal |private )?import $$library$$" Sources --include='*.swift' | wc -l); \
	    [ "$$count" = 1 ] || { echo "$$library is imported by $$count Swift files, not by one"; exit 1; }; \
	done

format: ## Rewrite the sources in the house style
	swift format --in-place --recursive $(SOURCES)

sizes: ## List the longest files; fail above 400 lines
	@find Sources Tests -name '*.swift' -print0 | xargs -0 wc -l | grep -v ' total$$' | sort -rn | awk ' \
	    { lines[NR] = $$1; if (NR <= 5) print; if ($$1 > 400) { bad = 1; print "over 400 lines: " $$2 } } \
	    END { print "median " lines[int((NR + 1) / 2)] " lines in " NR " files"; exit bad }'

sample: setup ## Write the sample force's exports anew; byte for byte the same each time
	swift build $(RELEASE) --product sample-force
	$(SAMPLE) --out SampleData

snapshots: setup ## Record the golden files anew; review them with git diff
	RECORD_SNAPSHOTS=1 swift test $(STRICT)

oracle: build .state/loamshire/pseudonym.key .venv/oracle ## Compare every figure of the sample, of SEEDS=11,12,13 and of hard cases with Python's and DuckDB's
	swift build $(RELEASE) --product sample-force
	swift build $(RELEASE) --product sql-cases
	@$(MAKE) --no-print-directory --output-sync=none --jobs 2 oracle-python oracle-duckdb

oracle-python:
	python3 Tests/Oracle/oracle.py --pipeline $(PIPELINE) --seeds "$(SEEDS)"
	python3 Tests/Oracle/away.py --out .build/without-optional
	python3 Tests/Oracle/oracle.py --pipeline $(PIPELINE) --inputs .build/without-optional

oracle-duckdb:
	.venv/oracle/bin/python Tests/Oracle/duckdb/check.py --pipeline $(PIPELINE) --seeds "$(SEEDS)" --self-test
	rm -rf .build/sql-cases
	.build/release/sql-cases --out .build/sql-cases
	.venv/oracle/bin/python Tests/Oracle/duckdb/check.py --cases .build/sql-cases

# Environments of their own for the programs we are compared with; nothing is installed outside the project.
.venv/oracle:
	@python3 -c 'import ensurepip, venv' || { echo "Debian: sudo apt-get install python3-venv"; exit 1; }
	python3 -m venv $@
	$@/bin/pip install --quiet -r Tests/Oracle/duckdb/requirements.txt || { rm -rf $@; exit 1; }

PAGE_TOOLS := chromium poppler-utils python3-venv

pages: build .state/loamshire/pseudonym.key .venv/pages ## Look at the sample's pages, charts, workbook and tables in a browser and with other programs
	@missing=""; for package in $(PAGE_TOOLS); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } \
	    || { echo "Debian: sudo apt-get install$$missing"; exit 1; }
	Tests/Browser/run.sh $(PIPELINE) .venv/pages/bin/python

.venv/pages:
	@python3 -c 'import ensurepip, venv' || { echo "Debian: sudo apt-get install python3-venv"; exit 1; }
	python3 -m venv $@
	$@/bin/pip install --quiet -r Tests/Browser/requirements.txt || { rm -rf $@; exit 1; }

realdata: build ## Run the mappings of real public files: make realdata DIR=folder with the files
	@[ -n "$(DIR)" ] || { echo "make realdata DIR=folder that holds the files"; exit 1; }
	Tests/RealData/run.sh $(PIPELINE) "$(DIR)"

bad-night: build .state/loamshire/pseudonym.key ## Show what happens when an export is damaged: exit 65, and latest is untouched
	Tests/BadNight/run.sh $(PIPELINE)

bench: build .state/loamshire/pseudonym.key .venv/benchmark ## Measure beside DuckDB and Polars: make bench ROWS=1000000 RUNS=5 CASES="headline quoted" (or all)
	.venv/benchmark/bin/python Tests/Benchmarks/bench.py --pipeline $(PIPELINE) --data .build/benchmark \
	    --rows $(ROWS) --runs $(RUNS) --cases $(CASES)

.venv/benchmark:
	python3 -m venv $@
	$@/bin/pip install --quiet -r Tests/Benchmarks/requirements.txt || { rm -rf $@; exit 1; }

install: build ## Install below DESTDIR and PREFIX (/usr/local); with the account and folders when that is this machine
	Sources/Packaging/stage.sh $(PIPELINE) "$(DESTDIR)" "$(PREFIX)"
	@if [ -z "$(DESTDIR)" ]; then Sources/Packaging/debian/postinst configure; \
	else echo "the account, groups and folders: Sources/Packaging/debian/postinst configure, as root on the machine itself"; fi

uninstall: ## Remove what `make install` put there; a force's definitions, state and figures stay
	@Sources/Packaging/unstage.sh "$(DESTDIR)" "$(PREFIX)"

deb: build ## Make the Debian package, in .build-packages
	@Sources/Packaging/deb.sh $(PIPELINE) $(VERSION) $(PACKAGES_OUT)

bundle: deb ## Make the archive that installs on a machine without a network: packages, checksums, SBOM, install.sh
	@Sources/Packaging/bundle.sh $(PACKAGES_OUT)/pipeline_$(VERSION)_$$(dpkg --print-architecture).deb $(VERSION) $(PACKAGES_OUT)

try-install: .venv/install ## Install, run from cron, upgrade and remove in a new Debian root without a network (as root)
	@if [ "$$(id -u)" != 0 ]; then echo "skipped: only root can make a Debian root to install in"; \
	else $(MAKE) --no-print-directory bundle && Tests/Install/run.sh $(PACKAGES_OUT) $(VERSION); fi

.venv/install:
	python3 -m venv $@
	$@/bin/pip install --quiet -r Tests/Install/requirements.txt || { rm -rf $@; exit 1; }

crash: build ## Kill runs, fill disks, set clocks, spoil databases: latest is whole every time (as root)
	@if [ "$$(id -u)" = 0 ] && ! command -v faketime >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends faketime; fi
	python3 Tests/Crash/crash.py --pipeline $(PIPELINE)

clean: ## Remove what was built and published here
	rm -rf .build .build-packages Output .state

# Two commands are all there is to know: `make site` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# What the build links and reads: libcmark, zlib, pkg-config, the zone database.
PACKAGES := libcmark-dev libsqlite3-dev zlib1g-dev pkg-config tzdata make
# What the tests open pages with and check their HTML with.
READERS := chromium firefox-esr default-jre-headless poppler-utils python3-venv
APT := $(if $(shell command -v sudo),sudo )apt-get
BUILD := swift build -c release

.PHONY: help tools site test lint bench demo picture clean

help: ## Print what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

tools: ## Install what is missing of the system's packages
	@missing=(); for package in $(PACKAGES) $(MORE); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); done; \
	if (( $${#missing[@]} )); then \
	  echo "installing $${missing[*]}"; $(APT) update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(APT) install -y -qq --no-install-recommends "$${missing[@]}"; fi

site: tools ## Build the program and publish the demo to public/
	$(BUILD) --product triptych
	@"$$($(BUILD) --show-bin-path)/triptych" build

test: MORE := $(READERS)
test: tools ## Run all tests
	swift test
	Tests/Browser/run

lint: ## Check the code's form
	swift format lint --strict -r Sources Tests Package.swift

bench: ## Run all benchmarks against their peers (an hour, and room for some 40 GB), and fill README's table
	$(BUILD) --product triptych
	Tests/Benchmarks/all.sh

demo: ## Make the demo's export anew (Content/exports/)
	$(BUILD) --product triptych
	rm -rf Content/exports
	@"$$($(BUILD) --show-bin-path)/triptych" demo --customers 1200 --days 62 --output Content/exports --gzip --bad-records

picture: site ## Take the README's picture anew, from the demo's Overview (needs Chromium)
	chromium --headless --no-sandbox --hide-scrollbars --force-color-profile=srgb --window-size=1280,1180 \
	  --screenshot=Content/guide/overview.png "file://$(CURDIR)/public/index.html"

clean: ## Remove what was built
	rm -rf .build

#!/bin/bash
# The same road with DuckDB and Hugo: build.sh PYTHON HUGO EXPORT QUERIES SITE OUTPUT
set -euo pipefail
"$1" "$(dirname "$0")/group.py" "$3" "$4" "$5"
"$2" --source "$5" --destination "$6" --quiet

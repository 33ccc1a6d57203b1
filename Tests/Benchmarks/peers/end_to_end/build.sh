#!/bin/bash
# The same road with DuckDB and Hugo, and with Pagefind if it is named:
# build.sh PYTHON HUGO EXPORT QUERIES SITE OUTPUT [PAGEFIND]
set -euo pipefail
"$1" "$(dirname "$0")/group.py" "$3" "$4" "$5"
"$2" --source "$5" --destination "$6" --quiet
if [[ -n ${7-} ]]; then "$7" --site "$6"; fi

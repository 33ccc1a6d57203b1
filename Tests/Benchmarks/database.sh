#!/bin/bash
# How fast the database of the groups is filled: rows a second of conversations, sessions, contacts and events together.
# The time to read and group is taken off: it is that of a query that needs no table. Best of three runs each.
#
#   Tests/Benchmarks/database.sh [TRIPTYCH] [CUSTOMERS]
#
# TRIPTYCH is a release build of the program; CUSTOMERS decides the size (60,000 give about 1.2 million rows).
set -euo pipefail
triptych=${1:-.build/release/triptych}
customers=${2:-60000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/triptych-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

"$triptych" demo --customers "$customers" --days 62 --output "$folder/export"

sql() { "$triptych" sql "$1" --data "$folder/export" --format csv --max-rows 10; }

best() {
  local least=999999
  for _ in 1 2 3; do
    local from to
    from=$(date +%s%N)
    "$@" > /dev/null
    to=$(date +%s%N)
    least=$(( (to - from) / 1000000 < least ? (to - from) / 1000000 : least ))
  done
  echo "$least"
}

write() { "$triptych" sql --data "$folder/export" --database "$folder/groups.db" 2> /dev/null; }

tables=(conversations sessions contacts events)
rows=$(sql "select $(printf '(select count(*) from %s) + ' "${tables[@]}")0 as n" | tail -1)
nothing=$(best sql "select 1 as one")

report() { # name, milliseconds
  local took=$(( $2 > nothing ? $2 - nothing : 1 ))
  printf '%-34s %8d ms %10d rows/s\n' "$1" "$took" $(( rows * 1000 / took ))
}

echo "rows: $rows; reading and grouping: $nothing ms"
report "every table and column, to a file" "$(best write)"

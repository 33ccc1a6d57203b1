#!/bin/bash
# What a page of thirty authors' blocks costs over a million AI sessions, against SQLite's own command-line tool running
# the same thirty statements.
#
#   Tests/Benchmarks/reports.sh [TRIPTYCH] [CUSTOMERS]
#
# TRIPTYCH is a release build of the program (TRIPTYCH_HOME names the folder that it was built in, if it stands elsewhere);
# CUSTOMERS decides the size: 22,000 give 1.05 million sessions, 1.23 million conversations and 0.55 million contacts.
# RUNS=3 takes the best of three. Needs Python 3 and `sqlite3` (Debian sqlite3).
#
# reports/report.md is the page: twelve tables, ten charts, four metrics and four sentences with live numbers, each with a
# query of its own (joins, groups by day and by channel, percentiles, windows, top N).
#
# Equal work. Three sites are built from the same events: one without a query; one whose page names every column that the
# thirty queries read, and reads no row of them; one with the page. The first tells what reading, grouping and timelines
# take, the second less the first what filling the database takes, the third less the second what the page takes: its
# queries, its figures and charts, its files. sqlite3 runs the thirty statements on files, warm in memory and mapped as
# ours is: on a copy that holds the same columns and indexes as our database and no others, and on the whole database
# as `triptych sql --database` writes it, whose rows are longer. Where a statement calls `median` or `percentile`, which
# SQLite lacks, it sorts by a window instead, which is more work: these four are timed apart (`same 26`).
#
# Cliffs. The clock alone says little on a busy machine, so the processor's seconds stand beside it. With two jobs our
# page has its figures made by both threads; sqlite3 gets two processes, a statement at a time each. The database is
# filled by one thread while the others make rows, so that it gains less. Statements without an index scan: the database
# has indexes on the `…_key` columns, `days.day`, `agents.id` and `topics.id` alone.
set -euo pipefail
triptych=${1:-.build/release/triptych}
customers=${2:-22000}
runs=${RUNS:-1}
here=$(cd "$(dirname "$0")" && pwd)/reports
folder=$(mktemp -d "${TMPDIR:-/tmp}/triptych-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

python3 "$here/events.py" "$customers" > "$folder/events.jsonl"
"$triptych" sql --data "$folder/events.jsonl" --database "$folder/whole.db" 2> /dev/null
mkdir "$folder/statements"
python3 "$here/statements.py" "$here/report.md" "$folder/whole.db" "$folder/statements"
mv "$folder/statements/columns.sql" "$folder/statements/reads.md" "$folder"
sqlite3 "$folder/columns.db" "attach '$folder/whole.db' as whole" ".read $folder/columns.sql"
for site in none reads page; do cp -r "$here/Content" "$folder/$site-content"; done
cp "$folder/reads.md" "$folder/reads-content/report.md"
cp "$here/report.md" "$folder/page-content/report.md"
for site in none reads page; do mkdir "$folder/$site" && mv "$folder/$site-content" "$folder/$site/Content"; done

best() { # seconds by the clock and by the processor of the run that took the processor least
  local TIMEFORMAT='%R %U %S' all=""
  for _ in $(seq "$runs"); do
    all+=$({ time "$@" > /dev/null 2> /dev/null; } 2>&1)$'\n'
  done
  awk 'NF { s = $2 + $3; if (!n++ || s < t) { t = s; r = $1 } } END { printf "%.2f %.2f", r, t }' <<< "$all"
}

build() { # site, jobs
  rm -rf "$folder/out" "$folder/.out.triptych"
  "$triptych" build --site "$folder/$1" --data "$folder/events.jsonl" --output "$folder/out" --jobs "$2"
}

statements() { # database, jobs, files
  local database=$1 jobs=$2
  shift 2
  printf '%s\0' "$@" | xargs -0 -P "$jobs" -I{} \
    sqlite3 -readonly -cmd "pragma mmap_size = 8000000000" "$database" ".read {}"
}

less() { awk -v a="$1" -v b="$2" 'BEGIN { split(a, x); split(b, y); printf "%.2f %.2f", x[1] - y[1], x[2] - y[2] }'; }
line() { printf '%-52s %8s s %8s s of the processor\n' "$1" ${2% *} ${2#* }; }

rows=$(sqlite3 "$folder/columns.db" "select group_concat('select count(*) as n from ' || name, ' union all ')
  from sqlite_master where type = 'table'" | { read -r all; sqlite3 "$folder/columns.db" "select sum(n) from ($all)"; })
count() { sqlite3 "$folder/columns.db" "select count(*) from $1"; }

"$triptych" --version 2> /dev/null || true
echo "sqlite3 $(sqlite3 --version | cut -d' ' -f1), $(nproc) cores, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)"
echo "$(wc -l < "$folder/events.jsonl") events; $(count sessions) sessions, $(count conversations) conversations," \
  "$(count contacts) contacts; $rows rows in the page's database"
cat "$folder"/*.db > /dev/null
all=("$folder"/statements/*.sql)
mapfile -t same < <(grep -L 'row_number' "${all[@]}")
for jobs in 1 2; do
  echo "--jobs $jobs"
  none=$(best build none $jobs)
  reads=$(best build reads $jobs)
  page=$(best build page $jobs)
  line "build without a query" "$none"
  line "  filling the database" "$(less "$reads" "$none")"
  line "  the page: ${#all[@]} statements, figures and files" "$(less "$page" "$reads")"
  line "sqlite3, the same columns: ${#all[@]} statements" "$(best statements "$folder/columns.db" $jobs "${all[@]}")"
  line "sqlite3, the same columns: the same ${#same[@]}" "$(best statements "$folder/columns.db" $jobs "${same[@]}")"
  line "sqlite3, the whole database: ${#all[@]} statements" "$(best statements "$folder/whole.db" $jobs "${all[@]}")"
done

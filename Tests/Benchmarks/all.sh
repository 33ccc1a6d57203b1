#!/bin/bash
# All benchmarks one after the other, and README's table: in full size an hour or more, and up to 40 GB of disk.
#
#   Tests/Benchmarks/all.sh [--small] [--triptych PATH] [--work FOLDER]
#
# With `--small` each ends within a minute, no result is kept, and README stays as it is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for name in group start end_to_end pages incremental memory search open redaction leaks; do
  "$here/$name.py" "$@"
done
"$here/readme.py"

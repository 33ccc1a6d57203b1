#!/bin/bash
# All benchmarks in their full size, one after the other, and README's table: about an hour and a half and 60 GB of disk.
#
#   Tests/Benchmarks/all.sh [--small] [--triptych PATH] [--work FOLDER]
#
# What they write is deleted at the very end, for deleting slows down what creates files next. With `--small` everything
# ends within minutes and no result is kept.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$here/../../.build/benchmarks
arguments=("$@")
while (($#)); do
  if [[ $1 == --work ]]; then work=$2; fi
  shift
done
names=(group start end_to_end pages incremental memory)
trap 'for name in "${names[@]}"; do rm -rf "$work/$name"-[0-9]*; done' EXIT
for name in "${names[@]}"; do
  "$here/$name.py" "${arguments[@]}" --keep
done
"$here/readme.py"

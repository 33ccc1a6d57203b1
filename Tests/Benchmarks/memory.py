#!/usr/bin/env python3
"""A million customers within 512 MB, and how time grows with their number.

    Tests/Benchmarks/memory.py [--small] [--triptych PATH] [--cgroup FOLDER]

Measured, with `--memory 512M` and two threads, of 10 events a customer (JSONL with text): `triptych group` (three tables)
and `triptych build` of 100,000 and of 1,000,000 customers. The memory of the process is sampled while it runs:
- all that is resident; the peak of it is the kernel's own (`ru_maxrss`);
- without the mapped input, whose pages the kernel takes back when it wants them: this is to stay below 512 MB;
- what is anonymous, so that it cannot be written back at all.
With `--cgroup`, a folder of the memory controller (version 1 or 2) in which groups can be made, the processes run in a
group with a hard limit of 512 MB, page cache counted as the kernel does: past it they would be killed.

Equal work. What is made within the bound is compared with what is made without one, byte for byte: the tables of all
customers, the site of the smaller number.

Cliffs. The site of a million customers takes some 15 GB of disk: it is not begun where that is not free. A sample walks
the process' page tables, which slows it a little: twice a second.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import measure
from measure import HERE, MIB, ROOT, THREADS, Bench, mebibytes, seconds

LIMIT = 512_000_000
PAGE_BYTES = 20_000
MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+ *(.*)$")


def resident(process, input):
    """Bytes of a process that are resident: all, without the mapped input, anonymous. Nothing once it has ended."""
    everything = apart = anonymous = 0
    name = ""
    try:
        for line in open(f"/proc/{process}/smaps"):
            if mapping := MAPPING.match(line):
                name = mapping[1]
            elif line.startswith("Rss:"):
                everything += int(line.split()[1])
                apart += int(line.split()[1]) if name != str(input) else 0
            elif line.startswith("Anonymous:"):
                anonymous += int(line.split()[1])
    except (FileNotFoundError, ProcessLookupError):
        pass
    return [everything * 1024, apart * 1024, anonymous * 1024]


class Group:
    """A memory control group with a hard limit, for one process at a time; none without a folder."""

    def __init__(self, parent):
        self.folder = parent and parent / f"triptych-{os.getpid()}"
        if self.folder:
            self.folder.mkdir()
            second = (parent / "cgroup.controllers").exists()
            self.peak_file = self.folder / ("memory.peak" if second else "memory.max_usage_in_bytes")
            (self.folder / ("memory.max" if second else "memory.limit_in_bytes")).write_text(str(LIMIT))

    def command(self, command):
        if not self.folder:
            return command
        return ["sh", "-c", f'echo $$ > "{self.folder}/cgroup.procs"; exec "$@"', "sh", *command]

    def peak(self):
        return int(self.peak_file.read_text()) if self.folder else None

    def close(self):
        if self.folder:
            self.folder.rmdir()


def sampled(bench, case, command, input):
    """Runs a process and keeps its run; returns the peaks of what is resident."""
    os.sync()
    group = Group(bench.wanted.cgroup)
    peaks = [0, 0, 0]
    with open(bench.folder / "log.txt", "w+") as log:
        begun = time.perf_counter()
        process = subprocess.Popen([str(part) for part in group.command(command)], stdout=log, stderr=log)
        ended, next_sample = 0, begun
        while not ended:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            wall = time.perf_counter() - begun
            if not ended and time.perf_counter() >= next_sample:
                peaks = [max(pair) for pair in zip(peaks, resident(process.pid, input))]
                next_sample = time.perf_counter() + bench.size(0.5, 0.02)
            time.sleep(0 if ended else 0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        said = log.read()
    most = group.peak()
    group.close()
    if process.returncode:
        killed = " (killed: the limit was passed?)" if process.returncode == -signal.SIGKILL else ""
        sys.exit(f"{case}: exit code {process.returncode}{killed}\n{said[-4000:]}")
    done = measure.Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
    bench.runs.setdefault(case, []).append(done)
    names = ("all", "without the input", "anonymous")
    text = ", ".join(f"{name} {peak / MIB:,.0f} MiB" for name, peak in zip(names, [done.peak, *peaks[1:]]))
    bench.note(f"{case}: {done.wall:.1f} s; peaks: {text}" + (f", of the control group {most / MIB:,.0f} MiB" if most else ""))
    return peaks


def our_site(bench):
    site = bench.fresh("site")
    subprocess.run(["cp", "-r", HERE / "reports", site], check=True)
    subprocess.run(["cp", ROOT / "Content/timeline.md", site / "Content"], check=True)
    return site


def command(bench, verb, export, folder, bound):
    more = {"group": ["--tables", "conversations,sessions,contacts"], "build": ["--site", bench.site]}[verb]
    return [bench.triptych, verb, "--data", export, "--output", folder, "--jobs", THREADS, *more, *bound]


def same(bench, verb, export, bounded):
    """Compares what was made within the bound with what is made without."""
    free = bench.fresh("free")
    bench.once(f"{verb}, no bound", command(bench, verb, export, free, []))
    differences = subprocess.run(["diff", "-rq", bounded, free], capture_output=True, text=True).stdout
    bench.check(f"{verb}: the same bytes within the bound as without", not differences)


def main():
    cgroup = (("--cgroup",), {"type": Path, "help": "a memory control group in which groups can be made"})
    bench = Bench("memory", __doc__, runs=1, more=[cgroup])
    few, many = bench.size((100_000, 1_000_000), (2_000, 20_000))
    bench.site = our_site(bench)
    exports = {size: bench.data(10 * size, size, "jsonl", "--words", 8) for size in (few, many)}
    for verb in ("group", "build"):
        bound = bench.flags(verb, "--memory", "512M")
        names, peaks = {size: f"{verb}, {size:,} customers" for size in exports}, {}
        for size, export in exports.items():
            if verb == "build" and shutil.disk_usage(bench.folder).free < size * PAGE_BYTES:
                bench.note(f"{names[size]}: not run, {size * PAGE_BYTES / 1e9:.0f} GB are not free")
                continue
            for _ in range(bench.wanted.runs):
                bench.settle() if verb == "build" else None
                folder = bench.fresh("bounded")
                found = sampled(bench, names[size], command(bench, verb, export, folder, bound), export)
                peaks[size] = [max(pair) for pair in zip(peaks.get(size, found), found)]
            if (verb, size) in (("group", many), ("build", few)):
                same(bench, verb, export, folder)
        for size, (_, apart, anonymous) in peaks.items():
            bench.row(f"{names[size]}: peak memory without the mapped input", mebibytes(apart),
                      "512 MB", "the bound", round(LIMIT / max(1, apart), 2))
        if many in peaks:
            grown = bench.wall(names[many]) / bench.wall(names[few])
            bench.row(f"{verb}, ten times the customers: {grown:.1f} times the time", seconds(bench.wall(names[many])),
                      seconds(10 * bench.wall(names[few])), f"ten times the time of {few:,}", round(10 / grown, 2))
    bench.finish()


main()

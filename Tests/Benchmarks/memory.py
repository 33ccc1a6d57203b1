#!/usr/bin/env python3
"""A million customers within 512 MB, and how time grows with their number.

    Tests/Benchmarks/memory.py [--small] [--triptych PATH] [--cgroup FOLDER]

Measured, with `--memory 512M` and two threads, of 10 events a customer (JSONL with text): `triptych group` (three
tables) and `triptych build` of 100,000 and of 1,000,000 customers. Sites are built onto the disk, and once more into
memory (`/dev/shm`): the first tells what one waits for, the second how the program's own work grows. The memory of the process is sampled while it
runs:
- all that is resident; the peak of it is the kernel's own (`ru_maxrss`);
- without the mapped input, whose pages the kernel takes back when it wants them: this is to stay below 512 MB;
- what is anonymous, so that it cannot be written back at all.
With `--cgroup`, a folder of the memory controller (version 1 or 2) in which groups can be made, the processes run in
a group with a hard limit of 512 MB, page cache counted as the kernel does: past it they would be killed.

Equal work. What is made within the bound is compared with what is made without one, byte for byte: the tables of all
customers, the site of the smaller number.

Cliffs. The site has timelines and a search, and no reports: these ask for facts in no order, so that with all of them
more of the scratch files stays in the process where the machine has room to spare, up to twice the bound. The site of a
million customers takes some 15 GB: it is not begun where that is not free. Onto the disk, the smaller site's pages stay
in the system's cache, the larger one's are more than it may hold back, and the build waits for the disk. Exports are read once before, so
that their bytes come from the system's cache and not at the speed of a disk. Samples slow it a little, ten a second.
"""

import atexit
import shutil
import subprocess
import tempfile
from pathlib import Path

from measure import HERE, ROOT, THREADS, Bench, mebibytes, seconds
from resident import LIMIT, sampled

PAGE_BYTES = 20_000
MEMORY_DISK = Path("/dev/shm")


def our_site(bench):
    site = bench.fresh("site")
    subprocess.run(["cp", "-r", HERE / "reports", site], check=True)
    subprocess.run(["cp", ROOT / "Content/timeline.md", site / "Content"], check=True)
    return site


def command(bench, verb, export, folder, bound):
    more = {"group": ["--tables", "conversations,sessions,contacts"], "build": ["--site", bench.site]}[verb]
    return [bench.triptych, verb, "--data", export, "--output", folder, "--jobs", THREADS, *more, *bound]


def warm(export):
    with open(export, "rb") as file:
        while file.read(1 << 24):
            pass


def same(bench, verb, export, bounded):
    """Compares what was made within the bound with what is made without."""
    free = bench.fresh("free")
    bench.once(f"{verb}, no bound", command(bench, verb, export, free, []))
    differences = subprocess.run(["diff", "-rq", bounded, free], capture_output=True, text=True).stdout
    bench.check(f"{verb}: the same bytes within the bound as without", not differences)


def outputs(bench, verb, size):
    """Where a run may write: what is added to its name, and a folder."""
    needed = size * PAGE_BYTES if verb == "build" else 0
    # Before the disk: its files fill the system's cache, which would have to make room.
    if verb == "build" and MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > needed:
        folder = tempfile.mkdtemp(dir=MEMORY_DISK)
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        yield " into memory", Path(folder) / "bounded"
        shutil.rmtree(folder)
    if shutil.disk_usage(bench.folder).free < needed:
        bench.note(f"{verb}, {size:,} customers: not run, {needed / 1e9:.0f} GB are not free")
    else:
        yield "", bench.fresh("bounded")


def grown(bench, few, many):
    """How the time of all pairs of runs grew that differ in the number of customers alone."""
    for verb in ("group", "build", "build into memory"):
        less, more = (f"{verb}, {size:,} customers" for size in (few, many))
        if less not in bench.runs or more not in bench.runs:
            continue
        times = bench.wall(more) / bench.wall(less)
        bench.row(
            f"{verb}, ten times the customers: {times:.1f} times the time",
            seconds(bench.wall(more)),
            seconds(10 * bench.wall(less)),
            f"ten times the time of {few:,}",
            round(10 / times, 2),
        )


def main():
    cgroup = (("--cgroup",), {"type": Path, "help": "a memory control group in which groups can be made"})
    bench = Bench("memory", __doc__, runs=1, more=[cgroup])
    few, many = bench.size((100_000, 1_000_000), (800, 8_000))
    bench.site = our_site(bench)
    exports = {size: bench.data(10 * size, size, "jsonl", "--words", 8) for size in (few, many)}
    for verb in ("group", "build"):
        bound, peaks = bench.flags(verb, "--memory", "512M"), {}
        for size, export in exports.items():
            # A single slow run of the smaller number would flatter the larger one's growth.
            for _ in range(bench.wanted.runs * (3 if size == few else 1)):
                for place, folder in outputs(bench, verb, size):
                    if verb == "build":
                        bench.settle()
                    warm(export)
                    made = command(bench, verb, export, folder, bound)
                    name = f"{verb}{place}, {size:,} customers"
                    found = sampled(bench, name, made, export, bench.wanted.cgroup)
                    if place:
                        continue
                    peaks[size] = max(found, peaks.get(size, 0))
                    last = folder
            if (verb, size) in (("group", many), ("build", few)) and size in peaks:
                same(bench, verb, export, last)
        for size, apart in peaks.items():
            bench.row(
                f"{verb}, {size:,} customers: peak memory without the mapped input",
                mebibytes(apart),
                "512 MB",
                "the bound",
                round(LIMIT / max(1, apart), 2),
            )
    grown(bench, few, many)
    bench.finish()


main()

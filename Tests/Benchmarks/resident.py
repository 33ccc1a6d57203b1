"""The memory of a process while it runs, sampled, and within a bound of the kernel's if there is a group for it.

A sample, ten a second, walks the process' page tables, which slows it a little: the time of such a run is not for
comparing with others. What rises and falls between two samples is not seen; the peak of all is the kernel's own.
"""

import os
import re
import signal
import subprocess
import sys
import time

from measure import MIB, Run

LIMIT = 512_000_000
MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+ *(.*)$")


def resident(process, mapped):
    """Bytes of a process that are resident: all, without a mapped file, anonymous. Nothing once it has ended."""
    everything = apart = anonymous = 0
    name = ""
    try:
        for line in open(f"/proc/{process}/smaps"):
            if mapping := MAPPING.match(line):
                name = mapping[1]
            elif line.startswith("Rss:"):
                everything += int(line.split()[1])
                apart += int(line.split()[1]) if name != str(mapped) else 0
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


def watched(bench, command, mapped, log):
    """Runs a process and looks at it while it runs: its exit code, its run, the peaks of what is resident."""
    peaks, ended, begun = [0, 0, 0], 0, time.perf_counter()
    next_sample = begun
    process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log)
    while not ended:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - begun
        if not ended and time.perf_counter() >= next_sample:
            peaks = [max(pair) for pair in zip(peaks, resident(process.pid, mapped))]
            next_sample = time.perf_counter() + bench.size(0.1, 0.02)
        time.sleep(0 if ended else 0.005)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024), peaks


def sampled(bench, case, command, mapped, within=None):
    """Runs a process, keeps its run as that of a case; returns the peak of its memory in bytes, without a mapped file.

    `within` is a folder of control groups; a process that passes the limit there is killed by the kernel.
    """
    os.sync()
    group = Group(within)
    with open(bench.folder / "log.txt", "w+") as log:
        code, done, peaks = watched(bench, group.command(command), mapped, log)
        log.seek(0)
        said = log.read()[-4000:]
    most = group.peak()
    group.close()
    if code:
        killed = " (killed: the limit was passed?)" if code == -signal.SIGKILL else ""
        sys.exit(f"{case}: exit code {code}{killed}\n{said}")
    bench.runs.setdefault(case, []).append(done)
    peaks = {"all": done.peak, "without the input": peaks[1], "anonymous": peaks[2]}
    if most:
        peaks["of the control group"] = most
    told = ", ".join(f"{name} {peak / MIB:,.0f} MiB" for name, peak in peaks.items())
    bench.note(f"{case}: {done.wall:.1f} s; peaks: {told}")
    return peaks["without the input"]

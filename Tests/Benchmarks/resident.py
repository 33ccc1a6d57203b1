"""The memory of a process while it runs, sampled, and within a bound of the kernel's if there is a group for it.

A sample walks the process' page tables, which slows it a little: the time of such a run is not for comparing with others.
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


def sampled(bench, case, command, input, within=None):
    """Runs a process, keeps its run as that of a case; returns the peak of its memory without the mapped `input`, in bytes.

    `within` is a folder of control groups; a process that passes the limit there is killed by the kernel.
    """
    os.sync()
    group = Group(within)
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
                next_sample = time.perf_counter() + bench.size(0.25, 0.02)
            time.sleep(0 if ended else 0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        said = log.read()
    most = group.peak()
    group.close()
    if process.returncode:
        killed = " (killed: the limit was passed?)" if process.returncode == -signal.SIGKILL else ""
        sys.exit(f"{case}: exit code {process.returncode}{killed}\n{said[-4000:]}")
    done = Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
    bench.runs.setdefault(case, []).append(done)
    names = ("all", "without the input", "anonymous")
    text = ", ".join(f"{name} {peak / MIB:,.0f} MiB" for name, peak in zip(names, [done.peak, *peaks[1:]]))
    bench.note(f"{case}: {done.wall:.1f} s; peaks: {text}" + (f", of the control group {most / MIB:,.0f} MiB" if most else ""))
    return peaks[1]

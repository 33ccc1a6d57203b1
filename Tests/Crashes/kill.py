"""Kills builds at random moments and looks at what is published: always the whole old site or the whole new one.

    kill.py TRIPTYCH SITE MOMENTS [SEED]

SITE is a site of `triptych new` with data; it is copied and not touched. Two states of it take turns: as it is, and with a
day more, a changed page and without one page. A build of the other state begins over the published one and is killed with
SIGKILL at a moment drawn by lot from the time that a build takes. After each:

- the published tree is byte for byte that of a clean build of either state, all of whose links lead somewhere;
- its manifest, if it has one, names just its files;
- every fifth time the build is run again to its end: then the tree is the new state's, so the build has mended itself.

Ends with 1 at the first moment that this does not hold.
"""
import hashlib
import os
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

DAY = "".join(
    f'{{"id":"late-{n}","customer":"late-{n % 7}","at":"2026-06-01T10:{n:02}:00Z","kind":"message",'
    f'"actor":"{("customer", "ai")[n % 2]}","channel":"chat","text":"word {n}"}}\n'
    for n in range(40)
)


def tree(folder):
    """Every file of a folder, by path, as a digest."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


def broken_links(folder):
    """Links between pages of a tree that lead nowhere."""
    pages = {str(p.relative_to(folder)): p.read_text() for p in Path(folder).rglob("*.html")}
    ids = {page: set(re.findall(r'\sid="([^"]*)"', text)) for page, text in pages.items()}
    files = set(tree(folder))
    for page, text in pages.items():
        for link in re.findall(r'\s(?:href|src)="([^"]*)"', text):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = os.path.normpath(os.path.join(os.path.dirname(page), unquote(path))) if path else page
            if target not in files or anchor and anchor not in ids.get(target, {anchor}):
                yield f"{page}: {link}"


def manifest_paths(public):
    """The paths that the manifest of a tree names; none if no manifest is the tree's."""
    status = os.stat(public)
    name = f"manifest-{status.st_ino}-{status.st_mtime_ns}"
    path = public.parent / f".{public.name}.triptych" / name
    if not path.exists():
        return None
    data = path.read_bytes()
    _, count, _, _, _, *_ = struct.unpack_from("<8Q", data)
    entry = struct.Struct("<QQQQQQQIIII")
    names = 64 + count * entry.size
    found = set()
    for number in range(count):
        fields = entry.unpack_from(data, 64 + number * entry.size)
        start, length = fields[5], fields[7]
        found.add(data[names + start : names + start + length].decode())
    return found


class Site:
    def __init__(self, triptych, source, work):
        self.triptych, self.root, self.public = triptych, work / "site", work / "public"
        shutil.copytree(source, self.root, ignore=shutil.ignore_patterns("public", ".public.triptych"))
        self.page = self.root / "Content/conversations.md"
        self.texts = (self.page.read_text(), self.page.read_text() + "\nA word more.\n")

    def turn(self, state):
        """Brings the sources into one of the two states."""
        day = self.root / "Content/exports/events-late.jsonl"
        faq = self.root / "Content/extra.md"
        self.page.write_text(self.texts[state])
        if state:
            day.write_text(DAY)
            faq.unlink(missing_ok=True)
        else:
            day.unlink(missing_ok=True)
            faq.write_text("---\ntitle: Extra\n---\n\nA page that comes and goes.\n")

    def start(self, output):
        return subprocess.Popen(
            [self.triptych, "build", "--site", self.root, "--output", output],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def build(self, output):
        process = self.start(output)
        errors = process.communicate()[1]
        if process.returncode:
            sys.exit(f"a build failed: {errors}")


def main():
    triptych, source, moments = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    lot = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with tempfile.TemporaryDirectory(prefix="triptych-kill-") as folder:
        work = Path(folder)
        site = Site(triptych, source, work)
        clean, took = [], []
        for state in (0, 1):
            site.turn(state)
            output = work / f"clean-{state}"
            site.build(output)
            clean.append(tree(output))
            if bad := list(broken_links(output)):
                sys.exit(f"a clean build has links that lead nowhere: {bad[:3]}")
        for state in (0, 1, 0):
            site.turn(state)
            begin = time.monotonic()
            site.build(site.public)
            took.append(time.monotonic() - begin)
        state, killed, seen = 0, 0, [0, 0]
        for moment in range(moments):
            state = 1 - state
            site.turn(state)
            process = site.start(site.public)
            time.sleep(lot.random() * min(took))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            killed += process.returncode == -signal.SIGKILL
            look(site, clean, moment, seen)
            if moment % 5 == 4:
                site.build(site.public)
                if tree(site.public) != clean[state]:
                    sys.exit(f"moment {moment}: the next build did not mend the site")
                look(site, clean, moment, seen)
        print(f"{moments} moments, {killed} killed; {seen[0]} times the first state, {seen[1]} times the second, always whole")


def look(site, clean, moment, seen):
    found = tree(site.public)
    if found not in clean:
        nearest = min(clean, key=lambda one: len(one.items() ^ found.items()))
        sys.exit(f"moment {moment}: the site is torn: {sorted(one for one, _ in nearest.items() ^ found.items())[:5]}")
    seen[clean.index(found)] += 1
    names = manifest_paths(site.public)
    if names is None or names != set(found):
        sys.exit(f"moment {moment}: the manifest is not the site's")


main()

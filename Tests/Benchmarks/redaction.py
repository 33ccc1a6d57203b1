#!/usr/bin/env python3
"""Personal data in texts: what is found, what is found too much, how fast.

    Tests/Benchmarks/redaction.py [--small] [--triptych PATH] [--seed N]

Measured, as whole processes, on invented sentences with 10,000 values whose places are known (`labelled.py`: ten kinds,
six locales of five languages, half as many sentences that only look so): `triptych redact --findings` with the export
that knows some of the people, on one thread; Presidio's recognisers by pattern, without its language model, on the
same lines. Presidio is given the site's form of order numbers too, and the regions of the telephone numbers. Speed is
measured on the same text thirty times over for ours, once for Presidio, whose start is not counted.

A value is found if findings of its kind cover all of its bytes. A finding is wrong if it touches no value of any kind.
The detectors were mended on the corpora of the seeds 1 to 4; the one that is measured is of another.
Names and postal addresses are those that the export knows: Presidio, which has no such list here, is not asked.

Where it flatters: the sentences are ours, and so are the forms in which values are written. Presidio finds every link,
ours those alone that let someone in; sentences with other links are not among the texts.
"""

import json
import subprocess
import sys
from collections import defaultdict

from labelled import KINDS
from measure import HERE, Bench, peers

SEED = 11
REPEATED = 30
LEAST_TIMES = 20
ASKED = {"email", "card", "iban", "ip", "url", "ssn"}


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def measured(labels, findings):
    """By kind: how many values there are, how many are found, how many findings there are, how many are wrong."""
    lines, values = defaultdict(list), defaultdict(list)
    for finding in findings:
        lines[finding["line"]].append(finding)
    for label in labels:
        values[label["line"]].append(label)
    counts = {kind: [0, 0, 0, 0] for kind in KINDS}
    missed = []
    for label in labels:
        own = [one for one in lines[label["line"]] if one["kind"] == label["kind"]]
        covered = {at for one in own for at in range(one["start"], one["end"])}
        counts[label["kind"]][0] += 1
        if covered.issuperset(range(label["start"], label["end"])):
            counts[label["kind"]][1] += 1
        else:
            missed.append(label)
    wrong = []
    for finding in findings:
        touched = values[finding["line"]]
        if finding["kind"] not in counts:
            continue
        counts[finding["kind"]][2] += 1
        if not any(one["start"] < finding["end"] and finding["start"] < one["end"] for one in touched):
            counts[finding["kind"]][3] += 1
            wrong.append(finding)
    return counts, missed, wrong


def shares(count):
    values, found, findings, wrong = count
    return found / values, 1 - wrong / findings if findings else None


def percent(share):
    return "–" if share is None else f"{share:.2%}"


def main():
    seed = (("--seed",), {"type": int, "default": SEED, "help": f"of the corpus; default {SEED}"})
    bench = Bench("redaction", __doc__, more=[seed])
    folder = bench.fresh("labelled")
    folder.mkdir()
    values = bench.size(10_000, 1_000)
    subprocess.run([sys.executable, HERE / "labelled.py", str(values), folder, "--seed", str(bench.wanted.seed)], check=True)
    text, large = folder / "texts.txt", folder / "large.txt"
    large.write_bytes(text.read_bytes() * REPEATED)
    labels = read(folder / "labels.jsonl")
    command = [bench.triptych, "redact", "--site", folder, "--data", folder / "export", "--findings"]
    (folder / "ours.jsonl").write_bytes(subprocess.run([*command, text], capture_output=True, check=True).stdout)
    ours, missed, wrong = measured(labels, read(folder / "ours.jsonl"))
    lines = text.read_text().split("\n")
    for kind, examples in (("missed", missed), ("wrong", wrong)):
        for one in examples[:40]:
            said = lines[one["line"] - 1].encode()[one["start"] : one["end"]].decode(errors="replace")
            bench.say(f"{kind}: {one['kind']} {said}")
    took = [
        float(
            subprocess.run(
                [peers(), HERE / "peers/redact_presidio.py", text, folder / "presidio.jsonl"],
                capture_output=True,
                check=True,
                text=True,
            ).stdout
        )
        for _ in range(bench.size(3, 1))
    ]
    theirs, _, _ = measured(labels, read(folder / "presidio.jsonl"))
    for _ in range(bench.wanted.runs):
        bench.once("triptych redact, 30 times the text", [*command, large])
    for kind in KINDS:
        (recall, precision), (other, others) = shares(ours[kind]), shares(theirs[kind])
        asked = theirs[kind][2] > 0
        for what, mine, peer in (("found", recall, other), ("right among findings", precision, others)):
            title = f"redaction, {kind}, {ours[kind][0]} values: {what}"
            shown = percent(peer) if asked else ""
            bench.row(title, percent(mine), shown, "Presidio", is_detail=what != "found" or percent(mine) == shown)
        if kind in ASKED:
            bench.check(f"{kind}: no fewer are found than by Presidio", recall >= other)
    known = [one for one in missed if one["kind"] in ("name", "address")]
    bench.check("names and addresses of the export are found as such wherever they stand", not known)
    size = text.stat().st_size / 1e6
    mine, peer = size * REPEATED / bench.wall("triptych redact, 30 times the text"), size / min(took)
    bench.row("redaction: speed, a thread", f"{mine:.1f} MB/s", f"{peer:.3f} MB/s", "Presidio", round(mine / peer, 1))
    bench.check(f"at least {LEAST_TIMES} times as fast", mine >= LEAST_TIMES * peer)
    bench.finish()


main()

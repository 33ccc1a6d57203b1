"""Runs a command and writes its time, memory and exit code: timed.py RESULT COMMAND…

A process of its own and a small one, because the peak memory that Linux tells of a process (`ru_maxrss`) is at least that
of the one that started it: here about 10 MiB.
"""
import os
import sys
import time

result, command = sys.argv[1], sys.argv[2:]
begun = time.perf_counter()
process = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - begun
with open(result, "w") as file:
    file.write(f"{wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss * 1024} {os.waitstatus_to_exitcode(status)}")

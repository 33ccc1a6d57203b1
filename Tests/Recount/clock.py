"""Instants in milliseconds since 1970, and the days and hours of the site's clock."""

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|z|[+-]\d\d:?\d\d)$")
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
HOUR, DAY = 3_600_000, 86_400_000


def instant(text):
    """Cut to the millisecond; None where it cannot be read."""
    match = INSTANT.match(text) if isinstance(text, str) else None
    if not match:
        return None
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=timezone.utc)
    except ValueError:
        return None
    zone, shift = match.group(8), 0
    if zone not in "Zz":
        shift = (1 if zone[0] == "+" else -1) * (int(zone[1:3]) * 60 + int(zone[-2:])) * 60
    whole = int((moment - EPOCH).total_seconds()) + (1 if second == 60 else 0) - shift
    return whole * 1000 + int((match.group(7) or "0").ljust(3, "0")[:3])


def written(ms):
    """2026-05-04T10:00:00.000Z; nothing for None."""
    if ms is None:
        return ""
    moment = EPOCH + timedelta(milliseconds=ms)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{ms % 1000:03d}Z"


class Clock:
    """The site's time zone."""

    def __init__(self, zone):
        self.name, self.zone = zone, ZoneInfo(zone)

    @lru_cache(maxsize=None)
    def local(self, ms):
        return (EPOCH + timedelta(milliseconds=ms)).astimezone(self.zone)

    def day(self, ms):
        return self.local(ms).date()

    def hour(self, ms):
        return self.local(ms).hour

    def time(self, ms):
        return self.local(ms).strftime("%H:%M")

    @lru_cache(maxsize=None)
    def start(self, day):
        """The day's first instant."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return int((midnight.astimezone(timezone.utc) - EPOCH).total_seconds()) * 1000


class Period:
    """Whole days, first and last included."""

    def __init__(self, first, last):
        self.first, self.last = first, last

    @property
    def days(self):
        return [self.first + timedelta(n) for n in range((self.last - self.first).days + 1)]

    def has(self, day):
        return self.first <= day <= self.last

    def before(self):
        size = (self.last - self.first).days + 1
        return Period(self.first - timedelta(size), self.first - timedelta(1))

    @staticmethod
    def month(day):
        first = day.replace(day=1)
        following = (first + timedelta(32)).replace(day=1)
        return Period(first, following - timedelta(1))

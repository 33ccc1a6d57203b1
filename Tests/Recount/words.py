"""How numbers, lengths, dates and shares are written on English pages, worked out anew from the pages' rules."""

from datetime import date
from fractions import Fraction

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
MINUS, MISSING = "\u2212", "\u2013"
SPANS = {7: "one week", 14: "two weeks", 21: "three weeks", 28: "four weeks", 56: "eight weeks", 84: "twelve weeks"}
CHANNELS = {
    "": "No channel", "chat": "Chat", "sms": "SMS", "email": "Email", "voice": "Phone", "voicemail": "Voicemail",
    "whatsapp": "WhatsApp", "facebook": "Facebook", "instagram": "Instagram", "twitter": "Twitter",
}


def count(n):
    return f"{n:,}" if n >= 0 else MINUS + f"{-n:,}"


def rounded(value, decimals):
    """Exact, halves away from zero, as a whole number of the last decimal's units."""
    scaled = abs(Fraction(value)) * 10**decimals
    units = int(scaled + Fraction(1, 2))
    return units if value >= 0 else -units


def number(value, decimals=1):
    units = rounded(value, decimals)
    whole, rest = divmod(abs(units), 10**decimals)
    text = f"{whole:,}" + (f".{rest:0{decimals}d}" if decimals else "")
    return (MINUS if units < 0 else "") + text


def percent(part, whole, decimals=1):
    return MISSING if not whole else number(Fraction(part, whole) * 100, decimals) + "%"


def signed(text):
    """A change: a plus in front where there is neither a minus nor nothing but zeros."""
    return text if text.startswith(MINUS) or not any(c in "123456789" for c in text) else "+" + text


def length(ms):
    """Cut, not rounded: s below a minute, min below an hour, h and min below two days, days and h below ten, days."""
    if ms is None:
        return MISSING
    if ms < 0:
        return MINUS + length(-ms) if ms <= -1000 else length(0)
    seconds = ms // 1000
    if seconds < 60:
        return f"{seconds} s"
    minutes = seconds // 60
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    if hours < 48:
        return f"{hours} h" + (f" {minutes % 60} min" if minutes % 60 else "")
    days = counted(hours // 24, "day", "days")
    return days + (f" {hours % 24} h" if hours % 24 and hours < 240 else "")


def length_unit(ms):
    """The unit that `length` cuts to, in milliseconds."""
    seconds = abs(ms) // 1000
    return 1000 if seconds < 60 else 60_000 if seconds < 172_800 else 3_600_000 if seconds < 864_000 else 86_400_000


def clock_length(ms):
    minutes = ms // 60_000
    return f"{minutes // 60}:{minutes % 60:02d}"


def seconds(ms):
    """As in a CSV: seconds, with three decimals where they are not whole."""
    if ms is None:
        return ""
    whole, rest = divmod(abs(ms), 1000)
    return ("-" if ms < 0 else "") + str(whole) + (f".{rest:03d}" if rest else "")


def counted(n, one, other):
    return f"{count(n)} {one if n == 1 else other}"


def conversations(n):
    return counted(n, "conversation", "conversations")


def sessions(n):
    return counted(n, "AI session", "AI sessions")


def contacts(n):
    return counted(n, "contact", "contacts")


def customers(n):
    return counted(n, "customer", "customers")


def channel(name):
    return CHANNELS.get(name, name)


def short(day):
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_year(day):
    return f"{short(day)} {day.year}"


def weekday(day):
    return WEEKDAYS[day.weekday()][:3]


def day(day):
    return f"{weekday(day)} {short(day)}"


def day_year(value):
    return f"{day(value)} {value.year}"


def day_long(value):
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def month_long(value):
    return f"{MONTHS[value.month - 1]} {value.year}"


def day_range(first, last):
    if first == last:
        return f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\u2013{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{short(first)} \u2013 {short(last)} {last.year}"
    return f"{short_year(first)} \u2013 {short_year(last)}"


def span_of_days(n):
    return SPANS.get(n, counted(n, "day", "days"))


def iso(day):
    return date.isoformat(day)

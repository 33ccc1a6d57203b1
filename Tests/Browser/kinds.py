"""One page of each kind of the demo."""

import re


def timelines(demo):
    """By size: a small, a middling and the largest one; and, where one is split, its contents and a part of it."""
    pages = sorted(demo.glob("timelines/*/*.html"), key=lambda path: (path.stat().st_size, path.name))
    chosen = {"timeline, small": pages[0], "timeline": pages[len(pages) // 2], "timeline, large": pages[-1]}
    for part in pages:
        if re.search(r"-\d", part.name):
            chosen["part of a timeline"] = part
            chosen["contents of a timeline"] = part.with_name(re.sub(r"-.*", ".html", part.name))
            break
    return chosen


def kinds(demo):
    """Addresses by kind. A page that is not there is a failure of whoever asks for it."""
    fixed = {
        "overview": "index.html", "conversations": "conversations.html", "sessions": "sessions.html",
        "contacts": "contacts.html", "customers": "customers/index.html", "faq": "faq.html",
        "data quality": "data-quality.html", "reports": "reports/index.html", "manual": "guide/index.html",
        "manual, long": "guide/figures.html", "changelog": "changelog.html",
    }
    days = sorted(demo.glob("sessions/*.html"))
    months = sorted(demo.glob("20??-??/*.html"))
    authored = [path for path in sorted(demo.glob("reports/*.html")) if path.name != "index.html"]
    found = {"a day": days[len(days) // 2], "a month": months[0], "an authored page": authored[0]}
    found.update(timelines(demo))
    return fixed | {kind: str(path.relative_to(demo)) for kind, path in found.items()}


KINDS = [
    "overview", "conversations", "sessions", "contacts", "customers", "faq", "data quality", "reports", "manual",
    "manual, long", "changelog", "a day", "a month", "an authored page", "timeline, small", "timeline",
    "timeline, large",
]

"""Pages without figures, whose foot alone has numbers of the data; and whatever no other check has opened."""

PROSE = ("guide/", "faq.html", "changelog.html", "reports/index.html", "reports/measures.html",
         "search.html", "404.html")


def check(site):
    names = sorted(p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*") if p.is_file())
    names = [n for n in names if not n.startswith(("timelines/", "assets/")) and n not in site.ledger.opened]
    for name in names:
        if name.endswith(".html") and name.startswith(PROSE):
            foot(site, name)
        elif name.endswith(".html"):
            site.ledger.unchecked.append(f"{name}: no check knows this page")
        elif name.endswith(".csv"):
            site.ledger.not_compared.append(name)


def foot(site, name):
    page = site.page(name)
    words = f"As of {site.as_of}. Data from {site.span}. Rules in force: {site.rule_words()}."
    if any("Data from " in f.text for f in page.fragments):
        page.says(words)

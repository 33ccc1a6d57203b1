"""Finds personal data with Presidio's recognisers by pattern, without a model: redact_presidio.py TEXTS OUTPUT

Each recogniser is asked line by line, as an analyser does, without the language model that Presidio would load
besides: that only makes it faster. OUTPUT has a finding a line, `line`, `start`, `end` in bytes and `kind`; standard
output is the seconds that it took, imports aside.
"""

import json
import sys
import time

import tldextract
from presidio_analyzer import Pattern, PatternRecognizer
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    IpRecognizer,
    PhoneRecognizer,
    UrlRecognizer,
    UsSsnRecognizer,
)

# The list of suffixes that comes with it: nothing is fetched.
tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
orders = PatternRecognizer(
    supported_entity="ORDER", patterns=[Pattern("order", r"\b(ORD-\d{6}|BX\d{4}-\d\d)\b", 0.8)]
)
recognisers = [
    ("email", EmailRecognizer(), ["EMAIL_ADDRESS"]),
    ("card", CreditCardRecognizer(), ["CREDIT_CARD"]),
    ("iban", IbanRecognizer(), ["IBAN_CODE"]),
    ("ip", IpRecognizer(), ["IP_ADDRESS"]),
    ("url", UrlRecognizer(), ["URL"]),
    ("ssn", UsSsnRecognizer(), ["US_SSN"]),
    ("phone", PhoneRecognizer(supported_regions=("US", "GB", "DE", "FR", "ES", "BR")), ["PHONE_NUMBER"]),
    ("order", orders, ["ORDER"]),
]
with open(sys.argv[1], encoding="utf-8") as file:
    texts = file.read().split("\n")
begun = time.perf_counter()
found = []
for number, text in enumerate(texts, 1):
    for kind, recogniser, entities in recognisers:
        for result in recogniser.analyze(text, entities, None):
            found.append((number, text, result.start, result.end, kind))
took = time.perf_counter() - begun
with open(sys.argv[2], "w", encoding="utf-8") as file:
    for number, text, start, end, kind in found:
        places = {"start": len(text[:start].encode()), "end": len(text[:end].encode())}
        file.write(json.dumps({"line": number, **places, "kind": kind}) + "\n")
print(took)

"""Writes invented texts with personal data whose places are known, and an export that knows some of the people.

    labelled.py VALUES FOLDER [--seed N]

`texts.txt` has a sentence a line; `labels.jsonl` each value's line (from 1), bytes, kind and locale; `export/` the
customers whose names and addresses stand in texts; `Content/site.yml` the site's own form of order numbers. As many
sentences as hold two values each hold none: numbers, dates, versions, prices that look like personal data and are not.
The same arguments give the same bytes.
"""

import argparse
import json
import random
import unicodedata
from pathlib import Path

LOCALES = ("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR")
KINDS = ("email", "phone", "card", "iban", "ssn", "ip", "url", "order", "name", "address")
GIVEN = {
    "en-US": "Harriet Dwayne Loretta Clifton Maribel Rodney Tamsin Wendell".split(),
    "en-GB": "Alastair Imogen Rupert Philippa Nigel Siobhán Gareth Rhiannon".split(),
    "de-DE": "Jürgen Heike Götz Käthe Uwe Anneliese Björn Sibylle".split(),
    "fr-FR": "Aurélie Benoît Chloé François Gaëlle Hervé Zoé Thibault".split(),
    "es-ES": "Íñigo Begoña Álvaro Lucía Ramón Nuria Andrés Inés".split(),
    "pt-BR": "João Conceição Márcia Luís Antônia Sebastião Graça Otávio".split(),
}
FAMILY = {
    "en-US": "Kowalczyk Vanderbilt Okafor Pennington Castellano Whitlock Abernathy Delacroix".split(),
    "en-GB": "Featherstone Hargreaves O'Connell Llewellyn Ashworth Pemberton MacAllister Wycliffe".split(),
    "de-DE": "Müller-Lüdenscheidt Großmann Weiß Schröder Kühnel Bäumler Öztürk Hölderlin".split(),
    "fr-FR": "Lefèvre Beauséjour d'Aubigné Désormeaux Château Gérard Saint-Exupéry Maïga".split(),
    "es-ES": "Zúñiga Echeverría Castañeda Peñalver Ibáñez Núñez Aragonés Güell".split(),
    "pt-BR": "Gonçalves Magalhães Araújo Assunção Brandão Guimarães Falcão Lourenço".split(),
}
STREETS = {
    "en-US": ("{n} Chestnut Hollow Road, Duluth, MN {p}", "{n} W Ironwood Ave Apt {m}, Yuma, AZ {p}"),
    "en-GB": ("{n} Quarry Bank, Ludlow SY{m} 1AB", "Flat {m}, {n} Harbour Terrace, Whitby"),
    "de-DE": ("Lindenstraße {n}, {p} Görlitz", "Am Alten Graben {n}{l}, {p} Münster"),
    "fr-FR": ("{n} rue de l'Église, {p} Besançon", "{n} bis, allée des Tilleuls, {p} Nîmes"),
    "es-ES": ("Calle de la Peña {n}, {p} Cádiz", "Avda. del Río {n}, {m}º B, {p} Logroño"),
    "pt-BR": ("Rua São João, {n}, {p} Olinda", "Travessa da Conceição {n}, apto {m}, {p} Belém"),
}
PHONES = {
    "en-US": ("(212) 555-01##", "312-555-01##", "+1 415 555 01##", "646.555.01##", "1-800-555-01##"),
    "en-GB": ("+44 20 7946 0###", "020 7946 0###", "07700 900###", "(0161) 496 0###", "0044 29 2018 0###"),
    "de-DE": ("+49 30 2312#5##", "030 2312#5##", "0151 2345####", "0049 171 392####", "(0221) 47108##"),
    "fr-FR": ("+33 1 99 00 1# ##", "01 99 00 1# ##", "06.39.98.##.##", "0033 6 39 98 ## ##", "07 00 55 ## ##"),
    "es-ES": ("+34 912 34# ###", "912 34# ###", "612 34 ## ##", "0034 722 1## ###", "654-32#-###"),
    "pt-BR": ("+55 11 9123#-####", "(11) 9123#-####", "21 9876#-####", "(31) 3456-####", "+55 (41) 99##-####"),
}
# Of what a country's numbers are made behind the check digits.
IBANS = {
    "en-US": ("GB", "BARC" + "#" * 14),
    "en-GB": ("GB", "NWBK" + "#" * 14),
    "de-DE": ("DE", "#" * 18),
    "fr-FR": ("FR", "#" * 11 + "A" + "#" * 11),
    "es-ES": ("ES", "#" * 20),
    "pt-BR": ("PT", "#" * 21),
}
CARDS = ("4###############", "51##############", "2223############", "34#############", "6011############", "36############")
SENTENCES = {
    "en": (
        "My {w} is {v}, can you check it?",
        "Please use {v} from now on.",
        "I wrote to you about {v} last week ({v2}).",
        "{v} - that's it. Thanks!",
        "Hello,\u00a0as I said: {v}; and also {v2}.",
        "Is '{v}' still what you have for me?",
    ),
    "de": (
        "Meine Angabe lautet {v}, bitte prüfen Sie das.",
        "Bitte ab sofort {v} verwenden.",
        "Ich hatte wegen {v} geschrieben ({v2}).",
        "„{v}“ steht in meinem Konto.",
        "Guten Tag, wie gesagt: {v}; außerdem {v2}.",
    ),
    "fr": (
        "Voici ce que vous demandez : {v}, merci.",
        "Merci d'utiliser {v} désormais.",
        "J'ai écrit au sujet de {v} ({v2}).",
        "« {v} » figure toujours dans mon compte.",
    ),
    "es": (
        "Mi dato es {v}, ¿lo pueden revisar?",
        "Por favor, usen {v} desde ahora.",
        "Escribí por {v} la semana pasada ({v2}).",
        "Hola: {v}; y también {v2}.",
    ),
    "pt": (
        "O meu dado é {v}, podem verificar?",
        "Por favor, usem {v} a partir de agora.",
        "Escrevi por causa de {v} ({v2}).",
        "Olá: {v}; e também {v2}.",
    ),
}
NEGATIVES = (
    "The parcel of 20##-0#-1# arrived at 1#:3#, not 0#:4#.",
    "I run version 1#.#.# of the app; 2.#.#.#### crashes.",
    "It was #,###.## EUR, now it is 1.###,## €.",
    "Article 4##-##-# (size 4#/3#) in colour #3a4b5c is missing.",
    "Tracking 1Z####AA#########, box ## of ##.",
    "I waited 4# minutes and 1# seconds, on ticket #######.",
    "The page shows error 0x8007####, line ####:##.",
    "Room 4.#.#, floor ##, chapter 3.#.#.#, see 1.2.",
    "Batch 20##.#.1 of lot ######-##, best before 1#/2029.",
    "The invoice says CARD, valid until 0#/2#.",
    "At a ratio of 16:9 and 4:3, from 10:##:## to 11:##:##.",
    "Write @support or #help; a/b or c/d?",
)


def digits(random, pattern):
    return "".join(random.choice("0123456789") if sign == "#" else sign for sign in pattern)


def luhn(number):
    doubled = [int(digit) * (1 + (place % 2 == 1)) for place, digit in enumerate(reversed(number))]
    return sum(value // 10 + value % 10 for value in doubled) % 10


def in_groups(text, sizes, sign):
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return sign.join(part for part in [*parts, text[at:]] if part)


class Values:
    """Makes values of each kind, and the customers that the export knows."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.people = []

    def make(self, kind, locale):
        return getattr(self, kind)(locale)

    def person(self, locale):
        given, family = self.random.choice(GIVEN[locale]), self.random.choice(FAMILY[locale])
        second = self.random.choice([name for name in GIVEN[locale] if name != given])
        middle = self.random.choice(("", "", "", second + " "))
        fill = {
            "n": self.random.randint(1, 240),
            "m": self.random.randint(1, 9),
            "l": self.random.choice("abc"),
            "p": digits(self.random, "4####"),
        }
        address = self.random.choice(STREETS[locale]).format(**fill)
        self.people.append({"name": f"{given} {middle}{family}", "address": address})
        return self.people[-1]

    def email(self, locale):
        given = unicodedata.normalize("NFKD", self.random.choice(GIVEN[locale])).encode("ascii", "ignore").decode()
        local = self.random.choice(("{g}.{n}", "{g}_{n}", "{g}+shop{n}", "{n}.{g}", "{g}-x-{n}")).format(
            g=given, n=self.random.randint(10, 9999)
        )
        host = self.random.choice(("mail.example.com", "post.example.org", "Example.NET", "a-b.example.co.uk"))
        return f"{local}@{host}" if self.random.random() < 0.8 else f"{local}@{host}".upper()

    def phone(self, locale):
        return digits(self.random, self.random.choice(PHONES[locale]))

    def card(self, _):
        number = digits(self.random, self.random.choice(CARDS))[:-1]
        number += str((10 - luhn(number + "0")) % 10)
        sizes = (4, 6) if len(number) in (14, 15) else (4, 4, 4)
        return self.random.choice((number, in_groups(number, sizes, " "), in_groups(number, sizes, "-")))

    def iban(self, locale):
        country, pattern = IBANS[locale]
        account = digits(self.random, pattern)
        value = "".join(str(int(sign, 36)) for sign in account + country + "00")
        iban = f"{country}{98 - int(value) % 97:02}{account}"
        return self.random.choice((iban, in_groups(iban, [4] * 8, " ")))

    def ssn(self, _):
        area = self.random.choice([n for n in range(1, 900) if n not in (0, 666, 123)])
        parts = f"{area:03}", f"{self.random.randint(1, 99):02}", f"{self.random.randint(1, 9999):04}"
        return "-".join(parts) if self.random.random() < 0.8 else " ".join(parts)

    def ip(self, _):
        if self.random.random() < 0.5:
            return ".".join(str(self.random.randint(1, 254)) for _ in range(4))
        groups = [f"{self.random.getrandbits(16):x}" for _ in range(8)]
        if self.random.random() < 0.5:
            start = self.random.randint(1, 4)
            return ":".join(groups[:start]) + "::" + ":".join(groups[start + 2 : 7])
        return ":".join(groups)

    def url(self, _):
        token = "".join(self.random.choice("abcdefghjkmnpqrstuvwxyzABCDEFGHJK23456789") for _ in range(24))
        host = self.random.choice(("shop.example.com", "www.example.org", "login.example.net"))
        return self.random.choice(
            (
                "https://{h}/reset?token={t}",
                "https://{h}/a/b?id=7&sig={t}",
                "http://user:{t}@{h}/files",
                "https://{h}/login#access_token={t}",
                "https://{h}/invite/{t}",
            )
        ).format(h=host, t=token)

    def negative(self):
        """A line that holds nothing personal."""
        if self.random.random() < 0.85:
            return digits(self.random, self.random.choice(NEGATIVES))
        if self.random.random() < 0.5:
            card = self.card("")
            wrong = card[:-1] + str((int(card[-1]) + self.random.randint(1, 9)) % 10)
            return f"The form does not take {wrong}, says the check digit."
        iban = self.iban("de-DE").replace(" ", "")
        return f"It says {iban[:2]}{(int(iban[2:4]) + 1) % 100:02}{iban[4:]} is mistyped."

    def order(self, _):
        return digits(self.random, self.random.choice(("ORD-######", "BX####-##")))

    def name(self, locale):
        name = self.person(locale)["name"]
        given, family = name.split(" ", 1)[0], name.rsplit(" ", 1)[1]
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
        return self.random.choice((name, name, name.upper(), plain.replace("ß", "ss"), f"{family}, {given}"))

    def address(self, locale):
        address = self.person(locale)["address"]
        return self.random.choice((address, address, address.upper()))


def sentence(values, locale, kinds, line):
    """A line of text, and the labels of the values in it."""
    shapes = SENTENCES[locale[:2]]
    shape = values.random.choice([shape for shape in shapes if ("{v2}" in shape) == (len(kinds) == 2)])
    text, labels = "", []
    made = [(kind, values.make(kind, locale)) for kind in kinds]
    for piece in shape.replace("{v2}", "\0").replace("{v}", "\0").split("\0"):
        text += piece.replace("{w}", values.random.choice(("number", "new one", "address", "entry")))
        if made:
            kind, value = made.pop(0)
            start = len(text.encode())
            text += value
            labels.append({"line": line, "start": start, "end": len(text.encode()), "kind": kind, "locale": locale})
    return text, labels


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("values", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    values = Values(wanted.seed)
    todo = [(KINDS[n % len(KINDS)], LOCALES[n // len(KINDS) % len(LOCALES)]) for n in range(wanted.values)]
    lines, labels = [], []
    while todo:
        kind, locale = todo.pop()
        second = values.random.random() < 0.4 and next((n for n, one in enumerate(todo) if one[1] == locale), None)
        kinds = [kind] if second in (False, None) else [kind, todo.pop(second)[0]]
        text, found = sentence(values, locale, kinds, 0)
        lines.append((text, found))
    lines += [(values.negative(), []) for _ in range(wanted.values // 2)]
    values.random.shuffle(lines)
    for number, (_, found) in enumerate(lines, 1):
        for label in found:
            labels.append(label | {"line": number})
    (wanted.folder / "export").mkdir(parents=True)
    (wanted.folder / "Content").mkdir()
    (wanted.folder / "Content/site.yml").write_text(
        'title: Labelled\nredaction:\n  numbers: [ORD-######, "BX####-##"]\n'
    )
    (wanted.folder / "texts.txt").write_text("".join(text + "\n" for text, _ in lines))
    (wanted.folder / "labels.jsonl").write_text("".join(json.dumps(label) + "\n" for label in labels))
    people = [{"id": f"customer-{n}", **person} for n, person in enumerate(values.people)]
    (wanted.folder / "export/customers.jsonl").write_text("".join(json.dumps(person) + "\n" for person in people))
    events = [
        {"id": f"e{n}", "customer": f"customer-{n}", "at": "2026-01-01T10:00:00Z", "kind": "message", "actor": "ai"}
        for n in range(len(people))
    ]
    (wanted.folder / "export/events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in events))


if __name__ == "__main__":
    main()

"""A page of the site as a tree, and its words as fragments: what a reader sees, hears or hovers over."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr", "wbr", "source"}
INLINE = {"a", "b", "i", "em", "strong", "small", "span", "time", "code", "abbr", "tspan", "sup", "sub", "mark", "data"}
SILENT = {"script", "style", "head"}
SPOKEN = ("title", "aria-label", "alt", "placeholder", "datetime", "data-sort", "data-noun", "data-one", "data-other")


class Node:
    """An element, with its children in order; text is a plain string among them."""

    def __init__(self, tag, attributes=(), parent=None):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children = []

    def get(self, name):
        return self.attributes.get(name) or ""

    @property
    def classes(self):
        return self.get("class").split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag=None, cls=None):
        return [n for n in self.walk() if (tag is None or n.tag == tag) and (cls is None or cls in n.classes)]

    def first(self, tag=None, cls=None):
        return next(iter(self.all(tag, cls)), None)

    def text(self):
        """The words in it, white space folded; a line break counts as a space."""
        return fold("".join(self._texts()))

    def _texts(self):
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "br":
                yield " "
            elif child.tag not in SILENT:
                yield from child._texts()

    def inside(self, tag=None, cls=None):
        """The nearest element around it with this tag or class."""
        node = self
        while node is not None and not ((tag is None or node.tag == tag) and (cls is None or cls in node.classes)):
            node = node.parent
        return node


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.node = Node("root")

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes, self.node)
        self.node.children.append(node)
        if tag not in VOID:
            self.node = node

    def handle_startendtag(self, tag, attributes):
        self.node.children.append(Node(tag, attributes, self.node))

    def handle_endtag(self, tag):
        node = self.node
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.node = node.parent

    def handle_data(self, data):
        self.node.children.append(data)


def parse(text):
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


def fold(text):
    """White space as a reader sees it: the ordinary kinds folded, no-break spaces as spaces."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


class Fragment:
    """A run of words that nothing but inline elements divides, or the words of an attribute."""

    def __init__(self, node, text, attribute=None):
        self.node, self.text, self.attribute = node, text, attribute
        self.claimed = bytearray(len(text))

    def claim(self, start, end):
        for index in range(start, end):
            self.claimed[index] = 1

    def left(self):
        """What nothing has claimed, claimed characters struck out."""
        return "".join("\u2022" if done else char for char, done in zip(self.text, self.claimed))


def fragments(root):
    found = []

    def flush(node, run):
        text = fold("".join(run))
        if text:
            found.append(Fragment(node, text))
        run.clear()

    def visit(node, run):
        for name in SPOKEN:
            if node.get(name):
                found.append(Fragment(node, fold(node.get(name)), name))
        for child in node.children:
            if isinstance(child, str):
                run.append(child)
            elif child.tag == "br":
                run.append(" ")
            elif child.tag in SILENT:
                continue
            elif child.tag in INLINE:
                visit(child, run)
            else:
                flush(node, run)
                visit(child, run)
                flush(child, run)

    run = []
    visit(root, run)
    flush(root, run)
    return found

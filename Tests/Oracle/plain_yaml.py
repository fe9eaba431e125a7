"""As much of YAML as the definitions are written in: blocks, flows, quotes, folded texts. Every scalar stays a text."""
import re
from pathlib import Path

KEY = re.compile(r"""((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"\[\]{},&*!|>%@`-][^#\n]*?|-[^\s#][^#\n]*?))\s*:(?:\s+|$)""")


def without_comment(line):
    """The line up to a `#` that begins it or follows a space, outside quotes."""
    quote = None
    for place, c in enumerate(line):
        if quote:
            quote = None if c == quote else quote
        elif c in "'\"" and (place == 0 or line[place - 1] in " [{,:-"):
            quote = c
        elif c == "#" and (place == 0 or line[place - 1] in " \t"):
            return line[:place]
    return line


def scalar(text):
    text = text.strip()
    if text[:1] == '"' and text[-1:] == '"' and len(text) > 1:
        return re.sub(r'\\(.)', lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text[1:-1])
    if text[:1] == "'" and text[-1:] == "'" and len(text) > 1:
        return text[1:-1].replace("''", "'")
    return text


class Flow:
    """`[…]` and `{…}` on one line; scalars in them end at a comma, a bracket, or a colon before a space."""

    def __init__(self, text):
        self.text, self.place = text, 0

    def skip(self):
        while self.place < len(self.text) and self.text[self.place] in " \t\n":
            self.place += 1

    def value(self):
        self.skip()
        c = self.text[self.place]
        if c == "[":
            return self.sequence()
        if c == "{":
            return self.mapping()
        return self.scalar(",]}")

    def scalar(self, ends, key=False):
        self.skip()
        start = self.place
        if self.text[start:start + 1] in ("'", '"'):
            quote = self.text[start]
            self.place += 1
            while self.text[self.place] != quote or self.text[self.place + 1:self.place + 2] == quote == "'":
                self.place += 2 if self.text[self.place] == "\\" and quote == '"' or self.text[self.place] == quote else 1
            self.place += 1
            return scalar(self.text[start:self.place])
        while self.place < len(self.text) and self.text[self.place] not in ends:
            if key and self.text[self.place] == ":" and self.text[self.place + 1:self.place + 2] in (" ", ""):
                break
            self.place += 1
        return scalar(self.text[start:self.place])

    def sequence(self):
        found = []
        self.place += 1
        while True:
            self.skip()
            if self.text[self.place] == "]":
                self.place += 1
                return found
            found.append(self.value())
            self.skip()
            if self.text[self.place] == ",":
                self.place += 1

    def mapping(self):
        found = {}
        self.place += 1
        while True:
            self.skip()
            if self.text[self.place] == "}":
                self.place += 1
                return found
            name = self.scalar(",}", key=True)
            self.skip()
            if self.text[self.place] == ":":
                self.place += 1
                found[name] = self.value()
            else:
                found[name] = "null"
            self.skip()
            if self.text[self.place] == ",":
                self.place += 1


def depth(text):
    """How many brackets of a flow are open, quotes left out."""
    bare = re.sub(r"\"(?:[^\"\\]|\\.)*\"|(?<![A-Za-z0-9])'(?:[^']|'')*'", "", text)
    return sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")


class Blocks:
    def __init__(self, lines):
        self.lines, self.place = lines, 0           # (indent, text)

    def peek(self):
        return self.lines[self.place] if self.place < len(self.lines) else (-1, "")

    def node(self, indent):
        text = self.peek()[1]
        if text == "-" or text.startswith("- "):
            return self.sequence(indent)
        if text[:1] not in "[{" and KEY.match(text):
            return self.mapping(indent)
        self.place += 1
        return self.inline(text, indent)

    def sequence(self, indent):
        found = []
        while self.peek()[0] == indent and (self.peek()[1] == "-" or self.peek()[1].startswith("- ")):
            rest = self.peek()[1][1:].lstrip()
            inner = indent + len(self.peek()[1]) - len(rest)
            if not rest:
                self.place += 1
                found.append(self.node(self.peek()[0]) if self.peek()[0] > indent else "null")
            else:
                self.lines[self.place] = (inner, rest)
                found.append(self.node(inner))
        return found

    def mapping(self, indent):
        found = {}
        while self.peek()[0] == indent:
            text = self.peek()[1]
            match = KEY.match(text)
            if not match or text.startswith("- "):
                break
            name, rest = scalar(match[1]), text[match.end():].strip()
            self.place += 1
            if rest:
                found[name] = self.inline(rest, indent)
            elif self.peek()[0] > indent or (self.peek()[0] == indent and self.peek()[1].startswith("- ")):
                found[name] = self.node(self.peek()[0])
            else:
                found[name] = "null"
        return found

    def inline(self, text, indent):
        if re.fullmatch(r"[>|][-+]?", text):
            parts = []
            while self.peek()[0] > indent:
                parts.append(self.peek()[1])
                self.place += 1
            return " ".join(parts)
        opened = text[:1] in ("[", "{")
        while self.place < len(self.lines) and (depth(text) > 0 if opened else self.peek()[0] > indent):
            text += " " + self.peek()[1]
            self.place += 1
        return Flow(text).value() if opened else scalar(text)


def documents(text):
    found = []
    for part in re.split(r"(?m)^---\s*$", text):
        lines = [(len(line) - len(line.lstrip()), line.strip())
                 for line in map(without_comment, part.splitlines()) if line.strip()]
        if lines:
            found.append(Blocks(lines).node(lines[0][0]))
    return found


def load(path):
    """The only document of a file."""
    return documents(Path(path).read_text())[0]


def load_all(path):
    return documents(Path(path).read_text())

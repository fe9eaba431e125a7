"""Records of a CSV file, as the design defines them.

A physical line ends at CRLF, LF or CR. A record starts at a line start and is the fewest lines after which a strict
parser is between records; if there is no such number of lines within the limits, the first line alone is malformed and
reading resumes at the next line. Python's csv module repairs what must be refused here, hence a parser of our own.
"""
import gzip
import re
from dataclasses import dataclass
from functools import cache

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")

BETWEEN, FIELD_START, IN_FIELD, AFTER_QUOTE = range(4)


@dataclass
class Record:
    fields: list | None     # bytes per field; None when the line is malformed
    raw: bytes
    line: int               # the first line's number, from 1
    why: str = ""


class Broken(Exception):
    pass


def read_bytes(path):
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def unicode_bytes(data, encoding):
    """The text without its byte order mark; UTF-16 as UTF-8, all others as they are."""
    if encoding == "utf-16le":
        return data.decode("utf-16-le").removeprefix("\ufeff").encode("utf-8")
    return data.removeprefix(b"\xef\xbb\xbf") if encoding.startswith("utf-8") else data


def physical_lines(data):
    place = 0
    while place < len(data):
        end = _LINE.match(data, place).end()
        yield data[place:end]
        place = end


class Parser:
    """One record at a time, strictly: a quote may stand only around a whole field, doubled inside it."""

    def __init__(self, delimiter, quote=0x22):
        self.delimiter, self.quote = delimiter, quote
        self.reset()

    def reset(self):
        self.state, self.quoted, self.field, self.fields = BETWEEN, False, bytearray(), []

    def _submit(self, spaces=b""):
        text = bytes(self.field)
        self.fields.append(text if self.quoted else text.rstrip(b" \t"))
        self.field, self.quoted, self.state = bytearray(), False, FIELD_START

    def feed(self, line):
        """True when a record is complete after this line; blank lines complete nothing and leave no fields."""
        for c in line:
            blank, end = c in b" \t" and c != self.delimiter, c in b"\r\n"
            if self.state in (BETWEEN, FIELD_START):
                if blank:
                    continue
                if end:
                    if self.state == FIELD_START:
                        self._submit()
                        self.state = BETWEEN
                    continue
                if c == self.delimiter:
                    self._submit()
                elif c == self.quote:
                    self.state, self.quoted = IN_FIELD, True
                else:
                    self.state = IN_FIELD
                    self.field.append(c)
            elif self.state == IN_FIELD:
                if c == self.quote:
                    if not self.quoted:
                        raise Broken("quote inside an unquoted field")
                    self.state, self.held = AFTER_QUOTE, 0
                elif not self.quoted and c == self.delimiter:
                    self._submit()
                elif not self.quoted and end:
                    self._submit()
                    self.state = BETWEEN
                else:
                    self.field.append(c)
            else:
                if c == self.delimiter:
                    self._submit()
                elif end:
                    self._submit()
                    self.state = BETWEEN
                elif blank:
                    self.held += 1
                elif c == self.quote and not self.held:
                    self.field.append(c)
                    self.state = IN_FIELD
                else:
                    raise Broken("text after a closing quote")
        return self.state == BETWEEN

    def finish(self):
        if self.state == IN_FIELD and self.quoted:
            raise Broken("quote still open at the end of the file")
        if self.state != BETWEEN:
            self._submit()
            self.state = BETWEEN


@cache
def field_of(delimiter):
    """A field on one line with the delimiter or the line's end after it; the strict parser reads what it does not match."""
    mark, blank = re.escape(delimiter), rb"[ ]*" if delimiter == b"\t" else rb"[ \t]*"
    quoted, bare = rb'"((?:[^"\r\n]|"")*)"' + blank, rb'([^"\r\n' + mark + rb"]*)"
    return re.compile(blank + rb"(?:" + quoted + rb"|" + bare + rb")(" + mark + rb"|\r\n|\n|\r)")


def quoted_fields(line, delimiter, trim):
    """The fields of a record that is one whole line; nothing when it takes more to tell."""
    match, place, fields, field = field_of(delimiter).match, 0, [], None
    while field is None or field[3] == delimiter:
        field = match(line, place)
        if field is None:
            return None
        fields.append(field[2].rstrip(trim) if field[1] is None else field[1].replace(b'""', b'"'))
        place = field.end()
    return fields


def records(data, delimiter, lines_allowed=1, breakable=(), bytes_allowed=65536):
    """Every record, titles and footers included, blank lines left out.

    `breakable` holds the places of the columns that may contain line breaks; the caller may fill it while reading, once
    the header is known.
    """
    lines = list(physical_lines(data))
    parser = Parser(ord(delimiter))
    place = 0
    split, trim = delimiter.encode(), b" \t" if delimiter != "\t" else b" "
    while place < len(lines):
        line = lines[place]
        if b'"' not in line and b"\0" not in line and line[-1:] in b"\r\n" and len(line) <= bytes_allowed:
            body = line.rstrip(b"\r\n")
            if body.strip(trim):
                yield Record([f.strip(trim) for f in body.split(split)], line, place + 1)
            place += 1
            continue
        if b"\0" not in line and line[-1:] in b"\r\n" and len(line) <= bytes_allowed:
            if fields := quoted_fields(line, split, trim):
                yield Record(fields, line, place + 1)
                place += 1
                continue
        parser.reset()
        count, size, why, complete = 0, 0, "", False
        try:
            while True:
                if place + count == len(lines):
                    parser.finish()
                    complete = True
                    break
                following = lines[place + count]
                if count == lines_allowed or size + len(following) > bytes_allowed:
                    why = "more lines or bytes than allowed"
                    break
                if 0 in following:
                    why = "NUL"
                    break
                count += 1
                size += len(following)
                if parser.feed(following):
                    complete = True
                    break
                if place + count < len(lines) and len(parser.fields) not in breakable:
                    why = "line break in a column that may hold none"
                    break
        except Broken as fault:
            why = str(fault)
        if complete:
            if parser.fields:
                yield Record(parser.fields, b"".join(lines[place:place + count]), place + 1)
            place += count
        else:
            yield Record(None, line, place + 1, why)
            place += 1

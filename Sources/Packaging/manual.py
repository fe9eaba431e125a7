#!/usr/bin/env python3
"""Writes pipeline(1) as mdoc from the program's own help: pipeline --experimental-dump-help | manual.py > pipeline.1"""
import datetime
import json
import os
import re
import sys
import textwrap

HERE = os.path.dirname(os.path.abspath(__file__))


def plain(text):
    """Text as roff prints it: backslashes, hyphens that stay hyphens, no line that begins a request, no macro names."""
    text = text.replace("\\", "\\e").replace("`", "\\(ga").replace("-", "\\-").replace("’", "'")
    return re.sub(r"(?m)^([.'])", r"\\&\1", text)


def prose(text):
    """Sentences on lines of their own, as mdoc wants them."""
    text = re.sub(r"(?<=[a-z)\]`][.:?]) (?=[A-Z`$])", "\n", " ".join(text.split()))
    return "\n".join(
        "\n".join(textwrap.wrap(line, 78, break_long_words=False, break_on_hyphens=False)) for line in plain(text).splitlines())


def words(text):
    """An argument of a macro: a word that is a macro's own name, or punctuation, is no macro here."""
    return " ".join("\\&" + word if re.fullmatch(r"[A-Z][a-z]|[.,:;()\[\]?!|]", word) else word for word in plain(text).split())


def name(argument):
    return argument["preferredName"]["name"] if "preferredName" in argument else argument["valueName"]


def usage(argument):
    value = f'Ar {words(argument["valueName"])}'
    if argument["kind"] == "positional":
        text = value + (" ..." if argument["isRepeating"] else "")
    else:
        text = f'Fl \\-{words(name(argument))}' + ("" if argument["kind"] == "flag" else f" {value}")
    return text


def shown(command):
    return [a for a in command.get("arguments", []) if a["shouldDisplay"]]


def argument_items(arguments):
    for argument in arguments:
        yield ".It " + usage(argument)
        if argument.get("abstract"):
            yield prose(argument["abstract"])
        if argument.get("allValues"):
            yield "One of: " + plain(", ".join(argument["allValues"])) + "."
        if argument.get("defaultValue") and argument["kind"] != "flag" and "(default" not in argument.get("abstract", ""):
            yield f'The default is {plain(argument["defaultValue"])}.'


def verb_lines(verb, common):
    own = [a for a in shown(verb) if name(a) not in common]
    yield f'.Ss {words(verb["commandName"])}'
    line = [f'Cm {words(verb["commandName"])}']
    for argument in own:
        text = usage(argument)
        line.append(f"Op {text}" if argument["isOptional"] or argument["isRepeating"] else text)
    yield ".Bd -ragged -offset indent -compact"
    yield ".Nm"
    yield from (f".{part}" for part in line)
    yield ".Ed"
    yield ".Pp"
    yield prose(verb["abstract"])
    for paragraph in (verb.get("discussion") or "").split("\n\n"):
        if paragraph.strip():
            yield ".Pp"
            yield prose(paragraph)
    if own:
        yield ".Bl -tag -width Ds"
        yield from argument_items(own)
        yield ".El"


def main():
    command = json.load(sys.stdin)["command"]
    # The parser adds a verb `help` to ours.
    verbs = list({v["commandName"]: v for v in reversed(command["subcommands"]) if v["shouldDisplay"]}.values())[::-1]
    # What most verbs take is told once.
    everywhere = {}
    for verb in verbs:
        for argument in shown(verb):
            everywhere.setdefault(name(argument), []).append(argument)
    common = {key: found[0] for key, found in everywhere.items() if len(found) > len(verbs) // 2}

    day = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    lines = [
        f".Dd {day:%B} {day.day}, {day.year}", ".Dt PIPELINE 1", ".Os", ".Sh NAME", ".Nm pipeline",
        ".Nd police performance figures from CSV exports", ".Sh SYNOPSIS", ".Nm", ".Ar verb", ".Op Ar options",
        ".Nm", ".Fl \\-version",
    ]
    with open(os.path.join(HERE, "pipeline.1.in"), encoding="utf-8") as file:
        template = file.read()
    blocks = {
        "HEAD": "\n".join(lines),
        "VERBS": "\n".join(line for verb in verbs for line in verb_lines(verb, common)),
        "COMMON": "\n".join([".Bl -tag -width Ds", *argument_items(common.values()), ".El"]),
    }
    for key, text in blocks.items():
        template = template.replace(f"@{key}@\n", text + "\n")
    sys.stdout.write(template)


main()

"""What the markup itself must be, read with html5lib: no browser, so every page can be looked at."""
import hashlib
import base64
import pathlib
import re
import urllib.parse

import html5lib
import tinycss2

URL_ATTRIBUTES = {"src", "href", "srcset", "data", "poster", "action", "formaction", "background", "cite", "manifest"}
NAMESPACE = re.compile(r"\{[^}]*\}")


def local(name):
    return NAMESPACE.sub("", name) if isinstance(name, str) else ""


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def parse(source):
    """(tree, errors) of a page, as a browser would read it."""
    parser = html5lib.HTMLParser(strict=False)
    return parser.parse(source), parser.errors


def check_page(run, path, header, source, tree, errors):
    """Yields what is wrong with one page: statements 1, 3 and 7 of REPORTS section 9, links, headings, tables."""
    # Uncommon characters are no mistake of ours.
    for position, code, _ in errors:
        yield f"markup: {code} at {position}"
    elements = list(tree.iter())
    named = {}
    for element in elements:
        tag = local(element.tag)
        if tag in ("script", "iframe", "object", "embed", "form", "base"):
            yield f"structure: <{tag}> is not allowed"
        for attribute, value in element.attrib.items():
            attribute = local(attribute)
            if attribute.startswith("on"):
                yield f"structure: {attribute}= on <{tag}>"
            if attribute == "style":
                yield f"structure: style= on <{tag}>"
            if attribute in URL_ATTRIBUTES and re.match(r"\s*(https?:|//|javascript:|file:)", value):
                if tag != "a":
                    yield f"loads: {attribute}={value[:60]} on <{tag}>"
                elif value.lower().lstrip().startswith(("javascript:", "file:")):
                    yield f"loads: {value[:60]}"
            if attribute == "id":
                if value in named:
                    yield f"ids: '{value}' is given twice"
                named[value] = element
    yield from check_head(tree, elements, source)
    yield from check_links(run, path, elements, named)
    yield from check_charts(elements, named, tree)
    yield from check_tables(elements)
    words = text_of(tree)
    for what, text in header.items():
        if text not in words:
            yield f"facts: the page does not say its {what} ({text})"
    if words.count(header["marking"]) < 2:
        yield "facts: the marking is not at top and bottom"
    for bad in ("NaN", "nil", "Optional(", "inf "):
        if re.search(rf"(?<![A-Za-z]){re.escape(bad)}(?![A-Za-z])", words):
            yield f"facts: the page says '{bad}'"


def check_head(tree, elements, source):
    html = tree
    if html.attrib.get("lang") != "en-GB":
        yield "head: lang is not en-GB"
    titles = [e for e in elements if local(e.tag) == "title" and "svg" not in e.tag]
    if not titles or not text_of(titles[0]):
        yield "head: no title"
    styles = [e for e in elements if local(e.tag) == "style"]
    if len(styles) != 1:
        yield f"head: {len(styles)} style elements"
    policy = [e.attrib.get("content", "") for e in elements
              if local(e.tag) == "meta" and e.attrib.get("http-equiv", "").lower() == "content-security-policy"]
    if len(policy) != 1 or "default-src 'none'" not in policy[0]:
        yield "head: no content policy that begins with nothing allowed"
    elif styles:
        css = "".join(styles[0].itertext())
        digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in policy[0]:
            yield "head: the policy's hash is not that of the style"
        if source.lower().index("content-security-policy") > source.lower().index("<style"):
            yield "head: the policy comes after the style"
        for rule in tinycss2.parse_stylesheet(css, skip_whitespace=True, skip_comments=True):
            if rule.type == "error":
                yield f"head: the style has a mistake: {rule.message}"
        if re.search(r"@import|url\(\s*['\"]?(?!data:)", css):
            yield "loads: the style loads something"
    headings = [int(local(e.tag)[1]) for e in elements if re.fullmatch(r"h[1-6]", local(e.tag))]
    if headings.count(1) != 1:
        yield f"headings: {headings.count(1)} of the first level"
    for before, after in zip(headings, headings[1:]):
        if after > before + 1:
            yield f"headings: level {after} after level {before}"


def check_links(run, path, elements, named):
    for element in elements:
        if local(element.tag) != "a" or "href" not in element.attrib:
            continue
        href = element.attrib["href"]
        if re.match(r"(https?|mailto):", href):
            continue
        target, _, fragment = href.partition("#")
        if target:
            place = (run / path).parent / urllib.parse.unquote(target)
            if not place.resolve().is_relative_to(run.resolve()) and "status.html" not in target:
                yield f"links: {href} leads out of the run"
            elif not place.exists() and "status.html" not in target:
                yield f"links: {href} leads nowhere"
            elif fragment and place.suffix == ".html":
                if f'id="{fragment}"' not in place.read_text(encoding="utf-8"):
                    yield f"links: {href} leads to no part of its page"
        elif fragment and fragment not in named:
            yield f"links: {href} leads to no part of the page"


def check_charts(elements, named, tree):
    for svg in (e for e in elements if local(e.tag) == "svg"):
        if svg.attrib.get("aria-hidden") == "true":
            continue
        if svg.attrib.get("role") != "img":
            yield "charts: an svg has no role"
        labels = svg.attrib.get("aria-labelledby", "").split()
        for label in labels:
            if label not in named or not text_of(named[label]):
                yield f"charts: the label {label} is missing or empty"
        # Icons stand beside their word; charts need both.
        inside = {local(e.tag) for e in svg}
        if not labels and not svg.attrib.get("aria-label"):
            yield "charts: an svg has no label"
        if "desc" in inside and "title" not in inside:
            yield "charts: a description without a title"


def check_tables(elements):
    for table in (e for e in elements if local(e.tag) == "table"):
        tags = [local(e.tag) for e in table.iter()]
        headers = [e for e in table.iter() if local(e.tag) == "th"]
        if "caption" not in tags:
            yield "tables: no caption"
        if not headers:
            yield "tables: no header cell"
        for header in headers:
            if header.attrib.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"tables: header '{text_of(header)[:30]}' has no scope"
        for cell in (e for e in table.iter() if local(e.tag) in ("td", "th")):
            if not text_of(cell) and not any(local(e.tag) in ("svg", "a") for e in cell.iter()):
                yield "tables: an empty cell"
                break


def pages_of(run):
    return sorted(str(p.relative_to(run)) for p in pathlib.Path(run).rglob("*.html"))

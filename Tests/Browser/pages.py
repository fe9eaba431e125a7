#!/usr/bin/env python3
"""Looks at everything that a run publishes for readers: pages, charts, the workbook, tables and records.

    pages.py --run Output/loamshire/latest [--pipeline PROGRAM] [--self-test] [--shots FOLDER]

Every finding is one line, `page: kind: what`. The exit code is 1 with any finding. With --self-test copies of the run are
broken in many ways, and each must be found.
"""
import argparse
import json
import pathlib
import re
import sys
import time
from functools import partial

from playwright.sync_api import sync_playwright

import claims
import formats
import layout
import printing
import selftest
import structure

CHROMIUM = "/usr/bin/chromium"
WIDTHS = (1280, 320)


def header_of(run):
    record = json.loads((run / "run.json").read_text(encoding="utf-8"))
    year, month, day = record["as_of"].split("-")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return {"marking": record["marking"], "data-to date": f"{int(day)} {months[int(month) - 1]} {year}",
            "run id": record["run"], "program version": record["program"]["version"], "force": record["force"]}


def kinds_of(pages, run):
    """One page of every kind, and of KPI pages those with most to show."""
    kinds = [p for p in pages if "/" not in p]
    charts = sorted((p for p in pages if p.startswith("kpi/")), key=lambda p: (run / p).stat().st_size)
    tables = [p for p in charts if p in ("kpi/C06.html", "kpi/A01.html", "kpi/O01.html")]
    return kinds + list(dict.fromkeys(charts[:1] + charts[len(charts) // 2:][:1] + charts[-1:] + tables))


def quoted_names(run):
    """Names of questions, findings and sources, which are other people's words."""
    names = set()
    for path in (run / "definitions").rglob("*.yaml"):
        if "frameworks" in path.parts or path.name in ("inspections.yaml", "commentary.yaml"):
            for value in re.findall(r"^\s*-?\s*(?:text|title|name|ref|source|version|not_shown|does_not_show):\s*(.+)$",
                                    path.read_text(encoding="utf-8"), re.M):
                names.add(value.strip().strip("\"'").rstrip("."))
    return names


def text_of_workbook(run):
    import openpyxl
    book = openpyxl.load_workbook(run / "peel-kpis.xlsx", read_only=True)
    texts = set()
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            texts.update(value for value in row if isinstance(value, str))
    return " \n ".join(sorted(texts))


def page_findings(run, page, header, names):
    """Everything about one page that needs no browser."""
    source = (run / page).read_text(encoding="utf-8")
    tree, errors = structure.parse(source)
    yield from structure.check_page(run, page, header, source, tree, errors)
    for element in list(tree.iter()):
        if structure.local(element.tag) in ("style", "code", "pre"):
            element.text = ""
            for child in list(element):
                element.remove(child)
    yield from claims.check_claims(structure.text_of(tree), names)


def workbook_findings(run, header, names):
    if not (run / "peel-kpis.xlsx").exists():
        yield "workbook: there is none"
        return
    yield from claims.check_claims(text_of_workbook(run), names)
    yield from formats.check_workbook(run, header["marking"], header["force"])


def quick_findings(run, first=None):
    """Everything that needs no browser, as (where, finding); what is about `first` comes first."""
    header, names = header_of(run), quoted_names(run)
    checks = [(page, partial(page_findings, run, page, header, names)) for page in structure.pages_of(run)]
    checks += [("run", partial(check, run)) for check in (
        formats.check_tables, formats.check_records, formats.check_json_figures, formats.check_sums)]
    checks.append(("peel-kpis.xlsx", partial(workbook_findings, run, header, names)))
    for where, check in sorted(checks, key=lambda each: each[0] != first):
        for finding in check():
            yield where, finding


def browser_findings(run, browser, pages=None, shots=None):
    header = header_of(run)
    pages = kinds_of(structure.pages_of(run), run) if pages is None else pages
    for page in pages:
        for width in WIDTHS:
            for finding in layout.check_in_browser(browser, run, page, width, shots=shots):
                yield page, finding
        for finding in layout.check_in_browser(browser, run, page, 1280, shots=shots, scheme="dark"):
            yield page, finding
        most = 2 if page == "index.html" else None
        for finding in printing.check_print(browser, run, page, header["marking"], most):
            yield page, finding


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--shots", type=pathlib.Path)
    options = parser.parse_args()
    run = options.run.resolve()
    started = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if options.self_test:
            count = selftest.run_all(run, browser, quick_findings, browser_findings)
        else:
            count = 0
            for where, finding in [*quick_findings(run), *browser_findings(run, browser, shots=options.shots)]:
                count += 1
                print(f"{where}: {finding}")
        browser.close()
    print(f"{count} findings in {len(structure.pages_of(run))} pages and their files, "
          f"{time.monotonic() - started:.0f} s")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())

"""Breaks copies of a run in many ways; each must be found by the kind of finding that is there for it."""
import pathlib
import re
import shutil
import tempfile


def edit(path, change):
    text = path.read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text, f"{path.name} could not be broken"
    path.write_text(changed, encoding="utf-8")


def body(markup):
    return lambda text: text.replace("</main>", markup + "</main>", 1)


QUICK = {
    "structure: <script>": ("index.html", body("<script>1</script>")),
    "structure: onclick=": ("index.html", body('<p onclick="x()">word</p>')),
    "structure: style=": ("index.html", body('<p style="color:red">word</p>')),
    "loads:": ("index.html", body('<img alt="" src="https://example.org/x.png">')),
    "ids:": ("index.html", body('<p id="twice">a</p><p id="twice">b</p>')),
    "links:": ("index.html", body('<a href="kpi/none.html">none</a>')),
    "headings:": ("index.html", body("<h1>Again</h1>")),
    "charts:": ("index.html", body('<svg role="img" aria-labelledby="no-such" viewBox="0 0 1 1"></svg>')),
    "tables:": ("index.html", body("<table><tr><td></td></tr></table>")),
    "head:": ("index.html", lambda text: text.replace("sha256-", "sha256-A", 1)),
    "facts:": ("index.html", body("<p>NaN</p>")),
    "claims:": ("index.html", body("<p>The force is compliant.</p>")),
    "csvw:": ("kpis.csv-metadata.json", lambda text: text.replace('"name": "kpi"', '"name": "kqi"', 1)),
    "schema:": ("run.json", lambda text: text.replace('"pseudonym_key_id"', '"pseudonym_key"', 1)),
    "figures:": ("results.json", lambda text: re.sub(r'"value": (\d)', r'"value": 9\1', text, count=1)),
    "sums:": ("SHA256SUMS", lambda text: text.replace("  index.html", "  indes.html", 1)),
}

BROWSER = {
    "axe": ("index.html", body('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')),
    "policy:": ("index.html", body('<p style="color:red">word</p>')),
    "layout at 320": ("index.html", body('<hr width="900">')),
    "layout at 1280": ("index.html", body(
        '<svg role="img" aria-label="x" width="100" height="20" viewBox="0 0 100 20">'
        '<text x="0" y="12">over</text><text x="2" y="12">lap</text></svg>')),
    "print:": ("index.html", body("".join(f"<p>line {n}</p>" for n in range(300)))),
}


def copy_of(run, folder):
    """A copy without the long tables and many pages, which are not needed to notice these."""
    copy = pathlib.Path(folder) / "run"
    shutil.copytree(run, copy, ignore=shutil.ignore_patterns("breakdowns.csv", "kpi", "charts"))
    return copy


def run_all(run, browser, quick, in_browser):
    """How many breaks were not found. What is found in an unbroken copy says nothing of a break."""
    missed = 0
    for broken, look in ((QUICK, lambda copy, name: quick(copy, name if name.endswith(".html") else "run")),
                         (BROWSER, lambda copy, name: in_browser(copy, browser, pages=[name]))):
        with tempfile.TemporaryDirectory() as folder:
            usual = set(look(copy_of(run, folder), "index.html"))
        for kind, (name, change) in broken.items():
            with tempfile.TemporaryDirectory() as folder:
                copy = copy_of(run, folder)
                edit(copy / name, change)
                if not any(found[1].startswith(kind) and found not in usual for found in look(copy, name)):
                    missed += 1
                    print(f"self-test: '{kind}' was not noticed in {name}")
    print(f"self-test: {len(QUICK) + len(BROWSER)} breaks, {missed} not noticed")
    return missed

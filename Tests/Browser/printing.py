"""What comes out of the printer: statement 6."""
import subprocess
import tempfile


def page_texts(browser, run, path):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((run / path).resolve().as_uri())
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, prefer_css_page_size=True, print_background=False)
        context.close()
        text = subprocess.run(["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True, check=True)
    pages = text.stdout.split("\f")
    return pages[:-1] if pages and not pages[-1].strip() else pages


def check_print(browser, run, path, marking, most=None):
    pages = page_texts(browser, run, path)
    if most is not None and len(pages) > most:
        yield f"print: {len(pages)} pages, not at most {most}"
    for number, text in enumerate(pages, 1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            yield f"print: page {number} is empty"
            continue
        if not any(marking in line for line in lines[:3]):
            yield f"print: page {number} has no marking at its top"
        if not any(marking in line for line in lines[-3:]):
            yield f"print: page {number} has no marking at its bottom"

"""What only a browser can tell: accessibility rules, the content policy, and what is clipped or overlaps."""
from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Boxes of the page as it is laid out. Scroll regions may be wider inside; nothing else may.
MEASURE = """
() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1)
    found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}`);
  // Whether an element lies in a scroll region; each is asked once.
  const known = new WeakMap();
  const scrolls = e => {
    if (!e || e === document.body) return false;
    if (!known.has(e)) known.set(e, /(auto|scroll)/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    return known.get(e);
  };
  const hidden = e => { const s = getComputedStyle(e); return s.visibility === 'hidden' || s.display === 'none' || s.clipPath !== 'none' || s.position === 'absolute' && (e.offsetWidth <= 1 || e.getBoundingClientRect().right <= 0); };
  for (const e of document.body.querySelectorAll(':not(svg *):not(td *):not(tr)')) {
    if (scrolls(e.parentElement)) continue;
    const box = e.getBoundingClientRect();
    if (box.width === 0 || hidden(e) || scrolls(e)) continue;
    if (box.right > width + 1) found.push(`<${e.tagName.toLowerCase()} class="${e.className}"> ends at ${Math.round(box.right)} of ${width}`);
    const s = getComputedStyle(e);
    if (s.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1 && e.children.length === 0)
      found.push(`text of <${e.tagName.toLowerCase()} class="${e.className}"> is cut`);
  }
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim());
    const boxes = texts.map(t => t.getBoundingClientRect());
    texts.forEach((t, i) => {
      const b = boxes[i];
      if (b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1)
        found.push(`label '${t.textContent.trim()}' leaves its chart`);
      for (let j = i + 1; j < texts.length; j++) {
        const o = boxes[j];
        const x = Math.min(b.right, o.right) - Math.max(b.left, o.left);
        const y = Math.min(b.bottom, o.bottom) - Math.max(b.top, o.top);
        if (x > 1.5 && y > Math.min(b.height, o.height) * 0.35)
          found.push(`labels '${t.textContent.trim()}' and '${texts[j].textContent.trim()}' overlap`);
      }
    });
  }
  return found.slice(0, 12);
}
"""

FOCUSABLE = """
() => [...document.querySelectorAll('div, section, figure, pre, nav, main')].filter(e => {
  const s = getComputedStyle(e);
  return !e.closest('svg') && /(auto|scroll)/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1
    && !['HTML', 'BODY'].includes(e.tagName)
    && !(e.tabIndex >= 0 && (e.getAttribute('aria-label') || e.getAttribute('aria-labelledby')));
}).map(e => `<${e.tagName.toLowerCase()} class="${e.className}">`)
"""


def check_in_browser(browser, run, path, width, with_axe=True, shots=None, scheme="light"):
    """Yields what is wrong with a page at a width: statements 1 and 2, clipping, overlaps, scroll regions."""
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True, color_scheme=scheme)
    page = context.new_page()
    troubles, requests = [], []
    page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: troubles.append(str(e)))
    page.on("request", lambda r: requests.append(r.url))
    address = (run / path).resolve().as_uri()
    page.goto(address)
    for url in requests:
        if url != address and not url.startswith("data:"):
            yield f"loads: {url}"
    for trouble in troubles:
        yield f"policy: {trouble[:200]}"
    for found in page.evaluate(MEASURE):
        yield f"layout at {width} px: {found}"
    for found in page.evaluate(FOCUSABLE):
        yield f"layout at {width} px: {found} scrolls and cannot be reached by keyboard or has no label"
    before = len(troubles)
    if with_axe:
        # Where rules are kept is not asked: naming all such elements takes up to a third of the time.
        options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
        for violation in Axe().run(page, options=options).response["violations"]:
            node = violation["nodes"][0]
            yield (f"axe at {width} px, {scheme}: {violation['id']} ({len(violation['nodes'])}): "
                   f"{node['html'][:160]} {node.get('failureSummary', '').splitlines()[-1][:160]}")
    for trouble in troubles[before:]:
        yield f"policy: {trouble[:200]}"
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(shots / f"{path.replace('/', '-')}-{width}-{scheme}.png"), full_page=False)
    context.close()

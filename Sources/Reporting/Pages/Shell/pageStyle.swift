import Charts

/// The only stylesheet of every page, named by its hash in the page's own policy.
///
/// Colours are tokens, tested for contrast in both schemes. Charts stand on white in either.
package let pageStyle = """
    :root{color-scheme:light dark;\(tokens(lightColours))}
    @media (prefers-color-scheme:dark){:root{\(tokens(darkColours))}}
    *{box-sizing:border-box}
    body{margin:0;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;\
    color:var(--text);background:var(--paper)}
    .marking p{margin:0;max-width:none;padding:.25rem 1rem;font-weight:700;text-align:center;letter-spacing:.04em;\
    color:var(--paper);background:var(--text)}
    .page{max-width:76rem;margin:0 auto;padding:0 1rem}
    .skip{position:absolute;left:-100rem}
    .skip:focus{position:static;display:block;padding:.5rem 1rem;background:var(--paper)}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
    main:focus{outline:none}
    header{display:flex;flex-wrap:wrap;gap:0 2rem;align-items:baseline;justify-content:space-between;\
    border-bottom:1px solid var(--line);padding:.5rem 0}
    .force{margin:0;font-weight:600}
    nav ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;padding:0;list-style:none}
    nav a{display:inline-block;padding:.4rem 0;min-width:24px;min-height:24px}
    nav a[aria-current]{color:var(--text);font-weight:700;text-decoration:none;box-shadow:inset 0 -3px var(--link)}
    h1{font-size:1.9rem;line-height:1.2;margin:1.25rem 0 .25rem;text-wrap:balance}
    h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}
    h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
    h4{font-size:1rem;margin:1rem 0 .25rem}
    p,ul,dl,figure{margin:.5rem 0}
    p,li,dd{max-width:46rem;overflow-wrap:anywhere}
    li{margin:.2rem 0}
    .period{margin:0;color:var(--quiet)}
    dt{font-weight:600}
    dd{margin:0 0 .5rem}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;line-height:1.35}
    caption{text-align:left;font-weight:600;padding:.25rem 0}
    th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    thead th{border-bottom:2px solid var(--text);vertical-align:bottom}
    tbody th{font-weight:400}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal}
    .scroll{overflow-x:auto;margin:.75rem 0;max-width:100%}
    svg{display:block;max-width:100%;height:auto}
    pre{overflow-x:auto;padding:.75rem;border:1px solid var(--line);font-size:.85rem;line-height:1.4}
    code{font-size:.95em;overflow-wrap:anywhere}
    .contents ul{display:block;padding-left:1.25rem;list-style:disc}
    .contents a{display:inline;padding:0}
    .ids a{padding:.1rem .15rem;text-align:center}
    details{margin:.5rem 0}
    summary{padding:.25rem 0;min-height:24px;cursor:pointer}
    summary:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
    pre{max-height:32rem;overflow-y:auto}
    .facts{display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.1rem 1rem}
    .facts dt{grid-column:1}
    .facts dd{grid-column:2;margin:0}
    .figure .name{margin:.75rem 0 0;font-weight:600}
    .strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:0 1.5rem;padding:0;list-style:none}
    .strip li{max-width:none;border-bottom:1px solid var(--line);padding:.15rem 0}
    .strip b{font-weight:600}
    .lead{font-size:1.1rem;font-weight:600}
    figcaption .subtitle{display:block;color:var(--quiet)}
    td svg.chart.spark{min-width:9rem}
    .panel{background:#fff;padding:.5rem;border:1px solid var(--line)}
    footer{margin:3rem 0 1rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9rem}
    footer dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
    footer dl div{display:flex;flex-wrap:wrap;gap:0 .4rem}
    footer dd{margin:0}
    @media (max-width:40rem){h1{font-size:1.5rem}th,td{padding:.25rem .4rem}.facts{display:block}.facts dd{margin:0 0 .4rem}}
    \(chartStyle)
    @page{size:A4;margin:14mm 12mm}
    @media print{
    :root{color-scheme:light;\(tokens(lightColours))}
    body{font-size:8.5pt;line-height:1.2}
    .skip,nav{display:none}
    .page{max-width:none;padding:0}
    .marking p{color:#000;background:#fff;padding:0}
    h1{font-size:15pt;margin:1mm 0}
    h2{font-size:11pt;margin:1.8mm 0 .3mm;break-after:avoid}
    h3{font-size:9pt;margin:1mm 0 .3mm;break-after:avoid}
    a{color:inherit;text-decoration:none}
    .scroll{overflow:visible;margin:1mm 0}
    thead{display:table-header-group}
    tr,figure,li{break-inside:avoid}
    th,td{padding:.25mm 1.2mm}
    .n{white-space:normal}
    li{margin:.3mm 0}
    ul{margin:.5mm 0;padding-left:4mm}
    .strip{grid-template-columns:1fr 1fr;gap:0 5mm;padding:0;font-size:8pt}
    .strip li{padding:.2mm 0;margin:0}
    #exceptions li,#headline-table,#commentary li{font-size:8pt}
    .scroll:has(#headline-table) table{font-size:8pt;line-height:1.2;width:100%}
    td svg.chart.spark{min-width:0;width:24mm;height:6mm}
    .scroll:has(#months-table) table{font-size:6pt}
    p,li,dd{max-width:none}
    footer{margin:3mm 0 0;padding-top:1mm;font-size:7.5pt}
    footer p,footer dl{margin:.5mm 0}
    }
    """

/// The stylesheet with a marking at the top and bottom of every printed sheet, where browsers fill the margins of sheets;
/// others print the marking that stands in the page.
package func pageStyle(marking: String) -> String {
    // Anything but letters and digits as its number: no marking can end the text or the style.
    let text = marking.unicodeScalars.map { scalar in
        scalar.isASCII && scalar.properties.isAlphabetic ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
    return pageStyle
        + "\n@page{@top-center{content:\"\(text)\";font:700 9pt sans-serif}"
        + "@bottom-center{content:\"\(text)\";font:700 9pt sans-serif}"
        + "@bottom-right{content:counter(page) \" of \" counter(pages);font:8pt sans-serif}}"
}

/// The colours of a scheme by the name of their token.
package typealias Colours = KeyValuePairs<String, String>

/// Colours on white paper.
package let lightColours: Colours = [
    "text": "#1a1a1a", "quiet": "#4d4d4d", "paper": "#ffffff", "line": "#767676", "link": "#00508f",
    "focus": "#8a5a00",
]

/// Colours where the reader's screen is dark.
package let darkColours: Colours = [
    "text": "#ededed", "quiet": "#bdbdbd", "paper": "#16181b", "line": "#7f858c", "link": "#8ec5ff",
    "focus": "#ffd166",
]

private func tokens(_ colours: Colours) -> String {
    colours.map { "--\($0.key):\($0.value)" }.joined(separator: ";")
}

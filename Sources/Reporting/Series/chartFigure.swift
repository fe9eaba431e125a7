package import Charts

/// A chart as it stands in a page: a headline, what is plotted, the chart in a region that scrolls where the page is
/// narrower than its letters can be read, and a link to its numbers.
///
/// - Parameter table: the id of the table on the same page that holds every plotted value.
package func chartFigure(_ chart: Drawing, headline: String, subtitle: String, table: String) -> Markup {
    let caption =
        Markup.element("strong", [:], Markup(headline)) + Markup(" ")
        + .element("span", ["class": "subtitle"], Markup(subtitle))
    let region = Markup.element(
        "div",
        [
            "class": "chart-region", "role": "region", "tabindex": "0", "aria-label": "Chart: \(headline)",
        ], chart.markup)
    let link = Markup.element(
        "p", ["class": "chart-table"], .element("a", ["href": "#\(table)"], Markup("The numbers of this chart")))
    return .element("figure", ["class": "chart-figure"], .element("figcaption", [:], caption) + region + link)
}

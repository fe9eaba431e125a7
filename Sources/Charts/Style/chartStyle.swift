/// The looks of every chart: a part of the one style of a page, and the style of a chart's own file. It holds no
/// character that markup would escape.
package let chartStyle = """
    .chart,.heat{\(Palette.properties(\.light))}
    @media screen and (prefers-color-scheme: dark){.chart,.heat{\(Palette.properties(\.dark))}}
    .chart-region{overflow-x:auto;max-width:60rem}
    .chart-region svg.chart{min-width:38rem}
    @media print{.chart-region{overflow:visible}.chart-region svg.chart{min-width:0}}
    svg.chart{display:block;width:100%;height:auto;background:var(--panel);font-family:Arial,Helvetica,Liberation Sans,sans-serif;font-size:12px;font-variant-numeric:tabular-nums}
    svg.chart.spark{width:9rem;height:2.25rem}
    svg.chart.icon{display:inline-block;width:1.25em;height:1.25em;vertical-align:-0.25em;background:none}
    .chart .sign{stroke:var(--ink);stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round}
    .chart text{fill:var(--ink);stroke:none}
    .chart .panel{fill:var(--panel)}
    .chart .tick,.chart .key,.chart .year{fill:var(--muted)}
    .chart .marking{font-weight:bold;letter-spacing:0.04em}
    .chart .heading{font-size:15px;font-weight:bold}
    .chart .newest,.chart .mark-name{font-weight:bold}
    .chart path{fill:none}
    .chart .grid{stroke:var(--grid);stroke-width:1}
    .chart .axis{stroke:var(--axis);stroke-width:1}
    .chart .limit-line{stroke:var(--limit);stroke-width:1.5;stroke-dasharray:9 5}
    .chart .mean-line{stroke:var(--limit);stroke-width:1.25}
    .chart .target-line{stroke:var(--target);stroke-width:1.75;stroke-dasharray:8 3 2 3}
    .chart .target-text{fill:var(--target)}
    .chart .limit-text{fill:var(--muted)}
    .chart .leader{stroke:var(--axis);stroke-width:0.75}
    .chart .data{stroke:var(--common);stroke-width:1.5;stroke-linejoin:round}
    .chart .data.unfinished{stroke-dasharray:1.5 3}
    .chart .point{stroke:var(--panel);stroke-width:1}
    .chart .point.improving{fill:var(--improving)}
    .chart .point.concerning{fill:var(--concerning)}
    .chart .point.neither{fill:var(--neither)}
    .chart .point.common,.chart .point.plain{fill:var(--common)}
    .chart .point.unfinished{fill:var(--panel);stroke:var(--common);stroke-width:1.5}
    .chart .break{stroke:var(--ink);stroke-width:1;stroke-dasharray:3 3}
    .chart .note{stroke:var(--axis);stroke-width:1;stroke-dasharray:1 3}
    .chart .mark-box{fill:var(--panel);stroke:var(--axis);stroke-width:1}
    .chart .hatch-line{stroke:var(--axis);stroke-width:1}
    .chart .companion{stroke-width:1.75;stroke-linejoin:round}
    .chart .companion.a{stroke:var(--series-1);stroke-dasharray:6 2}
    .chart .companion.b{stroke:var(--series-2);stroke-dasharray:2 2}
    .chart .companion.c{stroke:var(--series-3);stroke-dasharray:10 3 2 3}
    .chart .dot{stroke:none}
    .chart .dot.a{fill:var(--series-1)}
    .chart .dot.b{fill:var(--series-2)}
    .chart .dot.c{fill:var(--series-3)}
    .chart .bar{fill:var(--series-1)}
    .chart .bar.pale{fill:var(--common)}
    .chart .whisker{stroke:var(--ink);stroke-width:1.25}
    .chart .whisker.halo{stroke:var(--panel);stroke-width:3.5}
    .chart .ground{fill:var(--panel)}
    .chart .fill-1{fill:var(--series-1)}
    .chart .fill-3{fill:var(--series-3)}
    .chart .stroke-2{stroke:var(--series-2)}
    .chart .stroke-4{stroke:var(--series-4)}
    .chart .stroke-5{stroke:var(--series-5)}
    .chart .stroke-6{stroke:var(--series-6)}
    .chart .stripe{stroke-width:2}
    .chart .edge{stroke:var(--axis);stroke-width:0.75}
    .chart .edge:not(.filled){fill:none}
    .chart .edge.unfinished{stroke-dasharray:3 2;stroke-width:1.5}
    .heat .heat-1{background:var(--heat-1);color:var(--ink);border-bottom:0px solid var(--axis)}
    .heat .heat-2{background:var(--heat-2);color:var(--ink);border-bottom:1px solid var(--axis)}
    .heat .heat-3{background:var(--heat-3);color:var(--ink);border-bottom:2px solid var(--axis)}
    .heat .heat-4{background:var(--heat-4);color:var(--ink);border-bottom:3px solid var(--axis)}
    .heat .heat-5{background:var(--heat-5);color:var(--ink);border-bottom:4px solid var(--axis)}
    """

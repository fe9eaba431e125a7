package import Tables

/// The codes of messages that computing figures prints, for `pipeline help CODE`.
package let computeCodes: [CodeExplanation] = [
    CodeExplanation(
        code: "E0260", title: "an example with a column that is none",
        meaning: "A row of a KPI's example names a column that its canonical table has not.",
        remedy: "Correct the name; examples are written in our columns, not in the export's."),
    CodeExplanation(
        code: "E0261", title: "an example with an unreadable value",
        meaning: "A value of a KPI's example cannot be read as its column's type.",
        remedy: "Write times as 2026-03-01 10:00:00, durations as 12 s, flags as yes or no."),
    CodeExplanation(
        code: "E0262", title: "an example of a statistic that is none",
        meaning: "A KPI's example expects a statistic that the KPI does not compute.",
        remedy: "Use a statistic that the message lists."),
    CodeExplanation(
        code: "E0263", title: "an example that does not hold",
        meaning: "Over the rows of its example the KPI gives another value than the example says.",
        remedy: "Correct the definition, or the example if the definition is what you want."),
    CodeExplanation(
        code: "E0264", title: "a table with too many rows",
        meaning: "A table that makes several rows of one would have more of them than any machine holds.",
        remedy: "Lengthen the step between its points, or expand fewer rows with `where`."),
    CodeExplanation(
        code: "E0412", title: "an unusual number of rows",
        meaning:
            "The newest whole month has more or fewer rows than the twelve months before it lead to expect: most often an "
            + "export that broke off, or one that came twice.",
        remedy: "Ask the supplier whether the export is complete. If the change is real, nothing need be done."),
    CodeExplanation(
        code: "E0413", title: "a benchmark of another span",
        meaning: "A figure is compared over exactly the days of the benchmark, and the data do not cover all of them.",
        remedy: "Give benchmarks of a span that the exports cover whole."),
    CodeExplanation(
        code: "E0414", title: "a benchmark of no KPI",
        meaning:
            "A row of the benchmarks names a figure that no KPI's key `compare` names, so that nothing is compared.",
        remedy: "Correct the name in the file, or name it in the KPI that it is to stand beside."),
]

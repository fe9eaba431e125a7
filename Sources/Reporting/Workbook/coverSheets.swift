import Spreadsheet
import Tables

/// What the workbook is, whose, and what it does not say.
func coverSheet(_ material: PageMaterial) -> Sheet {
    let header = material.header
    var maker = SheetMaker(
        "Cover", title: "Police performance figures", table: "about_this_workbook",
        columns: [("Item", 24), ("Detail", 90)])
    for (item, detail) in [
        ("Force", header.force),
        ("Protective marking", header.marking),
        ("Data to", "\(Period.text(header.asOf)), the end of that day"),
        ("Newest whole month", lastFullMonth(header.asOf).label),
        ("Run", header.run),
        ("Program", "pipeline \(header.programVersion)"),
        ("Release profile", header.profile.rawValue),
        ("What it holds", "Figures computed from the force's own exports by the definitions in the last sheet."),
        (
            "What it does not say",
            "Nothing here is a grade or an opinion of an inspectorate. A figure says what was recorded and when, "
                + "not why."
        ),
        ("Units", "Percentages are numbers from 0 to 100. Each row names its unit."),
        (
            "Decimals",
            "Cells hold the number as results.csv has it, to the 16 digits that the format keeps; they show fewer "
                + "decimals, enough to tell a figure from its standard."
        ),
        ("The same in other formats", "results.csv, breakdowns.csv, results.json and index.html of the same run."),
        ("Where to begin", "Contents lists every sheet. Notes explains the shorthand and the flags."),
    ] { maker.add([.text(item), .text(detail)]) }
    return maker.sheet(material, notes: [])
}

/// Every sheet with what it holds, each name leading to its sheet.
func contentsSheet(_ material: PageMaterial, _ tables: [Sheet]) -> Sheet {
    var maker = SheetMaker(
        "Contents", title: "Contents", table: "sheets_of_this_workbook",
        columns: [("Sheet", 24), ("What it holds", 70), ("Rows of its table", 18)])
    maker.add([.sheet("Cover"), .text("What this workbook is"), .absent("[z]")])
    maker.add([.sheet("Notes"), .text("Shorthand, flags, states and verdicts"), .absent("[z]")])
    for sheet in tables {
        // The force stands behind every title.
        let title =
            sheet.title.hasSuffix(", \(material.header.force)")
            ? String(sheet.title.dropLast(material.header.force.count + 2)) : sheet.title
        maker.add([.sheet(sheet.name), .text(title), .count(sheet.rows.count)])
    }
    return maker.sheet(material, notes: [])
}

/// What the letters in brackets, the flags, the states and the verdicts mean.
func notesSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Notes", title: "Notes", table: "notes_and_shorthand", columns: [("Note", 26), ("Meaning", 90)])
    for (note, meaning) in noteTexts { maker.add([.text(note), .text(meaning)]) }
    return maker.sheet(material, notes: [])
}

private let noteTexts = [
    ("[x]", "Not available: the export does not supply it, or it could not be computed; State says which."),
    ("[z]", "Not applicable: the question does not arise, or there was nothing to measure."),
    ("[c]", "Suppressed to protect people; the counts behind it are suppressed too."),
    ("[low]", "More than zero, but it would read 0 with the decimals shown."),
    (
        "Numerator and denominator",
        "How many, out of how many. For a middle value or a mean the denominator is the number of rows."
    ),
    (
        "Lower and upper",
        "The ends of a 95% interval: how far chance alone may have moved the figure. It says nothing of mistakes in "
            + "the records."
    ),
    ("Lowest and highest", "What the figure could be at most and at least, given rows with unknown values."),
    ("Left out", "Rows that are missing a value, are not yet due or are excluded by the definition."),
    ("Not evidenced", "Rows in the denominator that count against the force because a value is absent."),
    ("State part", "Part of the period only: the data do not cover all of its days."),
    ("State immature", "Too many rows of the period are not finished yet: the figure will still move."),
    ("Flag break", "The series breaks in this period; figures before and after do not compare."),
    ("Flag rebased", "Chart limits begin anew at the break."),
    ("Flag excluded_period", "The force leaves days of the period out, with its reason in calendar.yaml."),
    ("Flag small", "Fewer rows than a verdict needs."),
    ("Flag definition_changed", "A setting or the standard changed inside the period."),
    ("Flag clock_change", "The clocks changed in the week or day."),
    ("Flag first_28_days", "Figures that look back 28 days have less to look back on."),
    (
        "Verdict",
        "How the figure stands against its standard: met or not met, within chance, dependent on unknowns, reference "
            + "only (not a standard), too few to judge."
    ),
    ("Standard, unverified", "The level comes from a source that nobody has checked."),
]

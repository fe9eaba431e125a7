package import Tables

/// What the codes of faults in definitions mean.
package let definitionCodes: [CodeExplanation] = DefinitionCode.allCases.map(explanation)

private func explanation(_ code: DefinitionCode) -> CodeExplanation {
    let (title, meaning, remedy) = texts(code)
    return CodeExplanation(code: code.rawValue, title: title, meaning: meaning, remedy: remedy)
}

private func texts(_ code: DefinitionCode) -> (title: String, meaning: String, remedy: String) {
    switch code {
    case .yamlSyntax:
        (
            title: "a file that is not YAML",
            meaning: "The file breaks a rule of YAML: a quote or bracket is open, the indentation changes where it may "
                + "not, or a value holds a colon without quotes.",
            remedy:
                "Look at the place named and at the line before it; quote texts that hold a colon, a comma inside { "
                + "}, or a quote."
        )
    case .unknownKey:
        (
            title: "a key that means nothing",
            meaning:
                "A key is misspelt or stands in the wrong place. It would otherwise be passed over, and the figure "
                + "would be another than its author thinks.",
            remedy:
                "Write the key that the message suggests, or take it out. A piece of an expression that is read as a "
                + "key was cut off by a comma: quote the expression."
        )
    case .duplicateKey:
        (
            title: "a key written twice",
            meaning: "One mapping has the same key twice, so that one of the two values would be lost.",
            remedy: "Keep one of them."
        )
    case .wrongShape:
        (
            title: "a value of the wrong shape",
            meaning: "A list stands where a text or a mapping belongs, or the other way round.",
            remedy: "Write it as the reference shows: pipeline help language."
        )
    case .missingKey:
        (
            title: "a key that is missing",
            meaning: "Something cannot be understood without this key.",
            remedy: "Add the key."
        )
    case .badName:
        (
            title: "a name that cannot be used",
            meaning:
                "Names are letters, digits and _, and may not be words that YAML, databases or the language itself "
                + "read as something else.",
            remedy: "Choose another name."
        )
    case .badChoice:
        (
            title: "a value that is not one of those allowed",
            meaning: "The key takes one of a few words.",
            remedy: "Write one of the words that the message lists."
        )
    case .badValue:
        (
            title: "a value that cannot be read",
            meaning: "A number, day, share or level is written in a way that means nothing or lies outside its limits.",
            remedy: "Write it as in the example of the message."
        )
    case .unreadableFile:
        (
            title: "a file of definitions that cannot be read",
            meaning: "The file or folder may not be read by this user, or the file is not UTF-8.",
            remedy: "Check its rights, or save it as UTF-8."
        )
    case .missingFolder:
        (
            title: "no definitions there",
            meaning: "The folder named has no pipeline.yaml, or does not exist.",
            remedy: "Name the folder of a force with --pipeline; pipeline new makes one."
        )
    case .badExtends:
        (
            title: "what the force extends is not there",
            meaning: "extends names a folder beside this one, a folder below /usr/share/pipeline, or a path. A force "
                + "extends ours, and nothing extends a force.",
            remedy: "Write extends: peel, or the path of our definitions."
        )
    case .unknownFile:
        (
            title: "a file that definitions do not have",
            meaning: "A YAML file with a name that nothing reads: most likely misspelt. Some files are read by later "
                + "versions only, which is a warning.",
            remedy: "Rename it as suggested, or move it elsewhere."
        )
    case .duplicateName:
        (
            title: "a name taken twice",
            meaning: "Two things of one kind have the same id or name, which would make one of them unreachable.",
            remedy: "Rename one. To change one of our KPIs, write it under changes: in kpis/changes.yaml."
        )
    case .wrongLetter:
        (
            title: "an id with the wrong letter",
            meaning: "Ids of a force begin with L, and ids of ours never do, so that neither can take the other's.",
            remedy: "Give a local KPI an id such as L01."
        )
    case .unknownTable:
        (
            title: "a table that does not exist",
            meaning: "from, to or table names no table.",
            remedy: "Take the name suggested; the rows of an export are source.NAME."
        )
    case .unknownColumn:
        (
            title: "a column that does not exist",
            meaning: "A key names a column or population that the table does not have.",
            remedy: "Take the name suggested."
        )
    case .cycle:
        (
            title: "something that is defined by itself",
            meaning:
                "Columns, tables or KPIs are computed from each other in a circle; the message shows the way round.",
            remedy: "Write one of them without the others."
        )
    case .relation:
        (
            title: "a relation that leads nowhere",
            meaning: "The columns matched are of types that are never equal, or rows cannot be ordered by the column "
                + "named.",
            remedy: "Match columns of the same type, and order by a time, a date or a number."
        )
    case .measure:
        (
            title: "a measure that cannot be computed",
            meaning:
                "A KPI has one measure, over values that it can be taken of: shares of yes or no, means and quantiles "
                + "of durations and numbers.",
            remedy: "Write one measure, over a value of the type that the message names."
        )
    case .unit:
        (
            title: "a unit that does not suit",
            meaning: "Shares are percentages, durations have units of time, and everything else counts something.",
            remedy: "Write the unit that the message suggests."
        )
    case .unknownDimension:
        (
            title: "a dimension that does not exist",
            meaning: "by names something that the table is not broken down by.",
            remedy: "Take one of the table's dimensions."
        )
    case .unknownStandard:
        (
            title: "a standard that does not exist",
            meaning: "standard names none of those in standards.yaml.",
            remedy: "Take the name suggested, or add the standard with its authority."
        )
    case .periodColumn:
        (
            title: "a period that is no time",
            meaning: "period and due decide when a row counts, so they must be times or dates.",
            remedy: "Name a time or date column."
        )
    case .datedSetting:
        (
            title: "a dated setting without a day",
            meaning:
                "The setting has different values on different days, and the table does not say which time decides "
                + "for a row.",
            remedy: "Give the table the key time."
        )
    case .setting:
        (
            title: "a setting that cannot be used",
            meaning:
                "A setting is a duration or a whole number, of the same type on all its dates, with a value from the "
                + "beginning.",
            remedy: "Write it as 5 s or 3, and give its first value without from."
        )
    case .standard:
        (
            title: "a standard that cannot be used",
            meaning: "Its levels overlap, or they are not in the unit of the KPI that is held against it.",
            remedy: "End one level where the next begins, and write levels in the KPI's unit."
        )
    case .unknownFigure:
        (
            title: "a KPI that does not exist",
            meaning: "like, variant_of or a change names no KPI.",
            remedy: "Take the id suggested."
        )
    case .exclusion:
        (
            title: "an exclusion that cannot be counted",
            meaning: "An exclusion is one reason with one condition, in a list whose order counts.",
            remedy: "Write - reason: condition, and give each its own reason."
        )
    case .referenceTable:
        (
            title: "a reference table that cannot be looked up in",
            meaning:
                "The rows of a reference table are found by their key, and by a day where they are dated. Then for one "
                + "key and one day there can be at most one row, and every row has one readable cell for each column.",
            remedy:
                "Mend the row that the message names: end one span where the next begins, keep one row for each key, "
                + "and write null where there is no value."
        )
    case .expansion:
        (
            title: "a table that cannot make several rows of one",
            meaning:
                "expand makes a row for each due point, for each instant at which something is open, or for each local "
                + "hour it touches. It needs times to begin and end with, and figures over what is open are taken at "
                + "the instant, because a case is open at many.",
            remedy: "Write what the message asks for: one of points, open and hours, over times of the rows expanded."
        )
    case .difference:
        (
            title: "a difference that cannot be taken",
            meaning:
                "A difference is the share of one KPI less that of another. Both must be shares over the same table "
                + "and period, and it has no conditions of its own.",
            remedy: "Name two shares over one table and period, and write conditions in those."
        )
    case .ratio:
        (
            title: "a ratio that cannot be taken",
            meaning:
                "A ratio is the count of one KPI by that of another. Both must be counts of rows; table and period are "
                + "those of the one below the line, and it has no conditions of its own.",
            remedy: "Name two KPIs with count: rows, and write conditions in those."
        )
    case .holidays:
        (
            title: "a calendar of holidays that cannot be used",
            meaning:
                "Working days are Monday to Friday but for the days listed. The list must be rising, without a day "
                + "twice, and inside the years that the calendar covers: a day outside them is unknown.",
            remedy: "Mend the list, or name a calendar that is there with the key calendar of pipeline.yaml."
        )
    case .list:
        (
            title: "a list column that cannot be read",
            meaning:
                "The values of a list become the rows of a table of their own, found by the key of the row that held "
                + "them. So the schema needs a key, the column a separator, and the table is fed by no source.",
            remedy: "Write what the message asks for, and map the list column itself in the source."
        )
    case .calendar:
        (
            title: "a break or excluded period that cannot be applied",
            meaning:
                "calendar.yaml names the days on which what is counted changed, and the spans whose rows do not count. A "
                + "span ends no earlier than it begins, two spans of one KPI do not overlap, and each has an id of its "
                + "own. A difference or a ratio has no rows of its own: the rows left out are those of its two KPIs.",
            remedy: "Mend the entry that the message names."
        )
    case .oursChanged:
        (
            title: "our definition has changed",
            meaning: "A force's change was written against an earlier definition of ours. It still holds, but may no "
                + "longer say what it was meant to.",
            remedy: "Read pipeline show KPI --origin, mend the change if need be, and write the new base."
        )
    case .incompleteChange:
        (
            title: "a change that is not complete",
            meaning: "A change of one of our KPIs says what is changed, why, by whom, on which day, and against which "
                + "definition.",
            remedy: "Add what is missing."
        )
    case .unusedSetting:
        (
            title: "a setting that nothing reads",
            meaning:
                "The force sets something that is not a setting of ours and that no expression reads: most likely it "
                + "is misspelt.",
            remedy: "Take the name suggested."
        )
    case .unknownSchema:
        (
            title: "a canonical table that does not exist",
            meaning: "A source feeds one of our canonical tables.",
            remedy: "Take the name suggested."
        )
    case .mapping:
        (
            title: "a column that is mapped in a way that means nothing",
            meaning:
                "A column comes from one header, from several joined, from a computation or from a constant, and only "
                + "some types have formats, days or values.",
            remedy: "Write it as the mapping cookbook shows: pipeline help language."
        )
    case .unmapped:
        (
            title: "a required column that is not mapped (DQ01)",
            meaning: "Every row must have this column, and the source does not say where it comes from.",
            remedy: "Add it under columns."
        )
    case .valueTarget:
        (
            title: "a value that is not one of ours",
            meaning:
                "values turns an export's labels into ours; the word on the right must be one of the column's values.",
            remedy: "Take the value suggested."
        )
    case .referenceFile:
        (
            title: "a reference table that cannot be used",
            meaning: "The file is missing, is not a UTF-8 CSV, lacks the column named, or has one key with two values.",
            remedy: "Mend the file, which lies below the force's folder."
        )
    case .format:
        (
            title: "a time format that cannot be read",
            meaning: "Formats are letters such as dd/MM/yyyy HH:mm:ss: MM is months and mm minutes.",
            remedy: "Write the format as the export spells it, or iso, or excel."
        )
    case .filePattern:
        (
            title: "a pattern of file names that cannot be used",
            meaning: "A pattern is literal text with * and ? and at most one date in braces.",
            remedy: "Write it such as calls_{yyyyMMdd}.csv*."
        )
    case .gate:
        (
            title: "a gate that makes no sense",
            meaning: "A gate warns before it stops.",
            remedy: "Make the limits of stop higher than those of warn."
        )
    case .release:
        (
            title: "a release that cannot be read",
            meaning: "releases.csv is the force's register of the figures it has given to others, one a line, with a "
                + "fixed header.",
            remedy: "Mend the line; pipeline release adds lines itself."
        )
    case .unmappedKey:
        (
            title: "a column that the source does not have",
            meaning: "key, newest_by, one_per and take name columns that the source maps.",
            remedy: "Map the column, or name another."
        )
    case .rule:
        (
            title: "a rule that cannot be applied",
            meaning: "A rule over the rows of an export may change or reject them; a rule over derived tables may only "
                + "warn or count.",
            remedy: "Write what the message suggests."
        )
    }
}

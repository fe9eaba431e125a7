package import Tables

/// What every code means that reading exports can print: of files, records, cells, keys, gates and the quarantine.
package let ingestCodes: [CodeExplanation] = mappingCodes + readingCodes + cellCodes + fileCodes + gateCodes + oursCodes

private let cellCodes: [CodeExplanation] = [
    .init(
        code: "R07", title: "too few cells",
        meaning: "A record has fewer cells than the header names columns; nobody knows which are missing.",
        remedy: "Look at the record in the quarantine: most often a line break inside a cell has cut it in two."),
    .init(
        code: "R08", title: "too many cells",
        meaning: "A record has more cells than the header, most often because of a delimiter inside an unquoted cell.",
        remedy: "Quote the cell in the quarantined copy, or ask for an export that quotes."),
    .init(
        code: "V01", title: "an unreadable time",
        meaning: "A cell fits none of the time formats that its column declares; its record is rejected.",
        remedy: "Compare the shape in the .faults.csv with `format:`; list both formats if the system changed its own."),
    .init(
        code: "V02", title: "an unreadable date",
        meaning: "A cell fits none of the date formats that its column declares; its record is rejected.",
        remedy: "Compare the shape in the .faults.csv with `format:`."),
    .init(
        code: "V03", title: "an unreadable number",
        meaning: "A cell is no whole number, or has more decimals than its column; its record is rejected.",
        remedy: "Look for thousands separators or units in the export, or list a placeholder under `nulls:`."),
    .init(
        code: "V04", title: "an unreadable duration",
        meaning: "A cell is negative or not a duration as its column declares; its record is rejected.",
        remedy: "Compare the shape in the .faults.csv with `format:`."),
    .init(
        code: "V05", title: "neither yes nor no",
        meaning: "A cell of a yes/no column is spelt in a way that the mapping does not know; its record is rejected.",
        remedy: "Add the spelling to `yes:` or `no:`."),
    .init(
        code: "V06", title: "an unknown value",
        meaning:
            "A category has a label that is in no map. It reads as missing and is counted under DQ06, never guessed.",
        remedy: "Add the label to `values:`."),
    .init(
        code: "V07", title: "not in the reference table",
        meaning:
            "A cell has no row in the reference table that translates it. It reads as missing and is counted under DQ06.",
        remedy: "Extend the reference table."),
    .init(
        code: "V08", title: "a time nobody believes",
        meaning:
            "A time before 2000, a placeholder such as 01/01/1900, or one over an hour after its export. It reads as missing (DQ07); where a time is required its record is rejected.",
        remedy: "Ask what the system writes when it does not know the time, and list that under `nulls:`."),
    .init(
        code: "V09", title: "a spoiled identifier",
        meaning: "An identifier such as 2.2E+07: a spreadsheet has destroyed its digits. Its record is rejected.",
        remedy: "Export again and do not open the file in a spreadsheet before it is read."),
    .init(
        code: "V10", title: "a required cell is empty",
        meaning: "A column that every row must have is empty; its record is rejected (DQ05).",
        remedy:
            "Have the cell filled in the system, or correct the record in the quarantine and put it among the inputs."),
    .init(
        code: "V11", title: "a time that does not exist", meaning: "31 February, or 24:10; its record is rejected.",
        remedy: "Correct it in the system, or check whether day and month are the other way round in `format:`."),
    .init(
        code: "T01", title: "the hour that occurs twice",
        meaning:
            "When clocks go back an hour occurs twice. The reading is taken that keeps the row's times in order, otherwise the first; counted under DQ24.",
        remedy: "Nothing; ask for times with an offset if such hours matter."),
    .init(
        code: "T02", title: "the hour that does not occur",
        meaning:
            "When clocks go forward an hour is left out. A time in it is moved on by an hour and counted under DQ24.",
        remedy: "Nothing; a clock in the system was not changed in time."),
    .init(
        code: "K01", title: "rows in conflict",
        meaning:
            "Rows of one export share a key and differ. Nobody can know which is right, so all are rejected (DQ04).",
        remedy:
            "Add the column that tells them apart to `key:`, or name the column that dates versions as `newest_by:`."),
]

private let fileCodes: [CodeExplanation] = [
    .init(
        code: "E0345", title: "a required column unmapped",
        meaning: "Every row of the canonical table needs the column, and no file supplies it.",
        remedy: "Map it under `columns:` of the source."),
    .init(
        code: "E0409", title: "the same file twice",
        meaning:
            "Two files of a source hold the same bytes. Without a key every row would count twice; with one, the supplier "
            + "has sent an old export under a new name, and what should be there is missing.",
        remedy: "Ask the supplier for the export that should be there, or remove the copy."),
    .init(
        code: "E0501", title: "no export", meaning: "No file in the source's folder matches its pattern.",
        remedy: "Put the export there, correct `files` or `folder`, or declare the source `optional: true`."),
    .init(
        code: "E0502", title: "no export that early",
        meaning: "Exports dated after the as-of are not read, and there is no other.",
        remedy: "Choose a later --as-of, or put back an export of that time."),
    .init(
        code: "E0503", title: "an older export than the one used",
        meaning: "A run has used a newer export of this source than any that is there now; its figures would go back.",
        remedy: "Find the newer export. To see figures of the past, use --as-of."),
    .init(
        code: "E0520", title: "an export that is late",
        meaning:
            "The source's `freshness` expects an export by a time of the morning after the as-of. That time is over, and no "
            + "file is dated the as-of or later.",
        remedy:
            "Ask the supplier for it. The next run that finds it publishes; `on_gate: leave_out` publishes without it."),
    .init(
        code: "E0521", title: "a newest record that is too old",
        meaning:
            "From the newest accepted record of the source to the end of the as-of day lies more than its `freshness` allows: "
            + "an old export was sent again, or the system has stopped writing.",
        remedy: "Ask the supplier for the newest export, or change `newest_record`."),
    .init(
        code: "E0522", title: "a newest file that is too old",
        meaning: "The newest file of the source was written longer ago than its `freshness` allows.",
        remedy: "See whether the transfer still works, or change `arrival`."),
    .init(
        code: "E0523", title: "an export with too few rows",
        meaning: "The newest export has fewer accepted rows than the source's `freshness` asks for.",
        remedy: "Ask the supplier whether the export is whole, or change `minimum_rows`."),
    .init(
        code: "E0524", title: "far fewer rows than a week before",
        meaning:
            "The as-of day has a smaller share of the rows of the same weekday a week before than `freshness` allows. Bank "
            + "holidays are not known to this comparison.",
        remedy: "Ask the supplier whether the day is whole, or change `same_weekday`."),
    .init(
        code: "E0525", title: "days without a row",
        meaning: "As many local days among the last 28 have no row as `freshness` warns of or fails at.",
        remedy: "Ask the supplier for the days that the message names, or change `days_missing`."),
    .init(
        code: "E0526", title: "an export that need not be there yet",
        meaning: "The run waits: the source's `freshness` expects its export later this morning.",
        remedy: "Nothing. A run after that time that does not find it fails with 66."),
    .init(
        code: "E0630", title: "the quarantine cannot be created",
        meaning: "A file or folder for rejected records cannot be made in the state folder.",
        remedy: "Free some space, or let the account that runs the pipeline write there."),
    .init(
        code: "E0730", title: "the quarantine cannot be written",
        meaning: "A file of rejected records cannot be written, replaced or removed.",
        remedy: "Free some space, or look at the disk."),
    .init(
        code: "E0830", title: "the quarantine is not ours to write",
        meaning: "The account that runs the pipeline may not write to the state folder.",
        remedy: "Give it the right to, by owner."),
]

private let gateCodes: [CodeExplanation] = [
    .init(
        code: "E0401", title: "too many records rejected",
        meaning:
            "More records of a file, or of the newest seven days, were rejected than the source's gate allows: both its count and its share are passed.",
        remedy:
            "Look at the .faults.csv in the quarantine; mend the mapping or have the export mended, or change `gates:`."
    ),
    .init(
        code: "E0402", title: "fewer records than the export says",
        meaning:
            "The export states its row count, and the file holds another. A file cut at the end of a record looks whole otherwise.",
        remedy: "Ask for the whole export."),
    .init(
        code: "E0403", title: "the row count is missing",
        meaning:
            "The source declares a control record in which the export states its row count, and the file has none.",
        remedy:
            "The file may be cut: ask for it again. If the export has stopped writing the record, remove `control:`."),
    .init(
        code: "E0404", title: "many records rejected",
        meaning: "The warning limits of a gate are passed, the stopping ones are not.",
        remedy: "Look at the .faults.csv in the quarantine."),
    .init(
        code: "E0406", title: "a rule that stops a file", meaning: "A quality rule that allows no failure has failed.",
        remedy: "Have the export mended."),
    .init(
        code: "E0407", title: "a rule that fails the run",
        meaning: "A quality rule failed for a larger share of rows than its `fail_above` allows.",
        remedy: "Have the export mended, or change the limit with its reason."),
    .init(
        code: "E0408", title: "a rule that warns",
        meaning: "A quality rule failed for some rows, or for a larger share than its `warn_above`.",
        remedy: "Look at the rule's count over time; ask the supplier if it grows."),
]

private let oursCodes: [CodeExplanation] = [
    .init(
        code: "E0910", title: "a ledger that does not add up",
        meaning: "The records of a file are not all accounted for. Nothing is published.",
        remedy: "Report it: this is a fault of the program."),
    .init(
        code: "E0914", title: "a definition that should have been refused",
        meaning: "Reading met a definition that the check of definitions lets no run reach.",
        remedy: "Report it: this is a fault of the program."),
]

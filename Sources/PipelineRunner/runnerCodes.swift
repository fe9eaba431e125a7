package import Tables

/// What the codes of the command line, of publishing and of ourselves mean.
package let runnerCodes: [CodeExplanation] = [
    .init(
        code: "E0101", title: "which pipeline?",
        meaning: "No folder of definitions was named, and there is none or more than one to choose from.",
        remedy: "Name it: --pipeline Pipelines/FORCE or /etc/pipeline/FORCE, or set PIPELINE_PIPELINE."),
    .init(
        code: "E0106", title: "an unknown KPI",
        meaning: "No KPI of this force has that id; the case of letters does not matter.",
        remedy: "pipeline list names all of them."),
    .init(
        code: "E0107", title: "a KPI that cannot be computed",
        meaning: "The force leaves it out, or its exports do not give what it needs.",
        remedy: "pipeline check says what each KPI needs and what the exports give."),
    .init(
        code: "E0108", title: "an unknown reason", meaning: "The KPI leaves no rows out for that reason.",
        remedy: "pipeline show KPI lists its reasons in order."),
    .init(
        code: "E0110", title: "a number of tasks that is none",
        meaning: "PIPELINE_JOBS must be a number from 1 to 1024.",
        remedy: "Mend or unset it."),
    .init(
        code: "E0111", title: "an as-of that is no day", meaning: "--as-of takes the last day that counts.",
        remedy: "Write it as yyyy-MM-dd, such as 2026-09-30."),
    .init(
        code: "E0112", title: "a period that is none",
        meaning: "A period is a day, week, month, quarter, year or span.",
        remedy: "Write 2026-09-14, 2026-W37, 2026-09, 2026-Q3, FY2026-27, 2026, R12-2026-09 or 2025-10..2026-06."),
    .init(
        code: "E0113", title: "a member that is none",
        meaning: "--where takes a dimension, an equals sign and a member.",
        remedy: "Write --where queue=101."),
    .init(
        code: "E0114", title: "an unknown dimension", meaning: "The KPI's table cannot be told apart by that name.",
        remedy: "pipeline show KPI lists its dimensions."),
    .init(
        code: "E0115", title: "an unknown source or table", meaning: "No source or canonical table has that name.",
        remedy: "Take one of the names that the message lists."),
    .init(
        code: "E0116", title: "a member without rows", meaning: "No row of the period has that member.",
        remedy: "pipeline figures KPI --period P --by DIMENSION lists the members."),
    .init(
        code: "E0117", title: "an unknown run", meaning: "No published run has an id that begins so, or several have.",
        remedy: "Give more digits of the run's folder name."),
    .init(
        code: "E0118", title: "a run of other inputs",
        meaning: "Rows can be listed only from the exports and definitions that made the figure.",
        remedy: "Put back the definitions and exports whose hashes stand in the run's run.json."),
    .init(
        code: "E0119", title: "no such help", meaning: "Help covers verbs, codes and the definition language.",
        remedy: "pipeline help lists the verbs."),
    .init(
        code: "E0120", title: "a force that cannot be made",
        meaning: "A new force needs a name and definitions to copy.",
        remedy: "Name it, as in: pipeline new 'Midshire Police'. In the project, start in the folder above Pipelines."),
    .init(
        code: "E0121", title: "an export that cannot be proposed for",
        meaning: "The file is no CSV, or holds too little to tell its columns.",
        remedy: "Export it again as CSV, with its header and some rows."),
    .init(
        code: "E0122", title: "an unknown finding",
        meaning: "The force's inspections.yaml has no finding of that id; the case of letters does not matter.",
        remedy: "pipeline show --finding lists all of them."),
    .init(
        code: "E0123", title: "an unknown framework",
        meaning: "No framework of inspections has that id; the case of letters does not matter.",
        remedy: "Take one of the names that the message lists."),
    .init(
        code: "E0125", title: "a figure that cannot be released",
        meaning: "Only a figure with a value in a published run can be given to somebody.",
        remedy: "See what the run says: pipeline figures KPI --period P, or its results.csv."),
    .init(
        code: "E0181", title: "a time of the day that is none",
        meaning: "--at takes the time of the first try on the machine's clock.",
        remedy: "Write it as hh:mm, such as 03:30."),
    .init(
        code: "E0298", title: "an unknown time zone", meaning: "The machine has no zone of that name.",
        remedy: "Write a name such as Europe/London; install tzdata if it is missing."),
    .init(
        code: "E0490", title: "something left out",
        meaning: "A source failed its gate, or too many values of a column are unknown, so that figures are left out.",
        remedy: "Ask the supplier to mend the export. With --strict such a run publishes nothing."),
    .init(
        code: "E0491", title: "lists that were not written",
        meaning: "The figures are published; the lists of rows beside them could not be made or written.",
        remedy: "See that the folder of the lists can be written and the disk has room; the next run writes its own."),
    .init(
        code: "E0493", title: "a published file that has changed",
        meaning: "A data file of the run is not the one that SHA256SUMS names: altered, missing or added since.",
        remedy: "Restore the run's folder from a copy, or publish it anew with pipeline run."),
    .init(
        code: "E0494", title: "a run of another program",
        meaning: "The run's files have a shape that this program does not read.",
        remedy: "Render it again with the program that made it, or run again."),
    .init(
        code: "E0601", title: "an output that cannot be created", meaning: "A folder or file could not be made.",
        remedy: "See that the folder above it exists, is a folder and can be written."),
    .init(
        code: "E0602", title: "no room to create an output", meaning: "The disk is full.",
        remedy: "Make room and run again; nothing was published."),
    .init(
        code: "E0603", title: "a folder that is there already", meaning: "Nothing that exists is overwritten.",
        remedy: "Choose another name."),
    .init(
        code: "E0701", title: "a read or write that failed", meaning: "The disk refused a read or write.",
        remedy: "Check the disk, then run again; nothing was published."),
    .init(
        code: "E0702", title: "no room to write", meaning: "The disk became full on the way.",
        remedy: "Make room and run again; nothing was published, and the latest figures are as they were."),
    .init(
        code: "E0703", title: "a workbook that could not be written",
        meaning: "The library that writes the workbook had no room for it or for its parts.",
        remedy: "Make room in memory and in $TMPDIR or /tmp, then run again; nothing was published."),
    .init(
        code: "E0751", title: "another run holds the lock", meaning: "Two runs of one force never overlap.",
        remedy: "Wait for it to end. A run that was killed holds no lock."),
    .init(
        code: "E0760", title: "a program that did not end well",
        meaning:
            "A program of on_success or on_failure could not be started, failed, or took longer than its limit. The "
            + "run itself ended as it says.",
        remedy: "Start the program by hand as the user that runs the pipeline, with the same arguments."),
    .init(
        code: "E0761", title: "a file for watching programs that could not be written",
        meaning: "The file of `prometheus:` or `log:` could not be written. The run itself ended as it says.",
        remedy: "Let the user that runs the pipeline write there, or name another file."),
    .init(
        code: "E0771", title: "a history that cannot be used",
        meaning:
            "What runs said could not be read or remembered. No figure depends on the history, and no run fails for it.",
        remedy: "See who holds the file, who may write it, and whether the disk has room."),
    .init(
        code: "E0772", title: "a history that was damaged",
        meaning: "The history was put aside, and another was begun from the runs that are still published.",
        remedy: "Check the disk. The damaged file lies beside the new one and can be removed."),
    .init(
        code: "E0773", title: "a history of a newer program",
        meaning: "A newer program has written the history; this one neither reads nor changes it.",
        remedy: "Install the newer program again, or move the history away to begin another."),
    .init(
        code: "E0801", title: "not allowed", meaning: "The user that runs the pipeline lacks a right.",
        remedy: "Give it the right that the message names."),
    .init(
        code: "E0900", title: "a fault of the program", meaning: "Something happened that the program did not foresee.",
        remedy: "Report it with the run's status.json."),
    .init(
        code: "E0913", title: "a workbook that no program would open",
        meaning: "A sheet breaks a rule of the format: a name, a length or a shape.",
        remedy: "Report it with the run's run.json; nothing was published."),
    .init(
        code: "E0911", title: "records that are not accounted for", meaning: "A file's ledger does not add up.",
        remedy: "Report it with the run's status.json; nothing was published."),
]

/// `kpis.csv`: one record per KPI and statistic, what the records of the result tables are about.
package let kpisTable = TableShape(
    path: "kpis.csv", title: "KPIs and their statistics",
    columns: [
        .init("kpi", "Id of the KPI.", isRequired: true),
        .init("name", "Name of the KPI.", isRequired: true),
        .init("headline", .flag, "Whether it is one of the force's headline KPIs.", isRequired: true),
        .init("statistic", "Which number over the KPI's rows.", isRequired: true),
        .init(
            "family", "The letters that the id begins with: what it is about; L is the force's own.", isRequired: true),
        .init("table", "The table whose rows are counted.", isRequired: true),
        .init("better", "Which way is better: higher, lower or none.", isRequired: true),
        .init("clock", "Whose clock the times are from."),
        .init("basis", "What the figure rests on, where there is a choice."),
        .init("unit", "Unit of its values.", isRequired: true),
        .init("standard", "Name of the standard that it is held against."),
        .init("question", "Id of the inspection question that it bears on."),
        .init("findings", "Ids of findings that it bears on, with ; between."),
        .init("variant_of", "The KPI that it is another reading of."),
        .init("owner", "Whose definition it is.", isRequired: true),
        .init("definition_hash", "Changes when the definition does.", isRequired: true),
        .init("changed", .flag, "Whether the force has changed our definition.", isRequired: true),
        .init("among", "Which rows it is about."),
        .init("measure", "What is measured of them."),
        .init("note", "What else a reader must know."),
    ], key: ["kpi", "statistic"])

/// `exclusions.csv`: how many rows each declared reason left out, reasons in the order in which they were tried.
package let exclusionsTable = TableShape(
    path: "exclusions.csv", title: "Rows left out by declared reasons",
    columns: [
        .init("kpi", "Id of the KPI.", isRequired: true),
        .init("period", "Id of the period.", isRequired: true),
        .init("reason", "The reason as the definition declares it.", isRequired: true),
        .init("order", .integer, "Place of the reason: a row counts under the first that applies.", isRequired: true),
        .init("n", .integer, "Rows left out.", isRequired: true),
    ], key: ["kpi", "period", "reason"])

/// `triangles.csv`: how far the rows of each month had come at the end of each month since; months that are not over
/// yet have no record.
package let trianglesTable = TableShape(
    path: "triangles.csv", title: "How figures of a month mature",
    columns: [
        .init("kpi", "Id of the KPI.", isRequired: true),
        .init("name", "Name of the KPI."),
        .init("statistic", "Which number over the KPI's rows.", isRequired: true),
        .init("cohort", "Id of the month whose rows are followed.", isRequired: true),
        .init("cohort_label", "That month as a reader says it.", isRequired: true),
        .init("months_since", .integer, "Months after it at whose end this stood.", isRequired: true),
        .init("value", .number, "The figure at that end."),
        .init("numerator", .integer, "How many."),
        .init("denominator", .integer, "Out of how many."),
    ], key: ["kpi", "statistic", "cohort", "months_since"])

/// `sources.csv`: every file that a source's pattern matched, its hash, and where each of its records went.
package let sourcesTable = TableShape(
    path: "sources.csv", title: "Files of the sources and the fate of their records",
    columns: [
        .init("source", "Name of the source.", isRequired: true),
        .init("file", "Path of the file below the folder of exports.", isRequired: true),
        .init("sha256", "SHA-256 of the file's bytes; empty for a file that was not read."),
        .init("export_date", .date, "The date in its name."),
        .init("physical", .integer, "Records in the file; the counts that follow add up to it.", isRequired: true),
        .init("header", .integer, "Records that are the header.", isRequired: true),
        .init("accepted", .integer, "Records that count.", isRequired: true),
        .init("rejected", .integer, "Records that cannot be read or break a rule.", isRequired: true),
        .init("superseded", .integer, "Records of which a newer version exists.", isRequired: true),
        .init("removed", .integer, "Records absent from the newer export that covers their period.", isRequired: true),
        .init("duplicate", .integer, "Records that are there twice.", isRequired: true),
        .init("skipped", .integer, "Records declared to be none, such as footers.", isRequired: true),
        .init("after_as_of", .integer, "Records later than the as-of.", isRequired: true),
        .init("newest_record", .instant, "Time of the newest record that counts."),
        .init("expected_by", .instant, "When the export of the as-of was expected."),
        .init("state", "read, not_used, after_as_of or left_out.", isRequired: true),
    ], key: ["source", "file"])

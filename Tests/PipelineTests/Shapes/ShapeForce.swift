import PipelineRunner
import Reporting
import Tables

/// One synthetic force whose logs and units are exported in one of several shapes; its figures must not tell which.
struct ShapeForce {
    enum Shape: String, CaseIterable {
        /// A file of logs and one of units, with whole times.
        case files
        /// One file with a row per log and unit, and a row without a unit for logs nobody was sent to.
        case logUnits
        /// Separate files whose times have no date but the log's, and which spell the log's date and number differently.
        case clocks
    }

    let folder: TemporaryFolder

    init(_ shape: Shape, _ logs: [ShapeLog]) throws {
        folder = try TemporaryFolder()
        try folder.writePipeline("shape", force: "Shape Police")
        try folder.write("Pipelines/shape/sources/incidents.yaml", ShapeForce.sources(shape))
        switch shape {
        case .files:
            try folder.write("in/logs_20261031.csv", ShapeLog.logHeader + "\n" + logs.map { $0.log + "\n" }.joined())
            try folder.write(
                "in/units_20261031.csv",
                "Log Date,Log No," + ShapeLog.unitHeader + "\n"
                    + logs.flatMap { log in log.units.map { "\(log.key),\($0)\n" } }.joined())
        case .logUnits:
            let rows = logs.flatMap { log in
                log.units.isEmpty ? ["\(log.log),,,,,,\n"] : log.units.map { "\(log.log),\($0)\n" }
            }
            try folder.write(
                "in/log_units_20261031.csv", ShapeLog.logHeader + "," + ShapeLog.unitHeader + "\n" + rows.joined())
        case .clocks:
            try folder.write(
                "in/logs_20261031.csv", ShapeLog.logHeader + "\n" + logs.map { $0.clockLog + "\n" }.joined())
            try folder.write(
                "in/units_20261031.csv",
                "Day,No,Created," + ShapeLog.unitHeader + "\n" + logs.flatMap(\.clockUnits).map { $0 + "\n" }.joined())
        }
    }

    func run() async -> RunReport {
        await runPipeline(
            RunRequest(
                folder: "\(folder.path)/Pipelines/shape", asOf: CivilDate("2026-10-31"), isDryRun: false,
                isStrict: false, jobs: 2, chunkBytes: 4096, interruption: Interruption()))
    }

    func published(_ name: String) throws -> String {
        try folder.text("out/latest/\(name)")
    }

    private static func sources(_ shape: Shape) -> String {
        let logColumns = """
              incident_id: { join: [{ from: Log Date, format: "dd/MM/yyyy" }, Log No], with: "-" }
              origin: { from: Origin }
              initial_grade: { from: Grade }
              final_grade: { from: Final Grade }
              opening_code: { from: Code }
              area: { from: Area }
              rurality: { from: Rurality }
              attended: { from: Attended }
              is_domestic_abuse: { from: DA }
              status: { from: Status }

            """
        let logTimes = """
              call_received_at: { from: Received, format: "yyyy-MM-dd HH:mm:ss" }
              created_at: { from: Created, format: "yyyy-MM-dd HH:mm:ss" }
              first_arrived_at: { from: At Scene, format: "yyyy-MM-dd HH:mm:ss" }
              closed_at: { from: Closed, format: "yyyy-MM-dd HH:mm:ss" }

            """
        let unitColumns = """
              resource_hash: { from: Callsign, type: id }
              resource_type: { from: Kind }

            """
        let unitKey = "  incident_id: { join: [{ from: Log Date, format: \"dd/MM/yyyy\" }, Log No], with: \"-\" }\n"
        let unitTimes = [
            "assigned_at: Assigned", "mobile_at: Mobile", "arrived_at: Unit At Scene", "cleared_at: Cleared",
        ]
        func times(_ spelling: (String, String) -> String) -> String {
            unitTimes.map { entry in
                let parts = entry.split(separator: ":").map { $0.drop { $0 == " " } }
                return "  \(parts[0]): \(spelling(String(parts[0]), String(parts[1])))\n"
            }.joined()
        }
        let whole = times { _, header in "{ from: \(header), format: \"yyyy-MM-dd HH:mm:ss\" }" }
        switch shape {
        case .files:
            return "source: logs\ntable: incidents\nfiles: \"logs_{yyyyMMdd}.csv\"\ncolumns:\n" + logColumns + logTimes
                + "---\nsource: units\ntable: incident_resources\nfiles: \"units_{yyyyMMdd}.csv\"\ncolumns:\n" + unitKey
                + unitColumns + whole
        case .logUnits:
            return "source: logs\ntable: incidents\nfiles: \"log_units_{yyyyMMdd}.csv\"\none_per: incident_id\n"
                + "take: { first_arrived_at: min }\ncolumns:\n" + logColumns
                + logTimes.replacing("from: At Scene", with: "from: Unit At Scene")
                + "---\nsource: units\ntable: incident_resources\nfiles: \"log_units_{yyyyMMdd}.csv\"\n"
                + "rows_with: Callsign\ncolumns:\n" + unitKey + unitColumns + whole
        case .clocks:
            func clock(_ header: String, _ day: String, _ format: String, after: String) -> String {
                "{ type: time_of_day, from: \(header), on: \(day), format: \"HH:mm:ss\", on_format: \"\(format)\", "
                    + "rolls_over_after: \(after) }"
            }
            let chain = [
                "assigned_at": "log_created", "mobile_at": "assigned_at", "arrived_at": "mobile_at",
                "cleared_at": "assigned_at",
            ]
            return "source: logs\ntable: incidents\nfiles: \"logs_{yyyyMMdd}.csv\"\ncolumns:\n" + logColumns
                + "  call_received_at: { from: Received, format: \"yyyy-MM-dd HH:mm:ss\" }\n"
                + "  created_at: { from: Created, format: \"yyyy-MM-dd HH:mm:ss\" }\n"
                + "  first_arrived_at: \(clock("At Scene", "Log Date", "dd/MM/yyyy", after: "created_at"))\n"
                + "  closed_at: { from: Closed, format: \"yyyy-MM-dd HH:mm:ss\" }\n"
                + "---\nsource: units\ntable: incident_resources\nfiles: \"units_{yyyyMMdd}.csv\"\ncolumns:\n"
                + "  incident_id: { join: [{ from: Day, format: dd-MMM-yy }, { from: No, leading_zeros: no }], with: \"-\" }\n"
                + "  log_created: { from: Created, type: time, format: \"dd.MM.yyyy HH:mm:ss\" }\n" + unitColumns
                + times { name, header in clock(header, "Day", "dd-MMM-yy", after: chain[name] ?? "") }
        }
    }
}

package import Tables

/// Everything a run needs to know, loaded from YAML, resolved over what it extends, and checked.
package struct PipelineDefinition: Sendable {
    /// Folder of the force's definitions, as given.
    package let folder: String
    package let force: String
    /// Printed on every page and in every record, such as `OFFICIAL`.
    package let marking: String
    /// Absolute or relative to the working directory; flags and `PIPELINE_*` have been applied.
    package let folders: Folders
    package let timeZone: String
    package let csvByteOrderMark: Bool
    /// The canonical input tables, ours.
    package let schemas: [SchemaDefinition]
    /// How the force's exports feed them.
    package let sources: [SourceDefinition]
    /// Canonical tables that other sources of the force feed, where only some are looked at: rules take them as supplied.
    package let setAside: Set<String>
    package let rules: [RuleDefinition]
    package let settings: [SettingDefinition]
    package let standards: [StandardDefinition]
    /// In an order in which each is built from the ones before.
    package let tables: [TableDefinition]
    package let tablesByName: [String: TableDefinition]
    /// Tables whose rows stand in the definitions.
    package let references: [ReferenceTable]
    package internal(set) var figures: [FigureDefinition]
    /// Breaks in series and spans left out, as the force declares them in calendar.yaml.
    package internal(set) var calendar: CalendarDefinition
    /// Days that are no working days.
    package let holidays: HolidayCalendar
    /// What inspectors found of the force, as it declares it in inspections.yaml.
    package let inspections: [Inspection]
    /// What inspectors ask, and which KPIs bear on it.
    package let frameworks: [Framework]
    /// What people of the force say of its figures, in the order of commentary.yaml.
    package let commentary: [Comment]
    /// Figures that the force has given to others, in the order of its `releases.csv`.
    package let releases: [Release]
    /// Lists of rows that the force's supervisors ask for.
    package let lists: [ListDefinition]
    /// What `prune` leaves.
    package let keep: KeepPolicy
    /// Figures of ours that the force leaves out, with its reason.
    package let leftOut: [LeftOutFigure]
    /// Findings that do not stop a run, such as a change written against an older definition of ours.
    package let warnings: [Diagnostic]
    /// The exact files read, by path inside `definitions/` of a run.
    package let files: [DefinitionFile]
    /// The file of the key that makes pseudonyms; never one of `files`.
    package let pseudonymKey: String?

    package struct Folders: Sendable {
        package let inputs: String
        package let output: String
        package let state: String

        package init(inputs: String, output: String, state: String) {
            self.inputs = inputs
            self.output = output
            self.state = state
        }
    }

    package struct LeftOutFigure: Sendable {
        package let id: String
        package let name: String
        package let because: String
        /// Its definition, so that its place in the result tables can say that it was left out.
        package let figure: FigureDefinition?

        package init(id: String, name: String, because: String, figure: FigureDefinition? = nil) {
            self.id = id
            self.name = name
            self.because = because
            self.figure = figure
        }
    }

    package struct DefinitionFile: Sendable {
        package let path: String
        package let bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    package init(
        folder: String, force: String, marking: String, folders: Folders, timeZone: String, csvByteOrderMark: Bool,
        schemas: [SchemaDefinition], sources: [SourceDefinition], rules: [RuleDefinition],
        settings: [SettingDefinition], standards: [StandardDefinition], tables: [TableDefinition],
        figures: [FigureDefinition], leftOut: [LeftOutFigure], warnings: [Diagnostic], files: [DefinitionFile],
        pseudonymKey: String? = nil, references: [ReferenceTable] = [],
        calendar: CalendarDefinition = CalendarDefinition(), holidays: HolidayCalendar = HolidayCalendar(),
        inspections: [Inspection] = [], frameworks: [Framework] = [], commentary: [Comment] = [],
        releases: [Release] = [],
        lists: [ListDefinition] = [], keep: KeepPolicy = .whenNothingIsSaid, setAside: Set<String> = []
    ) {
        self.folder = folder
        self.force = force
        self.marking = marking
        self.folders = folders
        self.timeZone = timeZone
        self.csvByteOrderMark = csvByteOrderMark
        self.schemas = schemas
        self.sources = sources
        self.setAside = setAside
        self.rules = rules
        self.settings = settings
        self.standards = standards
        self.tables = tables
        tablesByName = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
        self.references = references
        self.calendar = calendar
        self.holidays = holidays
        self.inspections = inspections
        self.frameworks = frameworks
        self.commentary = commentary
        self.releases = releases
        self.lists = lists
        self.keep = keep
        self.figures = figures
        self.leftOut = leftOut
        self.warnings = warnings
        self.files = files
        self.pseudonymKey = pseudonymKey
    }
}

extension PipelineDefinition {
    /// Every figure that has a place in the result tables: those computed, then those left out.
    package var reportedFigures: [FigureDefinition] {
        let others = leftOut.compactMap(\.figure)
        return others.isEmpty ? figures : figures + others
    }

    /// The same by their ids.
    package var reportedFiguresByID: [String: FigureDefinition] {
        Dictionary(reportedFigures.map { ($0.id, $0) }) { first, _ in first }
    }
}

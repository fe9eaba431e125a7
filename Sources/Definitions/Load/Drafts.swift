import Tables

/// All definitions as written, sorted into kinds, before anything of one refers to another.
struct Drafts {
    struct Figure {
        let id: String
        /// Keys as written, in order; after `like` and `defaults` those that the figure ends up with.
        var entries: [YamlValue.Entry]
        let location: Diagnostic.Location
        let isLocal: Bool
    }

    struct Change {
        let id: String
        let fields: Fields
    }

    /// A dated value of a setting, an entry of a standard or a table of rows, and whose it is.
    struct Owned {
        let fields: Fields
        let isLocal: Bool
    }

    var pipeline: Fields?
    /// The force's breaks in series and excluded spans.
    var calendar: Fields?
    /// The force's inspections and their findings.
    var inspections: Fields?
    /// Lists of rows that the force's supervisors ask for.
    var lists: [Fields] = []
    /// What people of the force say of its figures.
    var commentary: Fields?
    var frameworks: [Fields] = []
    /// Calendars of bank holidays.
    var holidays: [Owned] = []
    var schemas: [Fields] = []
    /// Tables made from others.
    var tables: [Fields] = []
    /// Tables whose rows are written here.
    var references: [Owned] = []
    var rules: [Fields] = []
    var settings: [Owned] = []
    var standards: [Owned] = []
    var sources: [Fields] = []
    /// Without `like` and `defaults`: both have been expanded.
    var figures: [Figure] = []
    var changes: [Change] = []
}

import Tables

/// What `pipeline.yaml` says.
struct PipelineKeys {
    let force: String
    let marking: String
    let timeZone: String
    let csvByteOrderMark: Bool
    let pseudonymKey: String?
    /// The calendar of bank holidays, where the force names one.
    let calendar: YamlValue?
    let folders: PipelineDefinition.Folders
    let keep: KeepPolicy

    init(
        _ fields: Fields?, name: String, base: String, folder: String, overrides: FolderOverrides, findings: Findings
    ) {
        force = fields?.requiredText("force") ?? name
        marking = fields?.text("marking") ?? "OFFICIAL"
        timeZone = fields?.text("time_zone") ?? "Europe/London"
        csvByteOrderMark = fields?.flag("csv_bom") ?? false
        pseudonymKey = fields?.text("pseudonym_key").map { joinedPath(folder, $0) }
        calendar = fields?["calendar"]
        keep = readKeep(fields, findings: findings)
        // Read again by whoever acts on them; here only what is wrong with them is said.
        _ = Operations(fields, folder: folder, findings: findings)
        if let profile = fields?.text("profile"), profile != "internal" {
            findings.error(
                .badChoice, "`profile` is \(quoted(profile)), but only `internal` can be published so far",
                at: fields?["profile"]?.location)
        }
        _ = fields?.required("extends")
        if let zone = fields?["time_zone"], timeZone.hasPrefix("/") || timeZone.contains("..") {
            findings.error(
                .badValue, "\(quoted(timeZone)) is not the name of a time zone", at: zone.location,
                help: "such as Europe/London")
        }
        if overrides.inputs == nil { _ = fields?.required("inputs") }
        // What is given on the command line is relative to where the command runs, not to the definitions.
        folders = .init(
            inputs: overrides.inputs ?? joinedPath(folder, fields?.text("inputs") ?? "."),
            output: overrides.output ?? joinedPath(folder, fields?.text("output") ?? "../../Output/\(name)"),
            state: overrides.state ?? joinedPath(folder, fields?.text("state") ?? "../../.state/\(name)"))
    }
}

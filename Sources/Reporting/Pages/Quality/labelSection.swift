import Charts
import Definitions
import Tables

/// Labels of the exports that stand for no value: counted, never guessed at.
func labelSection(_ material: PageMaterial) -> Markup {
    let unknown = material.rules.filter { $0.rule == "DQ06" && $0.count > 0 }
    let told = material.warnings.filter { $0.code == mostlyUnknown }.map { Markup($0.message) }
    guard !unknown.isEmpty else { return .paragraph("Every label of the exports is one that a mapping knows.") }
    var table = HTMLTable(
        id: "label-table", caption: "Cells with an unknown label",
        columns: [
            .init("Source and column"), .init("Cells", isNumber: true), .init("Of", isNumber: true),
            .init("Share", isNumber: true),
        ])
    let sorted = unknown.sorted { left, right in
        left.count != right.count
            ? left.count > right.count : (left.place, left.column) < (right.place, right.column)
    }
    for line in sorted {
        table.add([
            place(line), groupedText(line.count), line.checked.map(groupedText) ?? notApplicable,
            line.checked.map { shareText(line.count, of: $0) } ?? notApplicable,
        ])
    }
    return .paragraph(
        "An unknown label is never guessed at: the cell counts as not recorded. A values entry of the source says what it "
            + "stands for.") + table.markup + (told.isEmpty ? Markup() : .list(told))
}

/// The code of the warning that names the labels of a column that is mostly unknown.
private let mostlyUnknown = "E0355"

import Expressions
import Tables

/// Reads what a figure says of rows whose story is not finished.
struct MaturityReader {
    let fields: Fields
    let typing: Typing
    let table: TableDefinition.Origin
    let findings: Findings

    /// True for a row that is not finished.
    func immature() -> TypedExpression? {
        fields["immature"].flatMap { typing.typed($0, "`immature`", in: table, expecting: .flag) }
    }

    /// Whether the measure is a share has been looked at where it is read.
    func triangle() -> FigureDefinition.Triangle? {
        guard let value = fields["triangle"],
            let parts = Fields(value, "`triangle`", keys: Keys.triangle, findings: findings)
        else { return nil }
        let reader = MeasureReader(fields: fields, typing: typing, table: table, findings: findings)
        let until = parts.required("until").flatMap { reader.day($0, "`until`", .measure) }
        let upTo = parts.required("upto").flatMap { _ in parts.integer("upto", in: 1...120) }
        guard let until, let upTo else { return nil }
        return .init(until: until, upTo: upTo)
    }

    /// The id that rows of benchmarks have; of another force's figure it need not be one of ours.
    func compare() -> String? {
        guard let id = fields.text("compare"), id != FigureBuilder.none, let place = fields["compare"]?.location
        else { return nil }
        let isID =
            id.utf8.first.map { (65...90).contains($0) || (97...122).contains($0) } ?? false
            && id.utf8.allSatisfy {
                $0 == 46 || $0 == 95 || $0 == 45 || (48...57).contains($0) || (65...90).contains($0)
                    || (97...122).contains($0)
            }
        if isID { return id }
        findings.error(
            .badName, "`compare` is \(quoted(id)), but must be the id that rows of benchmarks have", at: place,
            help: "such as I25, or none")
        return nil
    }
}

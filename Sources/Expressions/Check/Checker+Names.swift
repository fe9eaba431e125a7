import Tables

/// What names mean.
extension Checker {
    mutating func bareName(_ name: String, _ syntax: Syntax) -> TypedExpression? {
        if let type = scope.columns[name] { return TypedExpression(.column(name, of: .own), type) }
        if scope.populations.contains(name) { return TypedExpression(.population(name, of: .own), .flag) }
        let message = "`\(name)` is not a column or population of \(scope.table)"
        if scope.relations[name] != nil {
            report(
                ExpressionCode.unknownColumn, "`\(name)` is a relation of \(scope.table), not a value", at: syntax,
                help: "write `any(\(name) v where …)`, `first(\(name) v).COLUMN` or `\(name).COLUMN`")
        } else if related?.alias == name {
            report(
                ExpressionCode.unknownColumn, "`\(name)` is the related row, not a value", at: syntax,
                help: "say which column: `\(name).COLUMN`")
        } else if TypedExpression.Function(rawValue: name) != nil {
            report(
                ExpressionCode.unknownColumn, message, at: syntax,
                help: "`\(name)` is a function: write `\(name)(…)`")
        } else if scope.settings[name] != nil {
            report(ExpressionCode.unknownColumn, message, at: syntax, help: "write `setting.\(name)`")
        } else if let help = foreignWords[name.lowercased()], nearest(name) == nil {
            report(ExpressionCode.foreign, "`\(name)` is not part of the language", at: syntax, help: help)
        } else {
            report(
                ExpressionCode.unknownColumn, message, at: syntax,
                help: suggestion(name, among: Array(scope.columns.keys) + scope.populations, of: "\(scope.table) has"))
        }
        return nil
    }

    mutating func member(_ owner: Syntax.Name, _ member: Syntax.Name) -> TypedExpression? {
        if let related, related.alias == owner.text {
            let columns = related.scope.columns()
            if let type = columns[member.text] { return TypedExpression(.column(member.text, of: .related), type) }
            let populations = related.scope.populations()
            if populations.contains(member.text) {
                return TypedExpression(.population(member.text, of: .related), .flag)
            }
            reportUnknown(member, of: related.relation, Array(columns.keys) + populations)
            return nil
        }
        guard let relation = scope.relations[owner.text] else {
            if let related, related.outer.contains(owner.text) {
                report(
                    ExpressionCode.relation, "`\(owner.text)` is the row of another condition, out of reach here",
                    at: owner.range, help: "give the table a column for the inner condition, and read that column")
            } else {
                reportUnknownRelation(owner)
            }
            return nil
        }
        let columns = relation.columns()
        let populations = relation.populations()
        let isPopulation = columns[member.text] == nil && populations.contains(member.text)
        guard columns[member.text] != nil || isPopulation else {
            reportUnknown(member, of: owner.text, Array(columns.keys) + populations)
            return nil
        }
        guard relation.isToOne else {
            report(
                ExpressionCode.relation,
                "`\(owner.text)` can lead to several rows, so `\(owner.text).\(member.text)` is no"
                    + " single value", at: owner.range,
                help: "write `first(\(owner.text) v).\(member.text)` or `last(\(owner.text) v).\(member.text)`")
            return nil
        }
        if let type = columns[member.text] {
            return TypedExpression(.lookup(relation: owner.text, column: member.text), type)
        }
        // A population through a relation: is there a row, and does the population hold it?
        let condition = TypedExpression(.population(member.text, of: .related), .flag)
        return TypedExpression(
            .related(
                TypedExpression.RelatedRows(aggregate: .any, relation: owner.text, condition: condition, column: nil)),
            .flag)
    }

    mutating func setting(_ name: Syntax.Name) -> TypedExpression? {
        guard let type = scope.settings[name.text] else {
            report(
                ExpressionCode.unknownSetting, "there is no setting `\(name.text)`", at: name.range,
                help: suggestion(name.text, among: Array(scope.settings.keys), of: "the settings are"))
            return nil
        }
        return TypedExpression(.setting(name.text), type)
    }

    mutating func supplied(_ name: Syntax.Name) -> TypedExpression? {
        guard scope.sources.contains(name.text) else {
            report(
                ExpressionCode.unknownSource, "there is no source `\(name.text)`", at: name.range,
                help: suggestion(name.text, among: Array(scope.sources), of: "the sources are"))
            return nil
        }
        return TypedExpression(.supplied(name.text), .flag)
    }

    mutating func aggregate(_ aggregate: Syntax.Aggregate) -> TypedExpression? {
        let word = aggregate.aggregate.rawValue
        let name = aggregate.relation.text
        guard let relation = scope.relations[name] else {
            reportUnknownRelation(aggregate.relation)
            return nil
        }
        var condition: TypedExpression?
        var isSound = true
        if let written = aggregate.condition {
            let outer = related
            related = RelatedRow(
                alias: aggregate.alias?.text ?? name, relation: name, scope: relation,
                outer: outer.map { $0.outer + [$0.alias] } ?? [])
            condition = yesNo(written, "the condition after `where` must be yes or no")
            related = outer
            isSound = condition != nil
        }
        let needsOrder = aggregate.aggregate == .first || aggregate.aggregate == .last
        if needsOrder && relation.isToOne {
            report(
                ExpressionCode.relation, "`\(name)` has no order, so it has no \(word) row",
                at: aggregate.relation.range,
                help: "write `\(name).\(aggregate.column?.text ?? "COLUMN")`, or give the relation an `order`")
            isSound = false
        }
        let type: ValueType
        switch aggregate.aggregate {
        case .any: type = .flag
        case .count: type = .integer
        case .first, .last:
            guard let column = aggregate.column else { return nil }
            let columns = relation.columns()
            guard let found = columns[column.text] else {
                reportUnknown(column, of: name, Array(columns.keys))
                return nil
            }
            type = found
        }
        guard isSound else { return nil }
        return TypedExpression(
            .related(
                TypedExpression.RelatedRows(
                    aggregate: aggregate.aggregate, relation: name, condition: condition, column: aggregate.column?.text
                )),
            type)
    }

    private mutating func reportUnknown(_ member: Syntax.Name, of relation: String, _ candidates: [String]) {
        report(
            ExpressionCode.unknownColumn, "`\(member.text)` is not a column or population of the rows of `\(relation)`",
            at: member.range, help: suggestion(member.text, among: candidates, of: "they have"))
    }

    private mutating func reportUnknownRelation(_ name: Syntax.Name) {
        var help = suggestion(name.text, among: Array(scope.relations.keys), of: "its relations are")
        if name.text == "settings" { help = "write `setting.NAME`" }
        if scope.columns[name.text] != nil { help = "`\(name.text)` is a column, and columns have no parts" }
        report(
            ExpressionCode.unknownRelation, "`\(name.text)` is not a relation of \(scope.table)", at: name.range,
            help: help ?? "\(scope.table) has no relations")
    }

    private func nearest(_ name: String) -> String? {
        nearestName(to: name, among: Array(scope.columns.keys) + scope.populations)
    }

    /// The nearest name, or the names there are, as far as they fit.
    func suggestion(_ name: String, among candidates: [String], of what: String) -> String? {
        if let near = nearestName(to: name, among: candidates) { return "did you mean `\(near)`?" }
        guard !candidates.isEmpty else { return nil }
        let sorted = candidates.sorted()
        let shown = sorted.prefix(12).joined(separator: ", ")
        return "\(what) \(shown)" + (sorted.count > 12 ? " and \(sorted.count - 12) more" : "")
    }
}

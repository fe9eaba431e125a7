import Definitions
import Expressions
import Tables

extension Engine {
    /// Works out whatever an expression reads that cannot be evaluated batch by batch: tables, relation indexes, chains,
    /// trailing counts. Cheap when nothing is left to do.
    mutating func prepare(_ expression: TypedExpression, in table: String) async throws {
        try await ensure(table)
        switch expression.node {
        case .column(let name, of: .own):
            try await prepare(column: name, of: table)
        case .lookup(let relation, let column):
            let owner = try declaring(relation: relation, of: table)
            if owner != table { return try await prepare(expression, in: owner) }
            let target = try await prepareRows(.lookup(relation), reading: column, of: table)
            try await hold(column: column, of: target)
        case .related(let related):
            let owner = try declaring(relation: related.relation, of: table)
            if owner != table { return try await prepare(expression, in: owner) }
            let target = try await prepareRows(related.withoutColumn, reading: related.column, of: table)
            if let column = related.column { try await hold(column: column, of: target) }
            return
        case .population(let name, of: .own):
            try await prepare(population: name, of: table)
        case .setting(let name):
            try await prepare(setting: name, in: table)
        case .trailingCount(let count):
            for part in expression.parts { try await prepare(part, in: table) }
            if tables[table]?.trailingCounts[expression] == nil {
                let counts = try await countTrailing(count, in: table)
                tables[table]?.trailingCounts[expression] = counts
            }
            return
        default:
            break
        }
        for part in expression.parts { try await prepare(part, in: table) }
    }

    mutating func prepare(column name: String, of table: String) async throws {
        try await ensure(table)
        let current = try self.table(table)
        if current.stored[name] != nil { return }
        if let expression = current.expressions[name] {
            let mark = "\(table).\(name)"
            if prepared.contains(mark) { return }
            prepared.insert(mark)
            try await prepare(expression, in: table)
        } else if let chain = current.definition?.chain, chain.column == name {
            try await prepare(column: chain.id, of: current.parent ?? table)
            try await prepare(column: chain.parent, of: current.parent ?? table)
            let roots = try await resolveChain(chain, of: try self.table(table))
            tables[table]?.stored[name] = roots
        } else if let parent = current.parent {
            // Many rows of an expanded table stand for one: what they share is worked out once.
            if current.definition?.expansion != nil {
                try await hold(column: name, of: parent)
            } else {
                try await prepare(column: name, of: parent)
            }
        } else {
            throw EngineFault.noColumn(name, table: table)
        }
    }

    /// Prepares a dimension that a figure's table, or one that it is made from, declares.
    mutating func prepare(dimension name: String, of table: String) async throws {
        try await ensure(table)
        guard let dimension = dimension(name, of: table) else { return }
        try await prepare(dimension.expression, in: dimension.table)
        guard dimension.table != table else { return }
        var shared: [String] = []
        dimension.expression.visit { part in
            if case .column(let name, of: .own) = part.node { shared.append(name) }
        }
        if isExpanded(table, below: dimension.table) {
            for name in shared { try await hold(column: name, of: dimension.table) }
        }
    }

    /// Whether a table has several rows for one of a table that it is made from.
    private func isExpanded(_ table: String, below ancestor: String) -> Bool {
        var next: String? = table
        while let current = next, current != ancestor, let found = tables[current] {
            if found.definition?.expansion != nil { return true }
            next = found.parent
        }
        return false
    }

    /// Keeps a column for all rows of the table that declares it, when it would otherwise be worked out again for every
    /// row that looks at it.
    mutating func hold(column name: String, of table: String) async throws {
        try await prepare(column: name, of: table)
        var owner = try self.table(table)
        while owner.stored[name] == nil, owner.expressions[name] == nil, let parent = owner.parent {
            owner = try self.table(parent)
        }
        guard owner.stored[name] == nil, owner.expressions[name] != nil else { return }
        let column = try await evaluate(.column(name), over: owner.name)
        tables[owner.name]?.stored[name] = column
    }

    /// The table that declares a relation: the given one, or one that its rows are from.
    private func declaring(relation name: String, of table: String) throws -> String {
        var next: String? = table
        while let current = next, let found = tables[current] {
            if found.declares(relation: name) { return current }
            next = found.parent
        }
        throw EngineFault.noRelation(name, table: table)
    }

    mutating func prepare(condition: TypedExpression, in table: String, target: String) async throws {
        switch condition.node {
        case .column(let name, of: .related):
            try await hold(column: name, of: target)
        case .population(let name, of: .related):
            try await prepare(population: name, of: target)
        case .related, .lookup, .trailingCount:
            try await prepare(condition, in: table)
            return
        default:
            if condition.parts.isEmpty { try await prepare(condition, in: table) }
        }
        for part in condition.parts { try await prepare(condition: part, in: table, target: target) }
    }

    private mutating func prepare(population name: String, of table: String) async throws {
        var next: String? = table
        while let current = next, let found = tables[current] {
            if let population = found.definition?.populations.first(where: { $0.name == name }) {
                for condition in population.selection.conditions { try await prepare(condition, in: current) }
                for exclusion in population.selection.exclusions {
                    try await prepare(exclusion.condition, in: current)
                }
                return
            }
            next = found.parent
        }
        throw EngineFault.noColumn(name, table: table)
    }

    private mutating func prepare(setting name: String, in table: String) async throws {
        guard let setting = settings[name], setting.values.count > 1 else { return }
        var next: String? = table
        while let current = next, let found = tables[current] {
            if let time = found.definition?.time {
                try await prepare(column: time, of: table)
                return
            }
            next = found.parent
        }
    }
}

import Expressions
package import Tables

/// A named constant with dates and an authority, such as what counts as a short abandon.
package struct SettingDefinition: Sendable {
    package struct Value: Sendable, Hashable {
        /// In force from this local day; nothing means from the beginning.
        package let from: CivilDate?
        /// As the type stores it.
        package let value: Int64
        package let authority: String
        package let isVerified: Bool
        /// Set by the force rather than by us.
        package let isLocal: Bool

        package init(from: CivilDate?, value: Int64, authority: String, isVerified: Bool, isLocal: Bool) {
            self.from = from
            self.value = value
            self.authority = authority
            self.isVerified = isVerified
            self.isLocal = isLocal
        }
    }

    package let name: String
    package let type: ValueType
    /// Ascending by date; the first has none.
    package let values: [Value]
    package let location: Diagnostic.Location
    /// One of ours, whether or not the force gives it other values.
    package let isOurs: Bool
    /// Written with a percent sign; its values are numbers with two decimals, in percent.
    package let isPercent: Bool

    package init(
        name: String, type: ValueType, values: [Value], location: Diagnostic.Location, isOurs: Bool = true,
        isPercent: Bool = false
    ) {
        self.name = name
        self.type = type
        self.values = values
        self.location = location
        self.isOurs = isOurs
        self.isPercent = isPercent
    }
}

extension SettingDefinition {
    /// A value as it is written: `5 s`, `3`, `12.5 %`.
    package func text(of value: Value) -> String {
        let digits = literalText(value.value, type)
        guard isPercent else { return digits }
        let parts = digits.split(separator: ".")
        let decimals = String((parts.dropFirst().first ?? "").reversed().drop { $0 == "0" }.reversed())
        return "\(parts.first ?? "")\(decimals.isEmpty ? "" : "." + decimals) %"
    }
}

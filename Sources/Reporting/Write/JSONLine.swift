/// A JSON object of single values on one line, spelled as they are added: the many rows of figures hold none by itself.
package struct JSONLine: Sendable, Hashable {
    private(set) var bytes: [UInt8] = [123]

    init() {}

    mutating func add(_ name: String, _ text: String?) {
        begin(name)
        if let text { JSON.quote(text, to: &bytes) } else { addNull() }
    }

    mutating func add(_ name: String, _ integer: Int?) {
        begin(name)
        if let integer { bytes.append(digitsOf: integer) } else { addNull() }
    }

    mutating func add(_ name: String, _ number: Double?) {
        begin(name)
        JSON.optional(number).write(to: &bytes, indent: 0)
    }

    mutating func add(_ name: String, _ flag: Bool?) {
        begin(name)
        if let flag { bytes.append(contentsOf: (flag ? "true" : "false").utf8) } else { addNull() }
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 {
            bytes.append(44)
            bytes.append(32)
        }
        JSON.quote(name, to: &bytes)
        bytes.append(58)
        bytes.append(32)
    }

    private mutating func addNull() { bytes.append(contentsOf: "null".utf8) }
}

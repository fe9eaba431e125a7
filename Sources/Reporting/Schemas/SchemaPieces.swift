/// The pieces that the schemas of our records are made of (JSON Schema, draft 2020-12).
enum SchemaPieces {
    static let text = JSON.object([.init("type", .text("string"))])
    static let words = JSON.object([.init("type", .text("string")), .init("minLength", .integer(1))])
    static let flag = JSON.object([.init("type", .text("boolean"))])
    static let integer = JSON.object([.init("type", .text("integer"))])
    static let count = JSON.object([.init("type", .text("integer")), .init("minimum", .integer(0))])
    static let number = JSON.object([.init("type", .text("number"))])
    static let date = JSON.object([.init("type", .text("string")), .init("pattern", .text(#"^\d{4}-\d{2}-\d{2}$"#))])
    static let sum = JSON.object([.init("type", .text("string")), .init("pattern", .text("^([0-9a-f]{64})?$"))])
    static let run = JSON.object([.init("type", .text("string")), .init("pattern", .text("^[0-9a-f]{12}$"))])

    static func one(of texts: [String]) -> JSON { .object([.init("enum", .list(texts.map { .text($0) }))]) }

    static func orNull(_ schema: JSON) -> JSON {
        .object([.init("anyOf", .list([schema, .object([.init("type", .text("null"))])]))])
    }

    static func list(of items: JSON) -> JSON { .object([.init("type", .text("array")), .init("items", items)]) }

    /// An object with these members and no others.
    static func object(_ members: [(String, JSON)], optional: [(String, JSON)] = []) -> JSON {
        .object([
            .init("type", .text("object")),
            .init("required", .list(members.map { .text($0.0) })),
            .init("additionalProperties", .flag(false)),
            .init("properties", .object((members + optional).map { .init($0.0, $0.1) })),
        ])
    }

    /// A schema with its title, as a file.
    static func file(_ path: String, title: String, _ schema: JSON) -> RenderedFile {
        guard case .object(let members) = schema else { return RenderedFile(path: path, bytes: schema.bytes) }
        let head: [JSON.Member] = [
            .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")), .init("$id", .text(path)),
            .init("title", .text(title)),
        ]
        return RenderedFile(path: path, bytes: JSON.object(head + members).bytes)
    }
}

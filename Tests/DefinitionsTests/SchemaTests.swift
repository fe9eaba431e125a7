import Foundation
import Testing

@testable import Definitions

/// Editors and the loader must know the same keys.
@Suite struct SchemaTests {
    private func definitions() throws -> [String: [String: Any]] {
        let folder = Catalogue.root + "/Pipelines/peel/schemas"
        var found: [String: [String: Any]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let data = try #require(FileManager.default.contents(atPath: folder + "/" + name))
            let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any], "\(name)")
            #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
            for (part, value) in try #require(schema["$defs"] as? [String: [String: Any]], "\(name)") {
                #expect(found[part] == nil, "\(part) is described twice")
                found[part] = value
            }
        }
        return found
    }

    @Test func everyKeyIsInTheSchemaAndTheOtherWayRound() throws {
        let schemas = try definitions()
        #expect(Set(schemas.keys) == Set(Keys.all.map(\.name)))
        for (name, keys) in Keys.all {
            let properties = try #require(schemas[name]?["properties"] as? [String: Any], "\(name)")
            #expect(Set(properties.keys) == Set(keys), "\(name)")
        }
    }

    @Test func everyPartAndKeyIsDescribed() throws {
        for (name, schema) in try definitions() {
            #expect(schema["description"] is String, "\(name)")
            for (key, value) in try #require(schema["properties"] as? [String: [String: Any]], "\(name)") {
                #expect(value["description"] is String || value["$ref"] is String, "\(name).\(key)")
            }
        }
    }

    /// Sources are left out: whoever maps an export may write them without an editor.
    @Test func everyFileNamesItsSchema() throws {
        for file in try Catalogue.loamshire().files
        where file.path.hasSuffix(".yaml") && !file.path.contains("/sources/") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let first = try #require(text.split(separator: "\n").first)
            let prefix = "# yaml-language-server: $schema="
            #expect(first.hasPrefix(prefix), "\(file.path)")
            let folder =
                Catalogue.root + "/Pipelines/" + file.path.split(separator: "/").dropLast().joined(separator: "/")
            let schema = folder + "/" + first.dropFirst(prefix.count)
            #expect(FileManager.default.fileExists(atPath: schema), "\(file.path)")
        }
    }
}

package import Definitions

/// What the first bytes of a file give away. Only for messages and proposals: reading never guesses.
package struct Sniff: Sendable, Hashable {
    /// Files that are no CSV whatever their name says.
    package enum Foreign: Sendable, Hashable {
        /// A zip archive, as `.xlsx` files are.
        case spreadsheet
        case html
    }

    package let foreign: Foreign?
    package let encoding: Dialect.Encoding
    /// The delimiter that the first line holds most of; nothing when it holds none.
    package let delimiter: UInt8?

    package init(_ bytes: [UInt8]) {
        foreign = nil
        encoding = .utf8
        delimiter = nil
    }
}

/// The first bytes of a file's text, unpacked when it is packed.
package func readFirstBytes(of file: DiscoveredFile, count: Int) throws -> [UInt8] {
    []
}

/// A workbook as a value: what it says of itself, and its sheets in order.
package struct Workbook: Sendable {
    /// What a spreadsheet program shows as the document's properties.
    package struct Properties: Sendable, Hashable {
        package let title: String
        package let author: String
        package let subject: String
        /// The protective marking, as category and as a property of its own.
        package let marking: String
        package let comments: String
        /// Seconds since 1970: part of the bytes, so never the time of writing.
        package let created: Int

        package init(
            title: String, author: String, subject: String, marking: String, comments: String, created: Int
        ) {
            self.title = title
            self.author = author
            self.subject = subject
            self.marking = marking
            self.comments = comments
            self.created = created
        }
    }

    package let properties: Properties
    package let sheets: [Sheet]

    package init(properties: Properties, sheets: [Sheet]) {
        self.properties = properties
        self.sheets = sheets
    }
}

/// How one export is written.
struct ExportFormat {
    /// The name of its mapping, and how its files begin and end.
    let source: String
    let folder: String
    let stem: String
    var ending = "csv"
    /// Records above the header; an empty one stands for `Report run on …`.
    var titles: [String] = []
    let headers: [String]
    var delimiter = ","
    var encoding = Layout.Encoding.windows1252
    var lineEnd = "\r\n"
    var hasGrandTotal = false
    var hasControl = true
}

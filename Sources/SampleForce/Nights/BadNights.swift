/// One night on which the export went wrong: a file that takes the place of the next night's.
struct BadNight {
    let name: String
    let file: String
    let bytes: [UInt8]
    let what: String

    var json: JSON {
        .object([("name", .text(name)), ("file", .text(file)), ("what", .text(what)), ("exit", .number(65))])
    }

    private static let voice = "calls/calls_20261001.csv"

    /// - Parameters:
    ///   - good: the next night's export as it should be.
    ///   - digital: that of the digital contacts.
    ///   - yesterday: September's export.
    static func all(good: ExportText, digital: ExportText, yesterday: ExportText) -> [BadNight] {
        [
            BadNight(
                name: "cut-in-a-record", file: voice, bytes: cutInARecord(good),
                what: "the transfer broke off in the middle of a record"),
            BadNight(
                name: "cut-at-a-record", file: voice, bytes: cutAtARecord(good),
                what: "40 whole records are missing; only the count in the footer knows"),
            BadNight(
                name: "header-renamed", file: voice, bytes: headerRenamed(good),
                what: "an update renamed Segment Start to Segment Started"),
            BadNight(
                name: "wrong-encoding", file: voice, bytes: utf16(good.bytes),
                what: "saved as UTF-16 where windows-1252 is declared"),
            BadNight(
                name: "wrong-encoding-digital", file: "calls/digital_20261001.csv", bytes: windows1252(digital),
                what: "saved as windows-1252 where UTF-8 is declared: a curly apostrophe in every other record"),
            BadNight(name: "empty", file: voice, bytes: [], what: "no bytes at all"),
            BadNight(name: "html-login", file: voice, bytes: Array(loginPage.utf8), what: "a login page was saved"),
            BadNight(
                name: "xlsx-renamed", file: voice, bytes: workbook, what: "a spreadsheet workbook was renamed to .csv"),
            BadNight(
                name: "yesterdays-file", file: voice + ".gz", bytes: yesterday.bytes,
                what: "the export of the night before under the new date"),
        ]
    }

    private static func cutInARecord(_ good: ExportText) -> [UInt8] {
        let kept = good.records.count * 2 / 3
        let torn = good.records[kept]
        return good.head + good.header + good.records[..<kept].joined() + torn[..<(torn.count / 2)]
    }

    private static func cutAtARecord(_ good: ExportText) -> [UInt8] {
        good.head + good.header + good.records.dropLast(40).joined() + good.foot
    }

    private static func headerRenamed(_ good: ExportText) -> [UInt8] {
        let header = String(decoding: good.header, as: UTF8.self)
        let names = header.split(separator: ",").map { $0 == "Segment Start" ? "Segment Started" : "\($0)" }
        return good.head + Array(names.joined(separator: ",").utf8) + good.records.joined() + good.foot
    }

    private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
        [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    }

    private static func windows1252(_ digital: ExportText) -> [UInt8] {
        var bytes = digital.header
        for (place, record) in digital.records.enumerated() {
            guard place.isMultiple(of: 2), let mark = record.firstIndex(of: 0x3B),
                let topic = record[(mark + 1)...].firstIndex(of: 0x3B)
            else {
                bytes += record
                continue
            }
            bytes += record[...topic] + encode("Victims’ ", .windows1252) + record[(topic + 1)...]
        }
        return bytes
    }

    private static let loginPage = """
        <!DOCTYPE html>
        <html lang="en"><head><title>Sign in - Contact Management Reporting</title></head>
        <body><form action="/login" method="post"><label>User name <input name="user"></label>
        <label>Password <input name="password" type="password"></label><button>Sign in</button></form>
        <p>Your sign-in has expired.</p></body></html>

        """

    /// The beginning of a workbook: a zip archive whose first member is stored.
    private static let workbook: [UInt8] = {
        let name = Array("[Content_Types].xml".utf8)
        let content = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types/>".utf8)
        var bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0, 0, 0, 0, 0, 33, 0, 0, 0, 0, 0]
        for count in [content.count, content.count] { bytes += [UInt8(count), 0, 0, 0] }
        return bytes + [UInt8(name.count), 0, 0, 0] + name + content
    }()
}

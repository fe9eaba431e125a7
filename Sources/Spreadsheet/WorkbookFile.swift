import CXLSXWriter
import Glibc
import Tables

/// libxlsxwriter, the only file that imports it. The workbook goes into a file without a name in memory, so that nothing
/// lies about when the program ends. Pointers never leave this class, which is what `@safe` promises; all of them are the
/// library's and go when the workbook is closed.
@safe final class WorkbookFile {
    private let descriptor: Int32
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    private var title: UnsafeMutablePointer<lxw_format>?
    private var header: UnsafeMutablePointer<lxw_format>?
    private var wrapped: UnsafeMutablePointer<lxw_format>?
    private var absent: UnsafeMutablePointer<lxw_format>?
    private var link: UnsafeMutablePointer<lxw_format>?

    init() throws(Diagnostic) {
        descriptor = pipeline_memory_file()
        guard descriptor >= 0 else { throw WorkbookFile.refusal("no file in memory can be made") }
        var options = unsafe lxw_workbook_options()
        unsafe workbook = unsafe workbook_new_opt("/proc/self/fd/\(descriptor)", &options)
        guard unsafe workbook != nil else { throw WorkbookFile.refusal("there is no memory for it") }
        unsafe title = try format { format in
            unsafe format_set_bold(format)
            unsafe format_set_font_size(format, 14)
        }
        unsafe header = try format { format in
            unsafe format_set_bold(format)
            unsafe format_set_text_wrap(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        unsafe wrapped = try format { format in
            unsafe format_set_text_wrap(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        unsafe absent = try format { format in
            unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        unsafe link = try format { format in
            unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            unsafe format_set_font_color(format, 0x0563C1)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
    }

    deinit {
        // What was not finished is thrown away with the memory it lies in.
        if let workbook = unsafe workbook { unsafe lxw_workbook_free(workbook) }
        close(descriptor)
    }

    func set(_ properties: Workbook.Properties) throws(Diagnostic) {
        // The library copies every text before it returns.
        let texts = unsafe [
            properties.title, properties.author, properties.subject, properties.marking, properties.comments,
        ].map { unsafe strdup(String(sheetText($0).prefix(200))) }
        defer { unsafe texts.forEach { unsafe free($0) } }
        var record = unsafe lxw_doc_properties()
        unsafe record.title = unsafe texts[0]
        unsafe record.author = unsafe texts[1]
        unsafe record.company = unsafe texts[1]
        unsafe record.subject = unsafe texts[2]
        unsafe record.category = unsafe texts[3]
        unsafe record.comments = unsafe texts[4]
        unsafe record.created = properties.created
        try accept(unsafe workbook_set_properties(workbook, &record))
        guard !properties.marking.isEmpty else { return }
        try accept(unsafe workbook_set_custom_property_string(workbook, "Protective marking", texts[3]))
    }

    func add(_ sheet: Sheet) throws(Diagnostic) {
        guard let page = unsafe workbook_add_worksheet(workbook, sheet.name) else {
            throw WorkbookFile.refusal("a sheet cannot be added")
        }
        for (place, column) in sheet.columns.enumerated() {
            try accept(unsafe worksheet_set_column(page, UInt16(place), UInt16(place), column.width, nil))
        }
        for (row, text) in ([sheet.title, sheet.marking] + sheet.notes).enumerated() {
            // Lines above the table run over its columns: wrapped into the first they would be unreadable.
            try unsafe write(text, to: page, row, 0, row == 0 ? title : nil)
        }
        try unsafe mark(sheet, on: page)
        for (place, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                try unsafe write(cell, to: page, sheet.headerRow + 1 + place, column)
            }
        }
    }

    /// Closes the workbook and gives its bytes.
    func finish() throws(Diagnostic) -> [UInt8] {
        let closing = unsafe workbook
        unsafe workbook = nil
        try accept(WorkbookFile.quietly { unsafe workbook_close(closing) })
        let size = lseek(descriptor, 0, SEEK_END)
        guard size > 0 else { throw WorkbookFile.refusal("it came out empty") }
        var done = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while done < size {
                let count = unsafe pread(descriptor, buffer.baseAddress.map { unsafe $0 + done }, size - done, done)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { break }
                done += count
            }
            filled = done
        }
        guard done == size else { throw WorkbookFile.refusal("it cannot be read back") }
        return bytes
    }

    /// The library tells a fault on standard error besides giving it back; a job that cron runs says it once, in its own
    /// words.
    private static func quietly(_ body: () -> lxw_error) -> lxw_error {
        withoutLines(beginningWith: ["[ERROR]", "[WARNING]"], through: pipeline_memory_file(), body)
    }

    /// Marks the rows as a table with a name, which is what a screen reader and a program look for.
    private func mark(_ sheet: Sheet, on page: UnsafeMutablePointer<lxw_worksheet>) throws(Diagnostic) {
        let count = sheet.columns.count
        let headers = unsafe sheet.columns.map { unsafe strdup(sheetText($0.header)) }
        let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: count)
        let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(capacity: count + 1)
        let name = unsafe strdup(sheet.table)
        defer {
            unsafe headers.forEach { unsafe free($0) }
            unsafe columns.deallocate()
            unsafe list.deallocate()
            unsafe free(name)
        }
        for place in 0..<count {
            var column = unsafe lxw_table_column()
            unsafe column.header = unsafe headers[place]
            unsafe column.header_format = unsafe header
            unsafe (columns + place).initialize(to: column)
            unsafe (list + place).initialize(to: columns + place)
        }
        unsafe (list + count).initialize(to: nil)
        var options = unsafe lxw_table_options()
        unsafe options.name = unsafe name
        unsafe options.no_autofilter = 1
        unsafe options.no_banded_rows = 1
        unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        unsafe options.style_type_number = 0
        unsafe options.columns = unsafe list
        let last = sheet.headerRow + sheet.rows.count
        try accept(
            unsafe worksheet_add_table(page, UInt32(sheet.headerRow), 0, UInt32(last), UInt16(count - 1), &options))
    }

    private func write(
        _ cell: Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int
    ) throws(Diagnostic) {
        switch cell {
        case .text(let text): try unsafe write(text, to: page, row, column, wrapped)
        case .absent(let shorthand): try unsafe write(shorthand, to: page, row, column, absent)
        case .number(let number, let decimals):
            let format = try unsafe numberFormat(decimals)
            try accept(unsafe worksheet_write_number(page, UInt32(row), UInt16(column), number, format))
        case .sheet(let name):
            try accept(
                unsafe worksheet_write_url(page, UInt32(row), UInt16(column), "internal:'\(name)'!A1", link))
            try unsafe write(name, to: page, row, column, link)
        }
    }

    /// Never as a formula or an address, whatever the text begins with.
    private func write(
        _ text: String, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(Diagnostic) {
        try accept(unsafe worksheet_write_string(page, UInt32(row), UInt16(column), sheetText(text), format))
    }

    private func numberFormat(_ decimals: Int) throws(Diagnostic) -> UnsafeMutablePointer<lxw_format> {
        if let known = unsafe numbers[decimals] { return unsafe known }
        let shape = "#,##0" + (decimals == 0 ? "" : "." + String(repeating: "0", count: decimals))
        let made = try unsafe format { format in
            unsafe format_set_num_format(format, shape)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        unsafe numbers[decimals] = unsafe made
        return unsafe made
    }

    private func format(_ set: (UnsafeMutablePointer<lxw_format>) -> Void) throws(Diagnostic)
        -> UnsafeMutablePointer<lxw_format>
    {
        guard let format = unsafe workbook_add_format(workbook) else {
            throw WorkbookFile.refusal("there is no memory for it")
        }
        unsafe set(format)
        return unsafe format
    }

    private func accept(_ error: lxw_error) throws(Diagnostic) {
        guard error == LXW_NO_ERROR else {
            let reason = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error \(error.rawValue)"
            throw WorkbookFile.refusal(reason)
        }
    }

    private static func refusal(_ reason: String) -> Diagnostic {
        Diagnostic(
            code: "E0703", "the workbook cannot be written: \(reason)",
            help: "make room in memory and in $TMPDIR or /tmp, where the library keeps its parts while it writes")
    }
}

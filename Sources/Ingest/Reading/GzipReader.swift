import Tables

/// The text of a gzip archive from front to back, in steps. A damaged archive fails; there is no half of a file.
final class GzipReader {
    private let input: InputFile
    private let inflater = Inflater()
    private var block: [UInt8] = []
    private var place = 0
    /// Bytes of the archive taken from disk.
    private(set) var bytesRead = 0
    private var isInsideMember = true
    private(set) var isEnd = false

    init(_ input: InputFile) {
        self.input = input
    }

    /// Appends more text; none only at the end.
    func read(into text: inout [UInt8], room: Int = 1 << 20) throws {
        let count = text.count
        while text.count == count, !isEnd {
            try Task.checkCancellation()
            if place == block.count {
                block = try input.read(at: bytesRead, count: 256 << 10)
                bytesRead += block.count
                place = 0
                if block.isEmpty {
                    if isInsideMember { throw damaged("it ends before its end mark; the copy was probably cut short") }
                    isEnd = true
                    return
                }
            }
            if !isInsideMember {
                guard block[place] == 0x1F else { throw damaged("bytes that are no archive follow its end") }
                inflater.beginMember()
                isInsideMember = true
            }
            switch inflater.inflate(block, from: &place, to: &text, room: room) {
            case .goesOn: break
            case .memberEnded: isInsideMember = false
            case .damaged: throw damaged("its bytes before offset \(bytesRead) do not unpack or fail their check sum")
            }
        }
    }

    private func damaged(_ reason: String) -> Diagnostic {
        Diagnostic(
            code: "E0612", "the archive is damaged: \(reason)", at: Diagnostic.Location(file: input.file.name),
            help: "copy or export the file again; nothing of it has been used")
    }
}

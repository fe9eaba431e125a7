import CZlib

/// zlib for gzip archives of one or more members. The only file that imports it; its stream never leaves this class, which
/// is what `@safe` promises.
@safe final class Inflater {
    enum Outcome {
        /// All input is used up, or the output is full.
        case goesOn
        case memberEnded
        case damaged
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        isReady = unsafe pipeline_inflate_init_gzip(stream) == Z_OK
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Makes ready for the next member of an archive.
    func beginMember() {
        unsafe inflateReset(stream)
    }

    /// Unpacks `input` from `place` on, which moves past what was used, and appends at most `room` bytes to `output`. zlib
    /// checks each member's sum and length at its end.
    func inflate(_ input: [UInt8], from place: inout Int, to output: inout [UInt8], room: Int) -> Outcome {
        guard isReady else { return .damaged }
        var status = Z_OK
        var used = 0
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            // Both pointers are used during the call only; zlib does not write to its input.
            unsafe input.withUnsafeBufferPointer { input in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: place))
                unsafe stream.pointee.avail_in = UInt32(input.count - place)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                used = unsafe input.count - place - Int(stream.pointee.avail_in)
                filled = unsafe room - Int(stream.pointee.avail_out)
            }
        }
        place += used
        output += piece
        switch status {
        case Z_STREAM_END: return .memberEnded
        // Z_BUF_ERROR only says that there was nothing to do.
        case Z_OK, Z_BUF_ERROR: return .goesOn
        default: return .damaged
        }
    }
}

extension JSON {
    /// How an object begins whose last member is a list, up to the list's first item.
    static func opening(_ members: [Member], last name: String) -> [UInt8] {
        var bytes: [UInt8] = [123]
        for member in members {
            newLine(&bytes, 1)
            quote(member.name, to: &bytes)
            bytes.append(contentsOf: ": ".utf8)
            member.value.write(to: &bytes, indent: 1)
            bytes.append(44)
        }
        newLine(&bytes, 1)
        quote(name, to: &bytes)
        bytes.append(contentsOf: ": [".utf8)
        return bytes
    }

    /// One item of that list.
    func item(isFirst: Bool) -> [UInt8] {
        var bytes: [UInt8] = isFirst ? [] : [44]
        JSON.newLine(&bytes, 2)
        write(to: &bytes, indent: 2)
        return bytes
    }

    /// How that object ends, after the last item of a list that has any.
    static var closing: [UInt8] { Array("\n  ]\n}\n".utf8) }
}

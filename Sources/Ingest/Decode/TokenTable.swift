import Definitions

/// The labels of a category or flag column and what they stand for, folded once per source.
struct TokenTable: Sendable {
    /// Labels by their folded bytes; the value is a place in `texts`.
    private let places: [[UInt8]: Int]
    /// The canonical texts.
    let texts: [[UInt8]]

    /// A category's: canonical values stand for themselves unless the mapping says otherwise.
    init(values: [String], mapped: [String: String]) {
        var places: [[UInt8]: Int] = [:]
        for (place, value) in values.enumerated() { places[folded(value)] = place }
        let canonical = places
        for (label, value) in mapped {
            if let place = canonical[folded(value)] { places[folded(label)] = place }
        }
        self.places = places
        texts = values.map { Array($0.utf8) }
    }

    /// A flag's: place 0 is no and place 1 is yes.
    init(yes: [String], no: [String], mapped: [String: String]) {
        var places: [[UInt8]: Int] = [:]
        for word in ["n", "no", "false", "f", "0"] { places[folded(word)] = 0 }
        for word in ["y", "yes", "true", "t", "1"] { places[folded(word)] = 1 }
        for word in no { places[folded(word)] = 0 }
        for word in yes { places[folded(word)] = 1 }
        let known = places
        for (label, value) in mapped {
            if let place = known[folded(value)] { places[folded(label)] = place }
        }
        self.places = places
        texts = [Array("no".utf8), Array("yes".utf8)]
    }

    func place(of label: ArraySlice<UInt8>) -> Int? {
        places[folded(label)]
    }
}

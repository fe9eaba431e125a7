package import Charts
package import Statistics

/// Whether a series meets its standard if it goes on as it is, as an icon and words. It says nothing of why.
package struct AssuranceClass: Sendable, Hashable {
    package let assurance: Assurance

    package init(_ assurance: Assurance) {
        self.assurance = assurance
    }

    /// `pass`, `fail`, or `hit or miss`.
    package var word: String { assurance.rawValue }

    /// The sign beside the words.
    package var icon: Icon {
        switch assurance {
        case .pass: .pass
        case .fail: .fail
        case .hitOrMiss: .chance
        }
    }

    /// The same as a sentence without a full stop.
    package var words: String {
        switch assurance {
        case .pass: "as the months vary, all of them would meet it"
        case .fail: "as the months vary, none of them would meet it"
        case .hitOrMiss: "as the months vary, chance decides which meet it"
        }
    }
}

/// What was meant to happen to a contact, from which the expected figures are counted; never read back from rows.
struct Intent {
    enum Ending {
        /// A person picked up somewhere along the way.
        case answered
        case abandoned(after: Int)
        case neverQueued
        /// Voicemail, call-back, overflow to a neighbour.
        case elsewhere
        /// Planted: the export's label for the ending means nothing to the mapping.
        case unknown
    }

    let channel: Channel
    var ending: Ending
    var isTest = false
    var direction = Direction.inbound
    /// Seconds to the first person, on the force's and on the network's clock; nothing when unknown.
    var wait: Int?
    var networkWait: Int?
    /// Seconds to a call handler.
    var handlerWait: Int?
    /// Hung up in any queue before a call handler.
    var isLost = false
    var callerKnown: Bool
    /// Third or later 999 call of a caller in 28 days.
    var isRepeat = false
    /// After hanging up: somebody answered the same caller within the hour · the caller rang 999 within it.
    var answeredAgain = false
    var rangEmergency = false
    /// Planted faults can take a contact out of the figures.
    var isCounted = true

    var isAnswered: Bool {
        if case .answered = ending { true } else { false }
    }

    /// Neither turned away by the network or the menu, nor of unknown ending.
    var waitedInQueue: Bool {
        switch ending {
        case .neverQueued, .unknown: false
        default: true
        }
    }

    var abandonedAfter: Int? {
        if case .abandoned(let seconds) = ending { seconds } else { nil }
    }
}

/// What a log begins with: who told the control room, and when.
struct Opening {
    let origin: Origin
    let received: Int?
    let created: Int
    var callRef: String?
    /// The call and segment that name the log, by place in the month; a digital contact does not name it.
    var call: (place: Int, leg: Int)?
    /// Rings again and again.
    var ringsAgain = false
}

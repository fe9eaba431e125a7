/// How many neighbouring points make a trend or a shift.
private let runLength = 7

/// What names each of some neighbouring points special, with whether it goes up: outside the limits, in a trend, one of
/// two of three near a limit, or in a shift; the first that applies.
func signals(in values: [Double], _ limits: IndividualsLimits?) -> [(IndividualsChart.Signal, Bool)?] {
    var found = [(IndividualsChart.Signal, Bool)?](repeating: nil, count: values.count)
    guard let limits else { return found }
    func name(_ places: [(place: Int, isUp: Bool)], _ signal: IndividualsChart.Signal) {
        for (place, isUp) in places where found[place] == nil { found[place] = (signal, isUp) }
    }
    name(outside(values, limits), .outside)
    name(trends(values), .trend)
    name(closePairs(values, limits), .twoOfThree)
    name(shifts(values, limits), .shift)
    return found
}

/// 1, 0 or -1 as a value lies above, on or below another; what only rounding sets apart is equal.
private func order(_ value: Double, to other: Double) -> Int {
    let difference = value - other
    if abs(difference) <= 1e-9 * max(1, abs(value), abs(other)) { return 0 }
    return difference > 0 ? 1 : -1
}

private func outside(_ values: [Double], _ limits: IndividualsLimits) -> [(place: Int, isUp: Bool)] {
    values.indices.compactMap { place in
        if order(values[place], to: limits.upper) > 0 { return (place, true) }
        return order(values[place], to: limits.lower) < 0 ? (place, false) : nil
    }
}

/// Seven points that all rise or all fall, the first of them included.
private func trends(_ values: [Double]) -> [(place: Int, isUp: Bool)] {
    let steps = values.indices.dropFirst().map { order(values[$0], to: values[$0 - 1]) }
    return stretches(steps).filter { $0.range.count >= runLength - 1 }.flatMap { stretch in
        (stretch.range.lowerBound...stretch.range.upperBound).map { ($0, stretch.side > 0) }
    }
}

/// The points beyond two thirds of a limit, but not outside it, where three neighbours on one side have two of them.
private func closePairs(_ values: [Double], _ limits: IndividualsLimits) -> [(place: Int, isUp: Bool)] {
    let near = 2.0 / 3 * 2.66 * limits.averageMovingRange
    let sides = values.map { order($0, to: limits.mean) }
    let isClose = values.map { value in
        let isBeyond = order(value, to: limits.mean + near) > 0 || order(value, to: limits.mean - near) < 0
        return isBeyond && order(value, to: limits.upper) <= 0 && order(value, to: limits.lower) >= 0
    }
    return values.indices.dropFirst(2).flatMap { last -> [(place: Int, isUp: Bool)] in
        let three = last - 2...last
        let close = three.filter { isClose[$0] }
        guard close.count >= 2, sides[last] != 0, three.allSatisfy({ sides[$0] == sides[last] }) else { return [] }
        return close.map { ($0, sides[last] > 0) }
    }
}

/// Seven points on one side of the mean; one on it ends them.
private func shifts(_ values: [Double], _ limits: IndividualsLimits) -> [(place: Int, isUp: Bool)] {
    stretches(values.map { order($0, to: limits.mean) }).filter { $0.range.count >= runLength }.flatMap { stretch in
        stretch.range.map { ($0, stretch.side > 0) }
    }
}

/// Neighbours with the same sign, those with none left out.
private func stretches(_ sides: [Int]) -> [(range: Range<Int>, side: Int)] {
    var found: [(range: Range<Int>, side: Int)] = []
    for (place, side) in sides.enumerated() where side != 0 {
        if let last = found.last, last.range.upperBound == place, last.side == side {
            found[found.count - 1].range = last.range.lowerBound..<place + 1
        } else {
            found.append((place..<place + 1, side))
        }
    }
    return found
}

/// How soon somebody must be there; nothing for grades without a target. Written out here so that the sample owes
/// nothing to the tables that it tests.
enum Targets {
    static func seconds(_ grade: Grade, isRural: Bool?) -> Int? {
        switch grade {
        case 1: isRural == true ? 1200 : 900
        case 2: 3600
        case 3: 172_800
        default: nil
        }
    }
}

/// Names sorted so that each comes after those it depends on, otherwise as given; and every circle that was found,
/// each as the path that comes back to its first name.
func inOrder(_ names: [String], dependencies: (String) -> [String]) -> (order: [String], cycles: [[String]]) {
    var order: [String] = []
    var cycles: [[String]] = []
    var done: Set<String> = []
    var path: [String] = []

    func visit(_ name: String) {
        if done.contains(name) { return }
        if let start = path.firstIndex(of: name) {
            cycles.append(path[start...] + [name])
            return
        }
        path.append(name)
        for dependency in dependencies(name) { visit(dependency) }
        path.removeLast()
        if done.insert(name).inserted { order.append(name) }
    }

    for name in names { visit(name) }
    return (order, cycles)
}

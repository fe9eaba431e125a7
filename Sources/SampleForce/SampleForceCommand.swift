import ArgumentParser

/// Writes the exports of a police force that does not exist.
@main
struct SampleForceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-force", abstract: "Writes the exports of Loamshire Police, a force that does not exist.")

    @Option(help: "The folder to write to; loamshire, second-night and bad-nights below it are replaced.")
    var out: String

    @Option(help: "How many times the usual number of calls; 14 is the size of a real force.")
    var scale = 1

    @Option(help: "Another number gives another force.")
    var seed: UInt64 = 999_101

    @Flag(help: "Without planted faults.")
    var clean = false

    func validate() throws {
        guard (1...100).contains(scale) else { throw ValidationError("--scale is a number from 1 to 100") }
        guard seed <= UInt64(Int.max) else { throw ValidationError("--seed is at most \(Int.max)") }
    }

    func run() throws {
        let tree = Tree(root: out, isSmall: scale == 1)
        var generator = try Generator(seed: seed, scale: scale, isClean: clean, tree: tree)
        try generator.run()
    }
}

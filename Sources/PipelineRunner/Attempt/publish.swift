import Compute
import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// Computes the figures of a run and renders them into a folder, which is published once it is whole.
    func publish(
        _ run: String, _ input: ComputeInput, in publication: Publication, _ material: (ComputeResult) -> RunMaterial
    ) async throws -> (material: RunMaterial, pages: PageMaterial) {
        let folder = try publication.begin(asOf: "\(input.asOf.day)", run: run)
        do {
            let files = RunFiles(in: folder)
            let renderer = try RunRenderer(input.definition, asOf: input.asOf, into: files)
            let computed = try await interruptible(request.interruption) {
                try await compute(input) { try renderer.write($0) }
            }
            log?.note("figures computed", [("rows", computed.results.count + computed.memberLines)])
            FreedMemory.giveBack()
            let material = material(computed)
            let pages = try await renderer.finish(material, jobs: request.jobs) { [history] in
                history.prepare(material)
            }
            log?.note("files rendered", [("files", files.size.files), ("bytes", files.size.bytes)])
            try request.interruption.check()
            try publication.publish(folder)
            history.confirm(run, at: utcText(System.now))
            return (material, pages)
        } catch {
            history.forget()
            publication.abandon(folder)
            throw error
        }
    }
}

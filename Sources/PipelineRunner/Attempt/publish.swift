import Compute
import Definitions
import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// Computes the figures of a run and renders them into a folder, which is published once it is whole. The rows of the
    /// input go as soon as they are counted.
    func publish(
        _ run: String, of definition: PipelineDefinition, asOf: AsOf, _ input: HandedOver<ComputeInput>,
        in publication: Publication, _ material: (ComputeResult) -> RunMaterial
    ) async throws -> (material: RunMaterial, pages: PageMaterial) {
        let folder = try publication.begin(asOf: "\(asOf.day)", run: run)
        do {
            let files = RunFiles(in: folder)
            let renderer = try RunRenderer(definition, asOf: asOf, into: files)
            let computed = try await interruptible(request.interruption) {
                try await compute(input.take()) { try renderer.write($0) }
            }
            log?.note("figures computed", [("rows", computed.results.count + computed.memberLines)])
            FreedMemory.giveBackLarge()
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

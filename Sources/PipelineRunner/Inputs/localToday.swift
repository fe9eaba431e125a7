package import Definitions
import RunStore
package import Tables

/// The day that it is where the force is.
package func localToday(of definition: PipelineDefinition) throws(Diagnostic) -> CivilDate {
    try readZone(definition.timeZone).day(System.now)
}

import Dispatch
import Glibc
import PipelineRunner
import RunStore

/// Turns SIGINT and SIGTERM into an interruption for as long as the returned value lives; a second one ends at once.
func watchSignals(_ interruption: Interruption) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { signal in
        System.ignore(signal: signal)
        let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
        source.setEventHandler {
            if interruption.signal != nil { _exit(128 + signal) }
            interruption.interrupt(signal: signal)
        }
        source.resume()
        return source
    }
}

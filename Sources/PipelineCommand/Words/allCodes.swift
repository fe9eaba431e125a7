import Compute
import Definitions
import Expressions
import Ingest
import PipelineRunner
import Tables

/// Every code that a message can carry, with its explanation.
let allCodes: [CodeExplanation] = (expressionCodes + definitionCodes + ingestCodes + computeCodes + runnerCodes).sorted
{
    $0.code < $1.code
}

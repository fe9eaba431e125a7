import Compute
import Definitions
import Expressions
import Ingest
import PipelineRunner
import SQLPrinting
import Tables

/// Every code that a message can carry, with its explanation.
let allCodes: [CodeExplanation] =
    (expressionCodes + definitionCodes + ingestCodes + computeCodes + sqlCodes + runnerCodes).sorted {
        $0.code < $1.code
    }

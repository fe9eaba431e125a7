/// Counts the figures of first contact that a log takes part in.
func countFirstContact(of facts: LogFacts, in figures: inout Figures) {
    guard facts.isCounted else { return }
    let log = facts.log
    let month = Month(of: facts.received)
    if log.origin.isPublic {
        figures.share("C19", month, log.thrive != nil)
        if let thrive = log.thrive {
            figures.share("C20", month, thrive <= facts.firstAssigned ?? (log.created + 600))
        }
    }
    let questions = log.questions
    figures.share("C21", month, questions.vulnerabilityAsked != nil)
    if questions.vulnerabilityAsked == true, let isVulnerable = questions.isVulnerable {
        figures.share("C21.flagged", month, isVulnerable)
    }
    if log.code.hasVictim { figures.share("C22", month, questions.repeatChecked == true) }
    if log.code.isCrime {
        figures.share("C23", month, questions.prevention == true || questions.preservation == true)
    }
}

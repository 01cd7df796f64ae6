import { step } from '../tracing/step'

/** The check that what is said stands in what is cited, as an evaluation of the sentences that were proposed. */
export const groundingStep = <T>(proposed: number, check: () => T, keptOf: (checked: T) => number): T =>
  step('ground', ({ event }) => {
    const checked = check()
    const kept = keptOf(checked)
    event('gen_ai.evaluation.result', {
      'gen_ai.evaluation.name': 'groundedness',
      'gen_ai.evaluation.score.label': kept === proposed ? 'pass' : 'fail',
      'gen_ai.evaluation.score.value': proposed === 0 ? undefined : kept / proposed,
    })
    return checked
  })

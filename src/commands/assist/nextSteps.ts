import { policyFor } from '../../answer/byPolicy'
import type { Resolution } from '../../answer/types'
import { numberedIn, stepsIn } from '../../handover/assist'
import type { RankedPassage } from '../../retrieval/types'

/** What a colleague may do next, and the text that says so; null where it is a suggestion of Vouch's own. */
export interface NextStep {
  text: string
  from: { document: RankedPassage['document']; version: number; releaseId: string } | null
}

/** Further down, a text is found for its words and not for what is asked. */
const NEAR = 3

/**
 * The steps of the nearest procedure for colleagues, then those that fit why a person is needed; where there is neither, what the
 * nearest text numbers.
 */
export function nextStepsOf({
  considered,
  decision,
  escalatedBy,
}: Pick<Resolution, 'considered' | 'decision' | 'escalatedBy'>): NextStep[] {
  const near = considered.slice(0, NEAR)
  const standing = decision.outcome === 'escalated' ? (escalatedBy?.policy ?? policyFor(decision)).steps : []
  const steps = [
    ...firstListIn(near.filter(isForColleagues), stepsIn),
    ...standing.map((text) => ({ text, from: null })),
  ]
  return steps.length > 0 ? steps : firstListIn(near, numberedIn)
}

function firstListIn(passages: readonly RankedPassage[], listIn: (text: string) => string[]): NextStep[] {
  for (const { text: markdown, document, version, releaseId } of passages) {
    const steps = listIn(markdown)
    if (steps.length > 0) return steps.map((text) => ({ text, from: { document, version, releaseId } }))
  }
  return []
}

function isForColleagues({ audience }: RankedPassage): boolean {
  return audience === 'agent' || audience === 'internal'
}

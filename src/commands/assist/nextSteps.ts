import { policyFor } from '../../answer/byPolicy'
import type { Resolution } from '../../answer/types'
import { stepsIn } from '../../handover/assist'
import type { RankedPassage } from '../../retrieval/types'

/** What a colleague may do next, and the text that says so; null where it is a suggestion of Vouch's own. */
export interface NextStep {
  text: string
  from: { document: RankedPassage['document']; version: number; releaseId: string } | null
}

/** Further down, a text is found for its words and not for what is asked. */
const NEAR = 3

/** The steps of the nearest procedure for colleagues, else of the nearest text; where nothing lists steps, those that fit why a person is needed. */
export function nextStepsOf({
  considered,
  decision,
  escalatedBy,
}: Pick<Resolution, 'considered' | 'decision' | 'escalatedBy'>): NextStep[] {
  const near = considered.slice(0, NEAR)
  for (const passage of [...near.filter(isForColleagues), ...near]) {
    const steps = stepsIn(passage.text)
    if (!steps.length) continue
    const { document, version, releaseId } = passage
    return steps.map((text) => ({ text, from: { document, version, releaseId } }))
  }
  if (decision.outcome !== 'escalated') return []
  const { steps } = escalatedBy?.policy ?? policyFor(decision)
  return steps.map((text) => ({ text, from: null }))
}

function isForColleagues({ audience }: RankedPassage): boolean {
  return audience === 'agent' || audience === 'internal'
}

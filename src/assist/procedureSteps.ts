import { readUnits } from '../answer/units/readUnits'
import { stripMarkdown } from '../answer/markdown'
import type { RankedPassage } from '../retrieval/types'
import type { NextStep } from './types'

/** Passages that are looked at for a procedure: what stands lower is about something else more often than not. */
const LOOKED_AT = 3
const MOST_STEPS = 8

/**
 * What the procedure that comes nearest says to do, step by step, with the text that says so. Of texts for colleagues first: a
 * list in a text for customers tells the customer what to do.
 */
export function procedureSteps(passages: readonly RankedPassage[]): NextStep[] {
  const nearest = passages.slice(0, LOOKED_AT).filter(({ audience }) => isForColleagues(audience))
  for (const passage of nearest) {
    const steps = stepsIn(passage)
    if (steps.length > 0) return steps
  }
  return []
}

const isForColleagues = (audience: RankedPassage['audience']): boolean =>
  audience === 'agent' || audience === 'internal'

function stepsIn({ text, locale, document, releaseId, headingPath }: RankedPassage): NextStep[] {
  const source = { title: document.title, releaseId, headingPath }
  return readUnits(text, locale)
    .filter(({ kind }) => kind === 'step' || kind === 'item')
    .slice(0, MOST_STEPS)
    .map(({ start, end }) => ({ text: withoutNumber(stripMarkdown(text.slice(start, end))), source }))
    .filter((step) => step.text !== '')
}

/** Their place in the list is shown by the list. */
const withoutNumber = (text: string): string => text.replace(/^\s*(?:\d{1,3}[.)]|[-*+])\s+/, '').trim()

import { analyze, LANGUAGES, languageOf } from '../../retrieval/analyze'
import { addUsage } from '../chat/usage'
import type { Dropped, Grounded } from '../grounding/ground'
import { PROMPTS } from './prompt'
import type { Generation, Writing } from './types'

interface Looked {
  grounded: Grounded[]
  dropped: Dropped[]
  generation: Generation
}

/**
 * Drops the sentences that a second judge does not find in their evidence, where there is one. Without one, and in
 * another language than the customer's, no translated sentence is left.
 * @throws {ChatError} when the judge is not available: what should be looked at twice is not given after one look.
 */
export const secondLook = async (
  { grounded, dropped }: { grounded: Grounded[]; dropped: Dropped[] },
  o: {
    writing: Writing
    locale: string
    withinMs: number
    signal?: AbortSignal | undefined
    generation: Generation
  },
): Promise<Looked> => {
  const { entailment } = o.writing
  const readable = grounded.filter(
    ({ text, translated }) => !translated || (entailment && isIn(text, o.locale)),
  )
  const foreign = grounded
    .filter((each) => !readable.includes(each))
    .map(({ text }) => ({ text, fault: 'language' as const }))
  if (!entailment || readable.length === 0)
    return { grounded: readable, dropped: [...dropped, ...foreign], generation: o.generation }
  const pairs = readable.map(({ text, evidence }) => ({
    premise: [...new Set(evidence.map((each) => `${each.passage.document.title}: ${each.text}`))].join('\n'),
    claim: text,
  }))
  const { entailed, usage } = await entailment.judge(pairs, { withinMs: o.withinMs, signal: o.signal })
  const denied = readable
    .filter((_, i) => !entailed[i])
    .map(({ text }) => ({ text, fault: 'not_entailed' as const }))
  return {
    grounded: readable.filter((_, i) => entailed[i]),
    dropped: [...dropped, ...foreign, ...denied],
    generation: {
      ...o.generation,
      entailment: entailment.id,
      prompts: [...o.generation.prompts, PROMPTS.entailment],
      usage: addUsage(o.generation.usage, usage),
    },
  }
}

/** Whether a text is in this language rather than another of ours: it has the most of its small words. */
const isIn = (text: string, locale: string): boolean => {
  const left = (language: (typeof LANGUAGES)[number]) => analyze(text, language).length
  return left(languageOf(locale)) <= Math.min(...LANGUAGES.map(left))
}

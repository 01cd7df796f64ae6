import type { AskedPart } from './askPart'
import { numberOf } from './compose'
import type { Citation, Decision, Sentence } from './types'

type Answered = Extract<Decision, { outcome: 'answered' }>

/**
 * One decision for a turn that asked several things: what is for a person goes there; else what is answered is said, together,
 * and that something else is not. Null where no part is answered.
 */
export function joinParts(parts: readonly AskedPart[]): AskedPart | null {
  const escalated = parts.find(({ decision }) => decision.outcome === 'escalated')
  if (escalated) return escalated
  const answered = parts.flatMap(({ decision }) => (decision.outcome === 'answered' ? [decision] : []))
  const [first] = answered
  const part = parts.find(({ decision }) => decision === first)
  if (!first || !part) return parts.find(isDeclined) ?? null
  return {
    ...part,
    decision: {
      ...joined(answered),
      mode: first.mode,
      confidence: Math.min(...answered.map(({ confidence }) => confidence)),
      ...(answered.length < parts.length && { partly: true }),
    },
    passages: [
      ...new Map(parts.flatMap(({ passages }) => passages).map((each) => [each.chunkId, each])).values(),
    ],
    degraded: [...new Set(parts.flatMap(({ degraded }) => degraded))],
  }
}

/** A text says that there is no advice on it: that is told, where nothing else is. */
const isDeclined = ({ decision }: AskedPart): boolean =>
  decision.outcome === 'refused' && decision.reason === 'not_advised'

/** Sentences one after the other, each said once; citations are numbered anew. */
function joined(answers: readonly Answered[]): Pick<Answered, 'outcome' | 'sentences' | 'citations'> {
  const citations: Citation[] = []
  const sentences: Sentence[] = []
  for (const answer of answers) {
    const numbers = new Map(
      answer.citations.map((citation) => [citation.number, numberOf(citations, citation)]),
    )
    for (const { text, citations: cited } of answer.sentences)
      if (!sentences.some((said) => said.text === text))
        sentences.push({ text, citations: cited.flatMap((number) => numbers.get(number) ?? []) })
  }
  return { outcome: 'answered', sentences, citations }
}

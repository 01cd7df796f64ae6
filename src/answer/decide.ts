import type { RankedPassage } from '../retrieval/types'
import type { RiskTier } from '../vocabulary'
import type { Calibration } from './calibration'
import { findClarification } from './clarify'
import { compose, type Quotation } from './compose'
import { confidenceOf } from './confidence'
import { findConflict } from './conflict'
import type { Features } from './features'
import { ground } from './ground'
import { approvedNonAnswer } from './nonAnswer'
import type { Reading } from './reader/types'
import { readByWords } from './reader/words/read'
import { topicForPeople } from './topicForPeople'
import type { Decision } from './types'
import { groundingStep } from './groundingStep'

/** What to do with the passages that were found. Pure: same passages, same decision. */
export const decide = (o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
  calibration: Calibration
  /** What a reader made of the passages; the words are read where there is none. */
  reading?: Reading | undefined
}): { decision: Decision; features: Features } => {
  const reading = o.reading ?? readByWords({ ...o, vectors: null })
  const proposed = compose({ ...o, reading })
  const quotation = groundingStep(
    proposed.sentences.length,
    () => ground(proposed),
    (kept) => kept.sentences.length,
  )
  const quoted = {
    text: quotation.sentences.map(({ text }) => text).join(' '),
    chunkIds: quotation.citations.map(({ chunkId }) => chunkId),
  }
  const { probability, features } = confidenceOf({ ...o, quoted, answered: reading.answered })
  return { decision: decisionAt(probability, quotation, o), features }
}

/** From here on, or from where an answer is given, the texts are taken to speak of what was asked: what they say must agree. */
const MORE_LIKELY_THAN_NOT = 0.5

type Input = Parameters<typeof decide>[0]

const decisionAt = (confidence: number, quotation: Quotation, o: Input): Decision => {
  const { passages, calibration } = o
  const reserved = topicForPeople(o)
  if (reserved) return reservedFor(reserved, confidence)
  if (passages.length === 0 || confidence < calibration.noCoverage)
    return { outcome: 'refused', reason: 'no_coverage', confidence }
  const clarification = findClarification(o)
  if (clarification)
    return { outcome: 'clarify', question: o.question, options: clarification.options, confidence }
  if (quotation.sentences.length === 0) return { outcome: 'refused', reason: 'unsupported', confidence }
  const quoted = quotedPassages(quotation, passages)
  const insufficient: Decision = { outcome: 'refused', reason: 'insufficient', confidence }
  // What contradicts itself is a person's to know of, however sure an answer to this question must be.
  const speaksOfIt = confidence >= Math.min(MORE_LIKELY_THAN_NOT, calibration.thresholds.standard)
  const conflict = speaksOfIt ? conflictOf({ ...o, confidence }) : null
  if (conflict) return conflict
  if (confidence < thresholdOf(quoted, calibration)) return insufficient
  const topic = quoted.find(({ topic }) => topic?.escalate)?.topic
  if (topic) return reservedFor(topic, confidence)
  return (
    approvedNonAnswer(quotation, { passages, confidence }) ?? {
      outcome: 'answered',
      mode: 'quoted',
      ...quotation,
      confidence,
    }
  )
}

/** A person's turn, where two of the passages say the same thing otherwise. */
export const conflictOf = (
  o: Pick<Input, 'question' | 'passages' | 'locale'> & { confidence: number },
): Decision | null => {
  const conflict = findConflict(o)
  if (!conflict) return null
  const sides = conflict.sides.map(
    ({ document, fact, sentence }) => `${document.title}: ${fact} (“${sentence}”)`,
  )
  return escalated('conflict', sides.join('; '), o.confidence)
}

const escalated = (
  reason: 'sensitive_topic' | 'conflict',
  evidence: string,
  confidence: number,
): Extract<Decision, { outcome: 'escalated' }> => ({
  outcome: 'escalated',
  reason,
  evidence,
  urgency: 'normal',
  confidence,
})

const reservedFor = (topic: NonNullable<RankedPassage['topic']>, confidence: number): Decision => ({
  ...escalated('sensitive_topic', `topic: ${topic.name}`, confidence),
  topic: { name: topic.name, queue: topic.queue },
})

const quotedPassages = ({ citations }: Quotation, passages: readonly RankedPassage[]): RankedPassage[] =>
  passages.filter(({ chunkId }) => citations.some((citation) => citation.chunkId === chunkId))

/** The strictest threshold of the tiers that would be quoted. */
const thresholdOf = (quoted: readonly RankedPassage[], { thresholds }: Calibration): number =>
  Math.max(thresholds.standard, ...quoted.map(({ riskTier }: { riskTier: RiskTier }) => thresholds[riskTier]))

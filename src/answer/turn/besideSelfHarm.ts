import { EVIDENCE_ENDS } from '../severity'
import type { Decision } from '../types'
import type { ReadTurn } from './turnDecision'

/** Where a model names no threshold of its own for it. */
const BELIEVED = 0.2
/** Of what makes it believed, so much makes it possible of somebody who speaks of themselves. */
const POSSIBLE = 0.5

/**
 * A turn that goes to a person for something else, or for nothing that has a name, where it may be despair too (“I can't do this
 * any more”, after a question about a product): who says so is told of the person and of the line to call. In context hardly any
 * despair is read, so the turn alone counts; what speaks of a thing only (“it won't do it any more”) excludes it.
 */
export function besideSelfHarm(decision: Decision, question: string, read: ReadTurn | null): Decision {
  if (decision.outcome !== 'escalated' || decision.about === 'self_harm' || !read?.byMeaning) return decision
  const probability = read.found.find(({ label }) => label === 'self_harm')?.probability ?? 0
  if (probability < leastFor(question, read.thresholds.labels.self_harm ?? BELIEVED)) return decision
  return {
    ...decision,
    beside: 'self_harm',
    urgency: 'high',
    evidence: [decision.evidence, `may be: self-harm (${probability.toFixed(2)})`].join(EVIDENCE_ENDS),
  }
}

/** From where on it is possible: sooner of oneself, and never of a thing alone. */
function leastFor(question: string, believed: number): number {
  if (SPEAKS_OF_SELF.test(question)) return believed * POSSIBLE
  return SPEAKS_OF_A_THING.test(question) ? Infinity : believed
}

const SPEAKS_OF_SELF =
  /(?<!\p{L})(?:i|im|ive|id|ill|me|my|myself|mine|ich|mir|mich|mein\p{L}*|je|j|moi|me|mon|ma|mes|yo|mí|mi|mis|conmigo)(?!\p{L})|(?<!\p{L})no (?:puedo|quiero|aguanto)(?!\p{L})/iu
/** Its subject is a thing. */
const SPEAKS_OF_A_THING =
  /^[^\p{L}]*(?:(?:and|but|so|ok(?:ay)?|no|nope|yes|well|sorry|und|aber|et|mais|y|pero) ?,? )*(?:it|it's|its|that|that's|thats|this|they|these|those|the \p{L}+|der|die|das|es|dies\p{L}*|ça|cela|il|elle|le|la|les|eso|esto|el)(?!\p{L})/iu

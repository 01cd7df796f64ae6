import { labelOf, policyFor } from '../answer/byPolicy'
import type { Resolution, Turn } from '../answer/types'
import type { EscalationLabel } from '../escalation/policy'
import type { EscalationReason, EscalationRole, Urgency } from '../vocabulary'
import { detailsIn, type Detail } from './details'
import { redact, type Redacted } from './redact'
import { sentimentOf, type Sentiment } from './sentiment'
import { urgencyOf } from './urgency'
import { teamFor, type Teams } from './teamFor'

/** All that a person needs to take over without asking the customer again. Secrets are redacted everywhere in it. */
export interface HandoverPackage {
  reason: EscalationReason
  /** What it is about, more closely than the reason tells: danger, health, fraud… */
  label: EscalationLabel
  /** Whether a person takes over, or answers with the bot’s help. */
  role: EscalationRole
  /** What in the turn led here. */
  evidence: string
  /** What the customer seems to want, in their words: the last turn that says something. */
  intent: { summary: string; topic: string | null }
  details: Detail[]
  transcript: { role: 'user' | 'assistant'; content: string }[]
  /** What the bot has already told the customer, so that nobody says it again. */
  tried: string[]
  considered: { chunkId: string; title: string; headingPath: string[]; text: string; score: number }[]
  sentiment: Sentiment
  nextSteps: string[]
  queue: string | null
  urgency: Urgency
  redacted: Redacted['found']
}

/** Passages worth a colleague's time. */
const PASSAGES = 3
const MIN_WORDS_OF_INTENT = 4

/** The context package for an escalated turn. Pure; null when the resolution was not escalated. */
export const buildHandover = (o: {
  turn: Turn
  resolution: Resolution
  teams: Teams
}): HandoverPackage | null => {
  const { turn, resolution } = o
  const { decision, considered } = resolution
  if (decision.outcome !== 'escalated') return null
  const messages = [...turn.messages, { role: 'user' as const, content: turn.question }]
  const redactions = messages.map(({ content }) => redact(content))
  const transcript = messages.map(({ role }, i) => ({ role, content: redactions[i]?.text ?? '' }))
  const said = transcript.filter(({ role }) => role === 'user').map(({ content }) => content)
  const sentiment = sentimentOf(said)
  const escalatedBy = resolution.escalatedBy ?? { policy: policyFor(decision), at: turn.at }
  const { queue, topic } = teamFor(decision, { considered, teams: o.teams, escalatedBy })
  return {
    reason: decision.reason,
    label: labelOf(decision),
    role: escalatedBy.policy.role,
    evidence: redact(decision.evidence).text,
    intent: { summary: intentOf(said), topic },
    details: detailsIn(said),
    transcript,
    tried: transcript.filter(({ role }) => role === 'assistant').map(({ content }) => content),
    considered: considered.slice(0, PASSAGES).map(({ chunkId, document, headingPath, text, score }) => ({
      chunkId,
      title: document.title,
      headingPath,
      text,
      score,
    })),
    sentiment,
    nextSteps: [...(escalatedBy.beside?.steps ?? []), ...escalatedBy.policy.steps],
    queue,
    urgency: urgencyOf(decision.urgency, sentiment),
    redacted: [...new Set(redactions.flatMap(({ found }) => found))],
  }
}

/** The last thing said that is long enough to be about something; "agent please" is not what it is about. */
const intentOf = (said: readonly string[]): string => {
  const telling = said.filter((text) => text.split(/\s+/).length >= MIN_WORDS_OF_INTENT)
  return (telling.at(-1) ?? said.at(-1) ?? '').slice(0, 300)
}

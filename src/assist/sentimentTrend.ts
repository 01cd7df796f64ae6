import { sentimentOf, type Sentiment } from '../handover/sentiment'
import type { LiveMessage, SentimentTrend } from './types'

/** Messages of the customer that say how they sound now. */
const NOW = 2

const RANK: Readonly<Record<Sentiment['label'], number>> = { calm: 0, upset: 1, angry: 2 }

/** How the customer sounds in their last messages, and against how they sounded before. */
export function sentimentTrend(messages: readonly LiveMessage[]): SentimentTrend {
  const said = messages.flatMap(({ role, content }) => (role === 'customer' ? [content] : []))
  const now = sentimentOf(said.slice(-NOW))
  const before = said.length > NOW ? strongestOf(said.slice(0, -NOW)) : now.label
  const difference = RANK[now.label] - RANK[before]
  return {
    now: now.label,
    change: difference > 0 ? 'worse' : difference < 0 ? 'better' : 'same',
    why: now.why,
  }
}

/** Of as many messages at a time as “now” is read from: many mild words over an hour are not anger. */
function strongestOf(said: readonly string[]): Sentiment['label'] {
  let strongest: Sentiment['label'] = 'calm'
  for (let at = 0; at < said.length; at += NOW) {
    const { label } = sentimentOf(said.slice(at, at + NOW))
    if (RANK[label] > RANK[strongest]) strongest = label
  }
  return strongest
}

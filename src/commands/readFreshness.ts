import type { Payload } from 'payload'
import { hasLeft } from '../records/hasLeft'
import { freshnessOf, type Shares, type SharesOf } from '../governance/freshness'
import type { GovernedCollection } from '../vocabulary'
import { readTextsInForce, type TextInForce } from './textsInForce'

type Named = Shares & { id: string | null; name: string }

export interface OverdueText {
  collection: GovernedCollection
  id: string
  title: string
  version: number
  /** ISO 8601; null when it was never verified. */
  reviewAt: string | null
  topic: string
  owner: { id: string; name: string } | null
}

export interface FreshnessReport {
  /** ISO 8601. */
  at: string
  overall: Shares
  topics: Named[]
  owners: Named[]
  /** The longest overdue first. */
  overdue: OverdueText[]
}

/** How much of what bots answer from someone still vouches for, by topic and by owner. @param now epoch ms. */
export const readFreshness = async (payload: Payload, now = Date.now()): Promise<FreshnessReport> => {
  const texts = await readTextsInForce(payload, { now })
  const names = await readNames(payload)
  const { overall, topics, owners } = freshnessOf(texts)
  return {
    at: new Date(now).toISOString(),
    overall,
    topics: topics.map((shares) => named(shares, names, 'No topic')),
    owners: owners.map((shares) => named(shares, names, 'No owner')),
    overdue: texts
      .filter(({ verification }) => verification === 'overdue')
      .map((text) => overdueText(text, names)),
  }
}

type Names = ReadonlyMap<string, string>

const named = (shares: SharesOf, names: Names, none: string): Named => ({
  ...shares,
  name: shares.id ? (names.get(shares.id) ?? 'Unknown') : none,
})

const overdueText = (
  { collection, id, title, version, reviewAt, topic, owner }: TextInForce,
  names: Names,
): OverdueText => ({
  collection,
  id,
  title,
  version,
  reviewAt,
  topic: topic ? (names.get(topic) ?? 'Unknown') : 'No topic',
  owner: owner ? { id: owner, name: names.get(owner) ?? 'Unknown' } : null,
})

const readNames = async (payload: Payload): Promise<Names> => {
  const all = { depth: 0, pagination: false } as const
  const { docs: topics } = await payload.find({ collection: 'topics', ...all })
  const { docs: users } = await payload.find({ collection: 'users', ...all })
  return new Map([
    ...topics.map(({ id, name }) => [id, name] as const),
    ...users.map((user) => [user.id, hasLeft(user) ? `${user.name} (has left)` : user.name] as const),
  ])
}

import type { Verification } from './verification'

/** How many texts in force there are, and how many of them someone still vouches for. */
export interface Shares {
  texts: number
  verified: number
  due: number
  overdue: number
}

export interface Vouched {
  /** Ids; null for none. */
  topic: string | null
  owner: string | null
  verification: Verification
}

export type SharesOf = Shares & { id: string | null }

export interface Freshness {
  overall: Shares
  /** Whatever has most overdue comes first, then most due. */
  topics: SharesOf[]
  owners: SharesOf[]
}

/** Counts texts in force by how fresh they are: all, by topic and by owner. Pure. */
export const freshnessOf = (texts: readonly Vouched[]): Freshness => ({
  overall: sharesOf(texts),
  topics: groupedBy(texts, ({ topic }) => topic),
  owners: groupedBy(texts, ({ owner }) => owner),
})

const groupedBy = (texts: readonly Vouched[], keyOf: (text: Vouched) => string | null): SharesOf[] => {
  const groups = new Map<string | null, Vouched[]>()
  for (const text of texts) {
    const group = groups.get(keyOf(text))
    if (group) group.push(text)
    else groups.set(keyOf(text), [text])
  }
  return [...groups]
    .map(([id, own]) => Object.assign(sharesOf(own), { id }))
    .toSorted((a, b) => b.overdue - a.overdue || b.due - a.due || b.texts - a.texts)
}

const sharesOf = (texts: readonly Vouched[]): Shares => {
  const count = (wanted: Verification) => texts.filter(({ verification }) => verification === wanted).length
  return { texts: texts.length, verified: count('verified'), due: count('due'), overdue: count('overdue') }
}

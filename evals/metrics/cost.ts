/** What a remote model was asked for, as it counts it. */
interface Usage {
  requests: number
  tokens: number
}

export interface Cost extends Usage {
  tokensPerQuestion: number | null
}

/** What a run cost at a remote model, from its counts before and after; null where nothing is remote. */
export const costOf = (o: {
  before: Usage | undefined
  after: Usage | undefined
  questions: number
}): Cost | null => {
  if (!o.before || !o.after) return null
  const tokens = o.after.tokens - o.before.tokens
  return {
    requests: o.after.requests - o.before.requests,
    tokens,
    tokensPerQuestion: o.questions ? tokens / o.questions : null,
  }
}

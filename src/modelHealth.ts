import { z } from 'zod'
import type { ChatModel } from './answer/chat/types'
import { sentenceOf } from './errors'
import type { Deps } from './deps'
import type { DependencyState } from './dependencyState'
import type { Reranker } from './retrieval/types'
import { withinTime } from './answer/withinTime'

/** A tiny question, which tells that there is somebody who answers in the shape that is asked for. */
const TINY = {
  system: 'You say that you are there.',
  user: 'Are you there? Reply {"ok":true}.',
  schema: z.strictObject({ ok: z.boolean() }),
  schemaName: 'ok',
  maxTokens: 200,
}

/** Asks a language model something tiny. Never throws. */
const probeChat = (chat: ChatModel, withinMs: number): Promise<DependencyState> =>
  probe(`${chat.id} answers`, withinMs, () => chat.complete({ ...TINY, withinMs }))

/** Asks a reranker to score two words. Never throws. */
const probeReranker = (reranker: Reranker, withinMs: number): Promise<DependencyState> =>
  probe(`${reranker.id} scores`, withinMs, () => reranker.score('apple', ['apple', 'stone']))

const probe = async (
  detail: string,
  withinMs: number,
  ask: () => Promise<unknown>,
): Promise<DependencyState> => {
  const started = performance.now()
  try {
    await withinTime(ask, withinMs)
    return { state: 'ok', detail: `${detail} in ${Math.round(performance.now() - started)} ms` }
  } catch (error) {
    // Answers are given without: a quotation, the order of the search.
    return { state: 'degraded', detail: sentenceOf(error) ?? `no answer within ${withinMs} ms` }
  }
}

type ModelStates = Partial<Record<'languageModel' | 'judge' | 'reranker', DependencyState>>

/** What there is of models at servers, each asked something tiny, all at once. */
export async function checkModels(
  { languageModels: { chat, entailment }, reranker }: Pick<Deps, 'languageModels' | 'reranker'>,
  withinMs: number,
): Promise<ModelStates> {
  const pairs = [{ premise: 'The shop is open.', claim: 'The shop is open.' }]
  const [languageModel, judge, ranks] = await Promise.all([
    chat && probeChat(chat, withinMs),
    entailment && probe(`${entailment.id} judges`, withinMs, () => entailment.judge(pairs, { withinMs })),
    reranker && probeReranker(reranker, withinMs),
  ])
  return {
    ...(languageModel && { languageModel }),
    ...(judge && { judge }),
    ...(ranks && { reranker: ranks }),
  }
}

const EVERY_MS = 60_000

/**
 * A check that is made once a minute at the most, and that nobody waits for longer than `patienceMs`: whoever looks is told
 * what it found last, null before it has found anything. What orchestrates servers asks every few seconds.
 */
export function remembered<T>(
  check: () => Promise<T>,
  o: { patienceMs: number; everyMs?: number; now?: () => number },
): () => Promise<T | null> {
  const { patienceMs, everyMs = EVERY_MS, now = Date.now } = o
  let last: T | null = null
  let begun: { at: number; ended: Promise<void> } | null = null
  return async () => {
    if (!begun || now() - begun.at >= everyMs)
      begun = { at: now(), ended: check().then((found) => void (last = found)) }
    await withinTime(() => begun!.ended, last === null ? patienceMs : 0).catch(() => {})
    return last
  }
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ChatError } from '../../errors'
import type { RankedPassage } from '../../retrieval/types'
import type { ChatModel, ChatUsage } from '../chat/types'
import { addUsage } from '../chat/usage'
import type { Budget } from '../withinTime'
import { charactersFor, fitPassages, sizeOf } from './fitPassages'
import { answerPrompt } from './prompt'
import type { Writing } from './types'

const ProposalSchema = z.strictObject({
  sufficient: z.boolean(),
  missing: z.string(),
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      quotes: z.array(z.strictObject({ passage: z.string(), quote: z.string() })),
    }),
  ),
})
/** What a model says of the passages, and would answer from them. */
export type Proposal = z.infer<typeof ProposalSchema>

/** An answer of a few sentences with their quotes. */
const MAX_TOKENS = 900
/** A prompt that was too long is tried again with half of the passages, so often. */
const MOST_CUTS = 2
/** Of the time there is, when a second look follows. */
const WRITING_SHARE = 0.6

/** Tokens so far, also when what comes next fails. */
export interface Spent {
  usage: ChatUsage
}

export interface ProposeInput {
  question: string
  locale: string
  writing: Writing
  /** Best first; what may be told. */
  allowed: readonly RankedPassage[]
  chat: ChatModel
  withinMs: number
  signal?: AbortSignal | undefined
  spent: Spent
}

/** A proposal from as many of the passages as the model takes; a server tells only by refusing where its setting is not told. */
export async function propose(
  o: ProposeInput,
  budget: Budget,
): Promise<{ value: Proposal; passages: ReadonlyMap<string, RankedPassage> }> {
  let characters = charactersFor({
    contextTokens: o.chat.limits?.contextTokens,
    replyTokens: o.chat.limits?.maxTokens ?? MAX_TOKENS,
    prompt:
      Object.values(promptFor(o, new Map())).join('\n') + JSON.stringify(z.toJSONSchema(ProposalSchema)),
    passages: o.allowed,
  })
  for (let cut = 0; ; cut++) {
    const shown = numbered(fitPassages(o.allowed, { question: o.question, characters }))
    if (shown.size === 0)
      throw new ChatError(`${o.chat.id} has no room for a passage.`, { fault: 'too_long' })
    try {
      const value = await ask(o, shown, budget.left())
      return { value, passages: whole(shown, o.allowed) }
    } catch (error) {
      if (!(error instanceof ChatError) || error.fault !== 'too_long' || cut === MOST_CUTS) throw error
      characters = sizeOf(shown.values()) / 2
    }
  }
}

const numbered = (passages: readonly RankedPassage[]): Map<string, RankedPassage> =>
  new Map(passages.map((passage, i) => [`P${i + 1}`, passage]))

/** Quotes are looked for in the passages as they are signed, not as they were cut. */
const whole = (shown: ReadonlyMap<string, RankedPassage>, allowed: readonly RankedPassage[]) =>
  new Map(
    Array.from(shown, ([id, cut]) => [id, allowed.find(({ chunkId }) => chunkId === cut.chunkId) ?? cut]),
  )

const promptFor = (
  { question, locale, writing }: ProposeInput,
  passages: ReadonlyMap<string, RankedPassage>,
) => answerPrompt({ question, passages, locale, tone: writing.tone, nonce: randomUUID() })

const ask = async (
  o: ProposeInput,
  passages: ReadonlyMap<string, RankedPassage>,
  withinMs: number,
): Promise<Proposal> => {
  const { value, usage } = await o.chat.complete({
    ...promptFor(o, passages),
    schema: ProposalSchema,
    schemaName: 'answer',
    maxTokens: o.chat.limits?.maxTokens ?? MAX_TOKENS,
    withinMs: o.writing.entailment ? withinMs * WRITING_SHARE : withinMs,
    signal: o.signal,
  })
  o.spent.usage = addUsage(o.spent.usage, usage)
  return value
}

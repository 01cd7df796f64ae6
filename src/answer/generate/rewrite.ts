import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { languageOf } from '../../retrieval/analyze'
import type { ChatModel } from '../chat/types'
import { contentOf } from '../grounding/words'
import { namedThings, shareAbsent } from '../named'
import { leansOnHistory } from '../rewrite'
import { termsOf } from '../terms'
import { injection } from '../triggers/injection'
import type { Message, Turn } from '../types'
import { rewritePrompt } from './prompt'

const RewrittenSchema = z.strictObject({ question: z.string() })
const MAX_TOKENS = 120
const MAX_CHARACTERS = 300
/** The turns that a follow-up may point back to, and how much of each is shown. */
const TURNS_SHOWN = 6
const CHARACTERS_SHOWN = 500

/** Whether a turn needs its conversation to be understood. */
export const isFollowUp = ({ question, messages, locale }: Turn): boolean =>
  messages.length > 0 && leansOnHistory(question, locale)

/**
 * A follow-up question in words that stand alone, by a language model; null when what it made of it cannot be trusted.
 * @throws {ChatError} when there is none in time.
 */
export const rewriteByModel = async (
  turn: Turn,
  { chat, withinMs, signal }: { chat: ChatModel; withinMs: number; signal?: AbortSignal | undefined },
) => {
  const messages = turn.messages
    .slice(-TURNS_SHOWN)
    .map(({ role, content }) => ({ role, content: content.slice(0, CHARACTERS_SHOWN) }))
  const { value, usage } = await chat.complete({
    ...rewritePrompt({ question: turn.question, messages, nonce: randomUUID() }),
    schema: RewrittenSchema,
    schemaName: 'question',
    maxTokens: MAX_TOKENS,
    withinMs,
    signal,
  })
  const question = value.question.trim()
  const faithful = isFaithful(question, turn, messages) && saysMore(question, turn)
  return { question: faithful ? question : null, usage }
}

/**
 * Whether a rewritten question is one: it has what the follow-up newly asks, at least half of it, and more than the
 * follow-up alone. The follow-up given back, or an earlier question, in whatever small words, is none.
 */
const saysMore = (rewritten: string, { question, messages, locale }: Turn): boolean => {
  const said = termsOf(rewritten, locale)
  const asked = termsOf(question, locale)
  if ([...said].every((term) => asked.has(term))) return false
  const earlier = messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => termsOf(content, locale))
  if (earlier.some((terms) => isSame(terms, said))) return false
  const fresh = [...asked].filter((term) => !earlier.some((terms) => terms.has(term)))
  return fresh.length === 0 || 2 * fresh.filter((term) => said.has(term)).length >= fresh.length
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((term) => b.has(term))

/** A rewritten question recombines what was said: it adds no word of substance, name or number, and loses no name. */
const isFaithful = (rewritten: string, { question, locale }: Turn, messages: readonly Message[]): boolean => {
  if (rewritten === '' || rewritten.length > MAX_CHARACTERS || /[\p{Cc}\p{Cf}]/u.test(rewritten)) return false
  if (injection(rewritten)) return false
  const said = [...messages.map(({ content }) => content), question].join('\n')
  const known = termsOf(said, locale)
  const substance = contentOf(rewritten, languageOf(locale))
  return (
    [...termsOf(rewritten, locale)].every((term) => known.has(term) || !substance.has(term)) &&
    shareAbsent(namedThings(rewritten), said) === 0 &&
    shareAbsent(namedThings(question), rewritten) === 0
  )
}

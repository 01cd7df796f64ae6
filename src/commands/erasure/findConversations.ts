import type { Payload, Where } from 'payload'
import type { Answer } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { groupBy } from '../../groupBy'
import { idOf } from '../../records/content'

/** Receipts that are erased together: those of one conversation, or one that belongs to none. */
export interface ErasableConversation {
  bot: string
  /** As receipts keep it. */
  conversationId: string | null
  receipts: string[]
  /** Another customer's turns bear its id too. */
  shared: boolean
}

export const NOT_ERASED: Where = { erasedAt: { exists: false } }

const SELECT = { bot: true, conversationId: true, customer: true, erasedAt: true } as const
const AT_ONCE = 400

/** A customer's conversations with what is left of them, turns that came without the customer's id included. */
export async function conversationsOf(
  payload: Payload,
  ids: readonly string[],
): Promise<ErasableConversation[]> {
  const own = await readAll(payload, { and: [NOT_ERASED, { customer: { in: [...ids] } }] })
  const names = [...new Set(own.flatMap(({ conversationId }) => conversationId ?? []))]
  const all = new Map(own.map((row) => [row.id, row]))
  for (let at = 0; at < names.length; at += AT_ONCE)
    for (const row of await readAll(payload, { conversationId: { in: names.slice(at, at + AT_ONCE) } }))
      all.set(row.id, row)
  const theirs = new Set(own.map(keyOf))
  const rows = [...all.values()].filter((row) => theirs.has(keyOf(row)))
  return conversationsIn(rows, ({ customer }) => !customer || ids.includes(customer))
}

/** Conversations whose last turn came before `until`; with an alias of one, only its own rows. */
export async function conversationsBefore(
  payload: Payload,
  { until, bot }: { until: string; bot: string },
): Promise<ErasableConversation[]> {
  const rows = await readAll(payload, {
    and: [NOT_ERASED, { bot: { equals: bot } }, { createdAt: { less_than: until } }],
  })
  const later = await readAll(payload, {
    and: [
      { bot: { equals: bot } },
      { createdAt: { greater_than_equal: until } },
      { conversationId: { exists: true } },
    ],
  })
  const goesOn = new Set(later.map(keyOf))
  return conversationsIn(
    rows.filter((row) => !goesOn.has(keyOf(row))),
    () => true,
  )
}

const keyOf = (row: Answer): string =>
  row.conversationId ? JSON.stringify([idOf(row.bot), row.conversationId]) : row.id

const conversationsIn = (
  rows: readonly Answer[],
  isTheirs: (row: Answer) => boolean,
): ErasableConversation[] =>
  [...groupBy(rows, keyOf).values()].flatMap((turns) => {
    const theirs = turns.filter((row) => isTheirs(row) && !row.erasedAt)
    const [first] = theirs
    if (!first) return []
    return {
      bot: idOf(first.bot) ?? '',
      conversationId: first.conversationId ?? null,
      receipts: theirs.map(({ id }) => id),
      shared: turns.some((row) => !isTheirs(row)),
    }
  })

async function readAll(payload: Payload, where: Where): Promise<Answer[]> {
  const rows: Answer[] = []
  for await (const page of pagesOf<Answer>(payload, {
    collection: 'answers',
    where,
    select: SELECT,
    size: 2_000,
  }))
    rows.push(...page)
  return rows
}

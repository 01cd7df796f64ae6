import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { Answer, WebhookDelivery } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { scrubberOf } from '../../governance/scrub'
import { idOf } from '../../records/content'
import { recordAudit, type AuditEntry } from '../../records/recordAudit'
import { updateGap } from '../gaps/gapRows'
import { customerPseudonym, isPseudonym } from '../personal'
import {
  blankAct,
  blankAssist,
  blankEvent,
  blankHandover,
  blankMessage,
  blankRecalled,
  blankReceipt,
  blankReport,
  blankVerdict,
  type Aliases,
} from './blanks'
import { customersWords } from './customersWords'
import type { ErasableConversation } from './findConversations'
import { gapsWithout, type ErasedGap } from './gapsWithout'
import { changedIn, findQuoting, scrubRecords, type Quoting } from './quotingRecords'
import { readRelated, rowsOf, type Related } from './readRelated'
import { redactAudit } from './redactAudit'

/** Why text is erased: the customer asked, or it is past the time that it is kept. */
export type Because = 'customer' | 'retention'

export interface Erasure {
  actor: AuditEntry['actor']
  because: Because
  /** The customer's alias, or the bot whose texts are past their time. */
  subject: { id: string; title: string }
}

/** How many records of which collection had text erased. */
export type Counts = Record<string, number>

interface Plan {
  related: Related
  gaps: ErasedGap[]
  words: string[]
  quoting: Quoting
  /** Webhook messages that tell of the hand-overs. */
  messages: WebhookDelivery[]
  conversations: readonly ErasableConversation[]
  aliasOf: (row: Answer | undefined) => Aliases
}

/**
 * Erases whole conversations in one transaction, together with what quotes them and the record that it was done: a killed run
 * leaves each conversation as it was or done, and the next one goes on with the rest. Forgets the vectors of their words first.
 */
export async function eraseBatch(
  deps: Deps,
  { erasure, conversations }: { erasure: Erasure; conversations: readonly ErasableConversation[] },
): Promise<Counts> {
  const plan = await planErasure(deps, conversations)
  await deps.model?.forget?.(plan.words)
  return inTransaction(deps, (req) => carryOut(req, { plan, erasure }))
}

/** How many records `eraseBatch` would change. It writes nothing, not even to roll it back: MongoDB may have no transactions. */
export async function countErasure(
  deps: Deps,
  { conversations }: Pick<Parameters<typeof eraseBatch>[1], 'conversations'>,
): Promise<Counts> {
  const { related, gaps, messages, quoting } = await planErasure(deps, conversations)
  const touched = new Map<string, Set<string>>()
  const add = (slug: string, ids: readonly string[]) =>
    touched.set(slug, new Set([...(touched.get(slug) ?? []), ...ids]))
  for (const [slug, ids] of quoting) add(slug, ids)
  for (const [name, rows] of Object.entries(related) as [keyof Related, { id: string }[]][])
    add(
      COLLECTION_OF[name],
      rows.map(({ id }) => id),
    )
  add(
    'gaps',
    gaps.map(({ id }) => id),
  )
  add(
    'webhook-deliveries',
    messages.map(({ id }) => id),
  )
  return Object.fromEntries([...touched].flatMap(([slug, { size }]) => (size > 0 ? [[slug, size]] : [])))
}

const COLLECTION_OF: Record<keyof Related, string> = {
  answers: 'answers',
  events: 'gap-events',
  handovers: 'handovers',
  acts: 'handover-acts',
  reports: 'conversation-reports',
  verdicts: 'verdicts',
  assists: 'assist-records',
  recalled: 'recalled-answers',
  cases: 'eval-cases',
}

/** What would be erased, and what that would touch. Changes nothing. */
async function planErasure(
  { payload, keyedHash }: Pick<Deps, 'payload' | 'keyedHash'>,
  conversations: readonly ErasableConversation[],
): Promise<Plan> {
  const receipts = conversations.flatMap((each) => each.receipts)
  const first = await readRelated({ payload }, { receipts, conversations })
  const gaps = await gapsWithout(payload, first.events)
  // Vouch asked in the customer's words itself, to prove that a gap is closed.
  const all = [...receipts, ...gaps.flatMap((gap) => gap.receipts)]
  const related = await readRelated({ payload }, { receipts: all, conversations })
  const words = await customersWords(payload, { related, gaps })
  const aliases = new Map(
    conversations.flatMap((each) => {
      const alias = `erased_${randomUUID()}`
      return each.conversationId ? each.receipts.map((id) => [id, alias] as const) : []
    }),
  )
  return {
    related,
    gaps,
    words,
    conversations,
    messages: await messagesOf(payload, related.handovers),
    quoting: await findQuoting(payload, scrubberOf(words)),
    aliasOf: (row) => ({
      customer: row?.customer ? erasedCustomer(keyedHash, row.customer) : null,
      conversationId: aliases.get(row?.id ?? '') ?? null,
    }),
  }
}

/**
 * By what a customer is counted once the text is gone: a keyed hash of the pseudonym, which leads nowhere without the secret.
 * @param kept as receipts keep the customer; those of before pseudonyms keep the id as it was sent.
 */
export function erasedCustomer(keyedHash: Deps['keyedHash'], kept: string): string {
  if (kept.startsWith('erased_')) return kept
  const pseudonym = isPseudonym(kept) ? kept : customerPseudonym(keyedHash, kept)
  return `erased_${keyedHash('erased customer', pseudonym)}`
}

async function carryOut(
  req: PayloadRequest,
  { plan, erasure }: { plan: Plan; erasure: Erasure },
): Promise<Counts> {
  const scrubber = scrubberOf(plan.words)
  const counts: Counts = {}
  for (const step of [
    () => deleteCases(req, plan),
    () => blankMessages(req, plan),
    () => scrubRecords(req, { quoting: plan.quoting, scrubber }),
    () => changeGaps(req, plan),
    () => blankRelated(req, plan),
    () => redactAudit(req, { ids: plan.quoting.get('audit-log') ?? [], scrubber, actor: erasure.actor }),
  ])
    addCounts(counts, await step())
  const touched = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
  await recordAudit(req, {
    action: erasure.because === 'customer' ? 'customer.erased' : 'retention.erased',
    actor: erasure.actor,
    subject: { collection: 'answers', ...erasure.subject },
    detail: {
      counts: touched,
      conversations: plan.conversations.length,
      receipts: plan.related.answers.map(({ id }) => id),
    },
  })
  return touched
}

type Slug = Parameters<typeof rowsOf>[1]

/** A case that was kept of one of the answers asks in its words. */
async function deleteCases(req: PayloadRequest, { related: { cases } }: Plan): Promise<Counts> {
  for (const { id } of cases)
    await req.payload.db.deleteOne({ collection: 'eval-cases', where: { id: { equals: id } }, req })
  return { 'eval-cases': cases.length }
}

/** Adds counts to others. */
export function addCounts(counts: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count
}

async function blankRelated(req: PayloadRequest, { related, aliasOf }: Plan): Promise<Counts> {
  const at = new Date().toISOString()
  const receipts = new Map(related.answers.map((row) => [row.id, row]))
  const aliasesOf = (receipt: unknown) => aliasOf(receipts.get(idOf(receipt as string | null) ?? ''))
  const conversations = new Map(related.answers.map((row) => [keyOf(row), aliasOf(row).conversationId]))
  const write = async <Row extends { id: string }>(
    collection: Slug,
    rows: readonly Row[],
    blank: (row: Row) => object,
  ): Promise<Counts> => {
    for (const row of rows)
      await req.payload.db.updateOne({
        collection,
        id: row.id,
        data: blank(row) as Record<string, unknown>,
        req,
        returning: false,
      })
    return { [collection]: rows.length }
  }
  return {
    ...(await write('gap-events', related.events, (row) => blankEvent(aliasesOf(row.receipt)))),
    ...(await write('handover-acts', related.acts, blankAct)),
    ...(await write('handovers', related.handovers, blankHandover)),
    ...(await write('conversation-reports', related.reports, (row) =>
      blankReport(row, conversations.get(keyOf(row)) ?? null),
    )),
    ...(await write('assist-records', related.assists, (row) =>
      blankAssist(row, conversations.get(keyOf(row)) ?? null),
    )),
    ...(await write('verdicts', related.verdicts, blankVerdict)),
    ...(await write('recalled-answers', related.recalled, (row) =>
      blankRecalled(row, aliasesOf(row.receipt)),
    )),
    ...(await write('answers', related.answers, (row) => blankReceipt(row, aliasOf(row), at))),
  }
}

const keyOf = ({ bot, conversationId }: { bot: unknown; conversationId?: string | null }): string =>
  JSON.stringify([idOf(bot as string), conversationId ?? null])

/** Gaps that lost askings, then others in which they are quoted. */
async function changeGaps(req: PayloadRequest, { gaps, quoting, words }: Plan): Promise<Counts> {
  const scrubber = scrubberOf(words)
  for (const { id, changes } of gaps) await updateGap(req, id, changes)
  const known = new Set(gaps.map(({ id }) => id))
  const others = (quoting.get('gaps') ?? []).filter((id) => !known.has(id))
  const rows = await rowsOf<{ id: string }>({ payload: req.payload, req }, 'gaps', 'id', others)
  for (const row of rows)
    await updateGap(req, row.id, changedIn(row as never, ['note', 'proof', 'failing'], scrubber))
  return { gaps: gaps.length + rows.length }
}

/** Without what colleagues wrote to the customer. */
async function blankMessages(req: PayloadRequest, { messages }: Plan): Promise<Counts> {
  for (const { id, data } of messages)
    await req.payload.db.updateOne({
      collection: 'webhook-deliveries',
      id,
      data: { data: blankMessage(data) },
      req,
      returning: false,
    })
  return { 'webhook-deliveries': messages.length }
}

/** Read whole, for a message names its hand-over within: there are few, and those that were taken are forgotten. */
async function messagesOf(
  payload: Payload,
  handovers: readonly { id: string }[],
): Promise<WebhookDelivery[]> {
  const ids = new Set(handovers.map(({ id }) => id))
  const messages: WebhookDelivery[] = []
  if (ids.size === 0) return messages
  for await (const page of pagesOf<WebhookDelivery>(payload, { collection: 'webhook-deliveries' }))
    messages.push(...page.filter(({ data }) => ids.has(String((data as { id?: unknown } | null)?.id))))
  return messages
}

import type { User } from '../../../payload-types'
import { compactDatabase } from '../../database/compact'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { customerPseudonym } from '../personal'
import { addCounts, eraseBatch, erasedCustomer, countErasure, type Counts, type Erasure } from './eraseBatch'
import { conversationsOf, type ErasableConversation } from './findConversations'

/** This person does not erase what customers wrote. */
export class ErasureRefused extends VouchError {
  override name = 'ErasureRefused'
}

export interface ErasureReport {
  dryRun: boolean
  /** By what the customer is counted from now on, and named in the audit. */
  alias: string
  conversations: number
  receipts: number
  /** Records that had text erased, or would have; by collection. */
  changed: Counts
  /** Receipts that were erased before, by this or by the time that they are kept. */
  before: number
  /** Whether the database file was rewritten, so that it does not hold the text either; null where it is no file of ours. */
  compacted: boolean | null
}

/** Receipts that are erased in one transaction, in whole conversations. */
const AT_ONCE = 200

/**
 * Erases what a customer wrote, wherever it is kept, and what was written about them; counts, outcomes and the proof that
 * something was there stay. Run again it goes on where it ended.
 * @param customer the bots' id of the customer, as they send it. @throws {ErasureRefused}
 */
export async function eraseCustomer(
  deps: Deps,
  { user, customer, dryRun = false }: { user: User; customer: string; dryRun?: boolean },
): Promise<ErasureReport> {
  if (!may(user, 'eraseCustomers')) throw new ErasureRefused(`${onlyWho('eraseCustomers')} Ask one of them.`)
  const pseudonym = customerPseudonym(deps.keyedHash, customer)
  const alias = erasedCustomer(deps.keyedHash, pseudonym)
  // Receipts of before pseudonyms hold the id as it was sent.
  const conversations = await conversationsOf(deps.payload, [pseudonym, customer])
  const { totalDocs: before } = await deps.payload.db.count({
    collection: 'answers',
    where: { customer: { equals: alias } },
    req: {},
  })
  const erasure: Erasure = {
    actor: user,
    because: 'customer',
    subject: { id: alias, title: 'a customer’s text' },
  }
  const changed = await eraseConversations(deps, { erasure, conversations, dryRun })
  return {
    dryRun,
    alias,
    conversations: conversations.length,
    receipts: conversations.reduce((sum, { receipts }) => sum + receipts.length, 0),
    changed,
    before,
    // Also where nothing was left to do: a run before may have been killed between the two.
    compacted: dryRun ? null : await compactDatabase(deps.payload),
  }
}

/** Erases conversations, some at a time. @returns how many records of which collection were changed. */
export async function eraseConversations(
  deps: Deps,
  {
    erasure,
    conversations,
    dryRun = false,
  }: { erasure: Erasure; conversations: readonly ErasableConversation[]; dryRun?: boolean },
): Promise<Counts> {
  const counts: Counts = {}
  for (const batch of batchesOf(conversations))
    addCounts(counts, await (dryRun ? countErasure : eraseBatch)(deps, { erasure, conversations: batch }))
  return counts
}

function batchesOf(conversations: readonly ErasableConversation[]): ErasableConversation[][] {
  const batches: ErasableConversation[][] = []
  let size = AT_ONCE
  for (const each of conversations) {
    if (size + each.receipts.length > AT_ONCE) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(each)
    size += each.receipts.length
  }
  return batches
}

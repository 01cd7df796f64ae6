import { randomUUID } from 'node:crypto'
import { idOf } from '../../collections/governed/content'
import { chunksOf } from '../../ingestion/indexing'
import { findRelease } from '../../ingestion/releases'
import type { Payload } from 'payload'
import type { Bot, Gap, Release } from '../../payload-types'
import type { AnswerResponse } from '../answer/schema'
import { inTransaction } from '../database/transaction'
import type { Deps } from '../deps'
import { analyze, languageOf } from '../retrieval/analyze'
import { answerQuestion } from './answerQuestion'
import { recordAudit, SYSTEM } from '../../collections/audit/recordAudit'
import { keepClosedGap } from './storedCases/keepClosedGap'

/** Share of a gap's terms that a release must hold for its question to be worth asking again. */
const NEAR = 0.34

/**
 * Asks the open gaps near some releases again, as the bot that could not answer. A gap closes only when the answer cites
 * the new release; that answer's receipt is its proof. Otherwise it stays open.
 */
export const recheckGaps = async (deps: Deps, releaseIds: readonly string[]): Promise<void> => {
  const { payload } = deps
  for (const releaseId of releaseIds) {
    // Read anew for each release: the one before may have closed some.
    const gaps = await openGaps(payload)
    if (gaps.length === 0) return
    const release = await findRelease(payload, releaseId)
    if (!release) continue
    const texts = [release.title, ...(await chunksOf(payload, releaseId)).map((chunk) => chunk.text)]
    const terms = new Set(analyze(texts.join('\n'), languageOf(release.locale)))
    for (const gap of gaps) if (isNear(gap, terms, release)) await askAgain(deps, gap, release)
  }
}

const openGaps = async (payload: Payload): Promise<Gap[]> =>
  (
    await payload.find({
      collection: 'gaps',
      where: { state: { in: ['open', 'in_progress'] } },
      depth: 0,
      pagination: false,
    })
  ).docs

const isNear = (gap: Gap, terms: ReadonlySet<string>, release: Release): boolean => {
  if (gap.draft?.relationTo === release.documentCollection && idOf(gap.draft.value) === release.documentId)
    return true
  const asked = [...new Set(analyze(gap.question, languageOf(release.locale)))]
  return asked.length > 0 && asked.filter((term) => terms.has(term)).length / asked.length >= NEAR
}

const askAgain = async (deps: Deps, gap: Gap, release: Release): Promise<void> => {
  const { docs } = await deps.payload.find({
    collection: 'bots',
    where: { id: { equals: idOf(gap.bot) } },
    depth: 0,
    limit: 1,
  })
  const bot: Bot | undefined = docs[0]
  if (!bot) return
  const response = await answerQuestion(deps, {
    bot,
    // The same gap and release are asked once, however often the job runs.
    idempotencyKey: `recheck:${gap.id}:${release.id}`,
    requestId: randomUUID(),
    request: { question: gap.question, messages: [], explain: false, metadata: {}, locale: release.locale },
  })
  if (cites(response, release)) await closeGap(deps, { gap, bot, release, response })
}

const cites = (response: AnswerResponse, release: Release): boolean =>
  response.outcome === 'answered' && response.citations.some((citation) => citation.releaseId === release.id)

const closeGap = (
  { payload }: Deps,
  {
    gap,
    bot,
    release,
    response: { receiptId },
  }: { gap: Gap; bot: Bot; release: Release; response: AnswerResponse },
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const closedAt = new Date().toISOString()
    await payload.db.updateOne({
      collection: 'gaps',
      id: gap.id,
      data: { state: 'closed', closingReceipt: receiptId, closedAt },
      req,
    })
    await keepClosedGap(req, { gap, bot, release })
    await recordAudit(req, {
      action: 'gap.closed',
      actor: SYSTEM,
      subject: { collection: 'gaps', id: gap.id, title: gap.question },
      detail: { receiptId, releaseId: release.id },
    })
  })

import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import type { Gap, Release, User } from '../../../payload-types'
import { AnswerRequestSchema } from '../../answer/schema'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { askedRequestHash } from '../answerQuestion'
import { storeAnswer } from '../recordAnswer'
import { keepClosedGap } from '../storedCases/keepClosedGap'
import { idOf } from '../../records/content'
import { updateGap } from './gapRows'
import { takeOut } from './takeOut'
import type { Wording } from './wordings'
import { emitEvent } from '../webhooks/emitEvent'
import type { ProvenWording, Unproven } from './proof'
import type { GapProof } from './readProof'
import { OPEN_GAP_STATES } from '../../vocabulary'

/** A wording that is not answered while the others are. */
export interface LeftWording {
  wording: Wording
  why: Unproven
}

interface Closing {
  gap: Gap
  release: Release
  proven: readonly ProvenWording[]
  /** What becomes a gap of its own. */
  left?: readonly LeftWording[]
  /** Who confirmed it, where a person must. */
  signer?: User | null
}

/**
 * Closes a gap with its proof: a receipt for each wording, an eval case, an audit row, all in one transaction. Another
 * worker, or a person, may have been quicker.
 * @returns whether it was closed here.
 */
export const closeGap = (
  deps: Deps,
  { gap, release, proven, left = [], signer = null }: Closing,
): Promise<boolean> =>
  inTransaction(deps, async (req) => {
    const open = await findOpen(req, gap.id)
    if (!open) return false
    const wordings: GapProof['wordings'] = []
    for (const each of proven) wordings.push(await storeWording(deps, req, { gap, release, each }))
    const proof: GapProof = {
      releaseId: release.id,
      wordings,
      left: await leaveOpen(req, { gap: open, release, left }),
    }
    const [first] = proven
    const receiptId = wordings[0]?.receiptId ?? null
    await updateGap(req, open.id, {
      state: 'verified',
      closingReceipt: receiptId,
      closedAt: new Date().toISOString(),
      proof: { ...proof },
      failing: null,
      verifiedBy: signer?.id ?? null,
    })
    if (first) await keepClosedGap(req, { gap, wording: first.wording, citation: first.citation })
    await recordAudit(req, {
      action: 'gap.closed',
      actor: signer ?? SYSTEM,
      subject: { collection: 'gaps', id: gap.id, title: gap.question },
      detail: { receiptId, releaseId: release.id, wordings: wordings.length, left: proof.left },
    })
    await emitEvent(req, { type: 'gap.verified', data: { id: gap.id, receiptId, releaseId: release.id } })
    return true
  })

const findOpen = async (req: PayloadRequest, id: string): Promise<Gap | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'gaps',
    where: { and: [{ id: { equals: id } }, { state: { in: [...OPEN_GAP_STATES] } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}

/** What is not proven stays on the backlog, as a gap that says why. */
async function leaveOpen(
  req: PayloadRequest,
  { gap, release, left }: { gap: Gap; release: Release; left: readonly LeftWording[] },
): Promise<GapProof['left']> {
  const [first] = left
  if (!first) return []
  const { id } = await takeOut(req, {
    from: gap,
    events: left.flatMap(({ wording }) => wording.events),
  })
  await updateGap(req, id, {
    state: 'published_unverified',
    owner: idOf(gap.owner),
    draft: gap.draft ?? null,
    failing: { question: first.wording.question, why: first.why, releaseId: release.id },
  })
  return left.map(({ wording: { question }, why }) => ({ question, why, gap: id }))
}

async function storeWording(
  deps: Deps,
  req: PayloadRequest,
  { gap, release, each }: { gap: Gap; release: Release; each: ProvenWording },
): Promise<GapProof['wordings'][number]> {
  const { wording, turn, resolution, versions, citation, typed } = each
  const { question, messages, locale, bot } = wording
  const receiptId = randomUUID()
  const requestId = `recheck:${gap.id}:${release.id}`
  const request = { ...AnswerRequestSchema.parse({ question, locale }), messages }
  await storeAnswer(deps, req, {
    asked: { bot, request, requestId },
    turn,
    resolution,
    gapEvent: null,
    receiptId,
    supersedes: null,
    requestHash: askedRequestHash(deps, request),
    idempotencyHash: receiptId,
    versions,
  })
  const { releaseId, document, version, quote } = citation
  return {
    question,
    ...(typed && { typed }),
    locale,
    bot: bot.id,
    receiptId,
    releaseId,
    document,
    version,
    quote,
  }
}

import { randomUUID } from 'node:crypto'
import manifest from '../../package.json'
import type { Deps } from '../deps'
import type { Asked } from './asked'
import { askedRequestHash, turnOf } from './answerQuestion'
import { recordAnswer } from './recordAnswer'

/**
 * The receipt of a question whose answer did not come in time: what was told is that nothing was available. No text is
 * missing for that, so no gap is opened; and the question's key, when it comes again, is answered anew.
 */
export async function recordUnavailable(deps: Deps, asked: Asked): Promise<void> {
  const receiptId = randomUUID()
  await recordAnswer(deps, {
    // Told already, and not by this: neither a signal nor a delivery counts for it.
    asked: { bot: asked.bot, request: asked.request, requestId: asked.requestId },
    turn: await turnOf(asked),
    resolution: {
      decision: { outcome: 'refused', reason: 'unavailable', confidence: null },
      considered: [],
      degraded: [],
      timings: {},
    },
    gapEvent: null,
    receiptId,
    supersedes: null,
    requestHash: askedRequestHash(deps, asked.request),
    idempotencyHash: receiptId,
    versions: { vouch: manifest.version },
  })
}

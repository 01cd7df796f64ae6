import type { Handover } from '../../../payload-types'
import { emitEvent } from '../webhooks/emitEvent'
import { handoverData } from './handoverData'
import { onHandover, type Open } from './onHandover'
import { HandoverRefused, standingOf, type Colleague, type HandoverContext } from './types'

/**
 * Gives a hand-over to a colleague, so that nobody else answers it too. Claiming again what one has changes nothing.
 * @param takeOver from whoever has it. @throws {HandoverRefused} @throws {NotFoundError}
 */
export const claimHandover = (
  context: HandoverContext,
  { id, takeOver = false }: { id: string; takeOver?: boolean | undefined },
): Promise<Handover> =>
  onHandover(context, { id, act: 'claimed' }, async ({ handover }) => {
    refuseEnded(handover)
    if (handover.state === 'claimed' && handover.claimedBy === context.colleague.key) return null
    if (handover.state === 'claimed' && !takeOver) throw taken(handover)
    return {
      state: 'claimed',
      claimedBy: context.colleague.key,
      claimedByName: context.colleague.name,
      claimedAt: new Date().toISOString(),
    }
  })

/** Keeps a word for colleagues; the customer does not see it. @throws {NotFoundError} */
export const noteOnHandover = (
  context: HandoverContext,
  { id, text }: { id: string; text: string },
): Promise<Handover> => onHandover(context, { id, act: 'noted', text }, async () => ({}))

/** Keeps what a colleague answered, and tells whoever brings it to the customer. @throws {HandoverRefused} @throws {NotFoundError} */
export const replyToHandover = (
  context: HandoverContext,
  { id, text }: { id: string; text: string },
): Promise<Handover> =>
  onHandover(context, { id, act: 'replied', text }, async ({ req, handover, text: reply }) => {
    refuseUnlessHeld(handover, context.colleague)
    await emitEvent(req, {
      type: 'handover.replied',
      data: { ...handoverData(handover), reply, by: context.colleague.name },
    })
    return {}
  })

/** Ends a hand-over: the colleague has done what was to be done. @throws {HandoverRefused} @throws {NotFoundError} */
export const resolveHandover = (
  context: HandoverContext,
  { id, summary }: { id: string; summary?: string | undefined },
): Promise<Handover> =>
  onHandover(context, { id, act: 'resolved', text: summary }, (open) => end(context, open, 'resolved'))

/** Gives the conversation back to the bot, with what happened in the meantime. @throws {HandoverRefused} @throws {NotFoundError} */
export const returnHandover = (
  context: HandoverContext,
  { id, summary }: { id: string; summary: string },
): Promise<Handover> =>
  onHandover(context, { id, act: 'returned', text: summary }, (open) => end(context, open, 'returned'))

async function end(
  { colleague }: HandoverContext,
  { req, handover, text }: Open,
  state: 'resolved' | 'returned',
): Promise<Partial<Handover>> {
  refuseUnlessHeld(handover, colleague)
  const changes = { state, endedAt: new Date().toISOString(), summary: text }
  await emitEvent(req, {
    type: `handover.${state}`,
    data: { ...handoverData({ ...handover, ...changes }), summary: text, by: colleague.name },
  })
  return changes
}

function refuseEnded(handover: Handover): void {
  const { state } = handover
  if (state === 'resolved' || state === 'returned')
    throw new HandoverRefused(
      state === 'resolved'
        ? 'This hand-over is resolved; nothing is left to do with it.'
        : 'This hand-over was given back to the bot; nothing is left to do with it.',
      standingOf(handover),
    )
}

function refuseUnlessHeld(handover: Handover, { key }: Colleague): void {
  refuseEnded(handover)
  if (handover.state !== 'claimed')
    throw new HandoverRefused(
      'Nobody has this hand-over yet. Claim it first, so that no two colleagues answer it.',
      standingOf(handover),
    )
  if (handover.claimedBy !== key) throw taken(handover)
}

const taken = (handover: Handover): HandoverRefused =>
  new HandoverRefused(
    `${handover.claimedByName} has this hand-over since ${handover.claimedAt}. Ask them, or claim it with “takeOver”.`,
    standingOf(handover),
  )

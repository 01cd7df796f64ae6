import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Gap } from '../../../payload-types'
import { gapOf, newGap, type GapEvent } from '../recordGapEvent'

/**
 * The gap of a question that was reported and that no customer asked: one that is there already, as it is, else a new one with
 * the note.
 */
export async function openReported(
  req: PayloadRequest,
  { event, bot, note }: { event: GapEvent; bot: string; note: string },
): Promise<{ id: string; known: Gap | undefined }> {
  const known = await gapOf(req, event)
  const id = known?.id ?? randomUUID()
  if (!known)
    await req.payload.db.create({
      collection: 'gaps',
      data: { ...newGap({ id, event, bot, seen: 0 }), note },
      req,
    })
  return { id, known }
}

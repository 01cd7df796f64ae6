import type { PayloadRequest } from 'payload'
import type { Bot, Gap, Release } from '../../../payload-types'
import { goldOf } from './keepCase'

/** Keeps the question of a gap that closed as an eval case, in the transaction that closes it: it must stay answered. */
export const keepClosedGap = async (
  req: PayloadRequest,
  { gap, bot, release }: { gap: Gap; bot: Bot; release: Release },
): Promise<void> => {
  const { totalDocs } = await req.payload.count({
    collection: 'eval-cases',
    where: { gap: { equals: gap.id } },
    req,
  })
  if (totalDocs) return
  await req.payload.create({
    collection: 'eval-cases',
    data: {
      question: gap.question,
      kind: 'answerable',
      expectedOutcome: 'answered',
      gold: goldOf([{ collection: release.documentCollection, id: release.documentId }]),
      locale: release.locale,
      audiences: bot.audiences,
      origin: 'gap',
      gap: gap.id,
      active: true,
    },
    depth: 0,
    req,
  })
}

import type { PayloadRequest } from 'payload'
import type { Gap } from '../../../payload-types'
import type { Citation, Message } from '../../answer/types'
import type { Wording } from '../gaps/wordings'
import { goldOf } from './keepCase'

/**
 * Keeps the question of a gap that closed as an eval case, in the transaction that closes it: it must stay answered, from the
 * text that its proof begins with. The turns before it belong to it.
 */
export const keepClosedGap = async (
  req: PayloadRequest,
  { gap, wording, citation }: { gap: Gap; wording: Wording; citation: Citation },
): Promise<void> => {
  const { totalDocs } = await req.payload.count({
    collection: 'eval-cases',
    where: { gap: { equals: gap.id } },
    req,
  })
  if (totalDocs) return
  const { question, messages, locale, bot } = wording
  await req.payload.create({
    collection: 'eval-cases',
    data: {
      question,
      ...(messages.length > 0 && { history: messages.map(asTurn) }),
      kind: messages.length > 0 ? 'multi_turn' : 'answerable',
      expectedOutcome: 'answered',
      gold: goldOf([citation.document]),
      locale,
      audiences: bot.audiences,
      origin: 'gap',
      gap: gap.id,
      active: true,
    },
    depth: 0,
    req,
  })
}

const asTurn = ({ role, content }: Message): Message => ({ role, content })

import type { PayloadRequest } from 'payload'
import type { Answer, Handover } from '../../../payload-types'
import { contactIn, onceEach, type ContactDetail, type KnownContact } from '../../handover/contact'
import { idOf } from '../../records/content'
import { openContact, sealContact } from './contactDetails'

/** What a customer says after they were passed to a person. */
export interface LaterTurn {
  bot: string
  /** As receipts keep it. */
  conversationId: string | null
  question: string
  known: KnownContact | undefined
}

/**
 * Who waits for a colleague and then says how they are reached has not to say it again: it is sealed with the hand-over that
 * waits. In the caller's transaction; it reads nothing where the turn holds no such thing.
 */
export async function addContact(req: PayloadRequest, turn: LaterTurn): Promise<void> {
  const details = contactIn({ messages: [{ role: 'user', content: turn.question }], known: turn.known })
  if (!details.length || turn.conversationId === null) return
  const handover = await waitingHandover(req, turn)
  if (handover) await addDetails(req, handover, details)
}

async function addDetails(
  req: PayloadRequest,
  handover: Handover,
  given: readonly ContactDetail[],
): Promise<void> {
  const before = openContact(req.payload, handover)
  // Under another secret: what is there stays as it is, for whoever has that.
  if (before.state === 'unreadable') return
  // The transcript was passed on before this turn.
  const added = onceEach(given, before.details).map(({ kind, text }) => ({ kind, text, turn: null }))
  if (!added.length) return
  const details = [...before.details, ...added]
  await req.payload.db.updateOne({
    collection: 'handovers',
    id: handover.id,
    data: {
      ...sealContact(req.payload, { handover, details }),
      package: { ...(handover.package as object), contact: [...new Set(details.map(({ kind }) => kind))] },
    },
    req,
    returning: false,
  })
}

/** The latest of a conversation that no colleague has ended. */
async function waitingHandover(
  req: PayloadRequest,
  { bot, conversationId }: LaterTurn,
): Promise<Handover | null> {
  const { docs } = await req.payload.db.find<Answer>({
    collection: 'answers',
    where: {
      and: [
        { bot: { equals: bot } },
        { conversationId: { equals: conversationId } },
        { handover: { exists: true } },
      ],
    },
    sort: '-createdAt',
    limit: 1,
    select: { handover: true },
    req,
  })
  const id = idOf(docs[0]?.handover)
  const handover = id
    ? await req.payload.db.findOne<Handover>({ collection: 'handovers', where: { id: { equals: id } }, req })
    : null
  return handover && !handover.endedAt ? handover : null
}

import type { Payload, Where } from 'payload'
import { idOf } from '../../records/content'
import { passagesById } from '../../database/passages'
import type { Answer, Bot, Handover, HandoverAct } from '../../../payload-types'
import type { Audience, HandoverState, Urgency } from '../../vocabulary'

/** Which hand-overs to list. */
export interface HandoverFilter {
  state?: HandoverState | undefined
  queue?: string | undefined
  urgency?: Urgency | undefined
  /** Those that were passed on then or later. */
  since?: string | undefined
  /** The bot's own alone. */
  bot?: string | undefined
}

/** Those that have no state yet are open. */
export const whereHandovers = ({ state, queue, urgency, since, bot }: HandoverFilter): Where => ({
  and: [
    state === 'open' ? { or: [{ state: { equals: 'open' } }, { state: { exists: false } }] } : {},
    state && state !== 'open' ? { state: { equals: state } } : {},
    queue === undefined ? {} : { queue: { equals: queue } },
    urgency ? { urgency: { equals: urgency } } : {},
    since ? { createdAt: { greater_than_equal: since } } : {},
    bot ? { bot: { equals: bot } } : {},
  ],
})

/** A hand-over with what belongs to it. */
export interface HandoverDossier {
  handover: Handover
  /** Where it began. */
  receipt: Pick<Answer, 'conversationId' | 'channel' | 'customer' | 'locale'> | null
  acts: HandoverAct[]
  package: Record<string, unknown>
}

/** @param reader a bot gets texts that it may pass on now, in the words of now; null is a person, who gets what was stored. */
export async function readDossier(
  payload: Payload,
  { handover, reader }: { handover: Handover; reader: Bot | null },
): Promise<HandoverDossier> {
  const [acts, receipt] = await Promise.all([
    readActs(payload, handover.id),
    payload.findByID({
      collection: 'answers',
      id: idOf(handover.receipt) ?? '',
      depth: 0,
      select: { conversationId: true, channel: true, customer: true, locale: true },
      disableErrors: true,
    }),
  ])
  const stored = (handover.package ?? {}) as Record<string, unknown>
  return {
    handover,
    receipt,
    acts,
    package: reader ? await packageFor(payload, { stored, handover, reader }) : stored,
  }
}

/** What was done with a hand-over, the first first. */
export async function readActs(payload: Payload, handover: string): Promise<HandoverAct[]> {
  const { docs } = await payload.find({
    collection: 'handover-acts',
    where: { handover: { equals: handover } },
    sort: ['createdAt', 'id'],
    depth: 0,
    pagination: false,
  })
  return docs
}

/** No text that the bot may not see any more; texts that disagree are told by their words too. */
async function packageFor(
  payload: Payload,
  { stored, handover, reader }: { stored: Record<string, unknown>; handover: Handover; reader: Bot },
): Promise<Record<string, unknown>> {
  const considered = (Array.isArray(stored['considered']) ? stored['considered'] : []) as {
    chunkId: string
  }[]
  const shown = await passagesById(
    payload,
    considered.map(({ chunkId }) => chunkId),
    { audiences: reader.audiences as Audience[], at: Date.now() },
  )
  const withheld = considered.some(({ chunkId }) => !shown.has(chunkId))
  return {
    ...stored,
    considered: considered.flatMap((passage) => {
      const now = shown.get(passage.chunkId)
      return now
        ? [{ ...passage, text: now.text, headingPath: now.headingPath, title: now.document.title }]
        : []
    }),
    ...(withheld && handover.reason === 'conflict' && { evidence: '' }),
  }
}

import { redirect } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'
import { idOf } from '../../records/content'
import { transcriptHref } from '../links'
import { viewerOf } from '../viewer'
import { OUTCOMES_HREF } from './wanted'

/** What a bot reported is read in its conversation. */
export const ReportPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  if (!docID || !viewerOf(req.user)) return null
  const { bot, conversationId } = await req.payload.findByID({
    collection: 'conversation-reports',
    id: String(docID),
    depth: 0,
  })
  const { docs } = await req.payload.find({
    collection: 'answers',
    where: { and: [{ bot: { equals: idOf(bot) } }, { conversationId: { equals: conversationId } }] },
    sort: 'createdAt',
    limit: 1,
    depth: 0,
    select: {},
  })
  redirect(docs[0] ? transcriptHref(docs[0].id) : OUTCOMES_HREF)
}

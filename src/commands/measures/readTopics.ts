import type { Payload } from 'payload'
import type { Answer, Faq, Policy } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { idOf } from '../../records/content'
import { GOVERNED_COLLECTIONS } from '../../vocabulary'

/** Tells the topic of a receipt: as it was kept, else that of a text that it cites; null where neither is known. */
export async function readTopics(
  payload: Payload,
): Promise<(row: Pick<Answer, 'topic' | 'citedDocuments'>) => string | null> {
  const topics = new Map<string, string>()
  for (const collection of GOVERNED_COLLECTIONS)
    for await (const page of pagesOf<Policy | Faq>(payload, {
      collection,
      where: { topic: { exists: true } },
      select: { topic: true },
    }))
      for (const { id, topic } of page) {
        const of = idOf(topic)
        if (of) topics.set(id, of)
      }
  return ({ topic, citedDocuments }) =>
    topic ?? citedDocuments?.flatMap((id) => topics.get(id) ?? [])[0] ?? null
}

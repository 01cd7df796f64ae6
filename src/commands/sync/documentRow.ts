import type { Payload } from 'payload'
import { idOf, signedContentWith } from '../../records/content'
import { compareTrip } from '../../records/richText/markdown'
import type { SourceDocument } from '../../../ingestion/types'
import type { Difference } from '../../markdown/compare'
import type { Source } from '../../../payload-types'
import { contentHashOf, type SignedContent } from '../../governance/hash'
import type { GovernedCollection } from '../../vocabulary'

const MAX_TITLE = 300

/** What a document's collection would store of it. */
export interface DocumentRow {
  collection: GovernedCollection
  title: string
  contentHash: string
  content: SignedContent
  data: Record<string, unknown>
  /** What the text says differently once it is in the editor; none, or a person must look at it. */
  differences: Difference[]
}

/**
 * A read document as a row, with the source's defaults for what it does not say itself.
 * @param topicOf finds or makes a topic by its name.
 */
export const documentRow = async ({
  payload,
  source,
  document,
  topicOf,
}: {
  payload: Payload
  source: Source
  document: SourceDocument
  topicOf: (name: string) => Promise<string>
}): Promise<DocumentRow> => {
  const { metadata } = document
  const collection: GovernedCollection = document.question ? 'faqs' : 'policies'
  const { richText: text, markdown, differences } = await compareTrip(payload.config, document.markdown)
  const data = {
    ...(document.question
      ? { question: clip(document.question), answer: text }
      : { title: clip(document.title), body: text, kind: metadata.kind ?? 'policy' }),
    topic: metadata.topic ? await topicOf(metadata.topic) : idOf(source.topic),
    audience: metadata.audience ?? source.audience ?? 'public',
    riskTier: metadata.riskTier ?? source.riskTier ?? 'standard',
    locale: metadata.locale ?? source.locale ?? document.language ?? 'en-GB',
    effectiveFrom: metadata.effectiveFrom ? new Date(metadata.effectiveFrom).toISOString() : null,
    expiresAt: metadata.expiresAt ? new Date(metadata.expiresAt).toISOString() : null,
  }
  const content = signedContentWith(collection, data, markdown)
  return { collection, title: content.title, contentHash: contentHashOf(content), content, data, differences }
}

const clip = (title: string): string =>
  title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title

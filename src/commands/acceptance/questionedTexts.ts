import type { Payload, Where } from 'payload'
import type { DocumentRef } from '../../../ingestion/releases'
import type { Release } from '../../../payload-types'
import { inForceAt } from '../../database/inForceAt'
import type { AcceptanceQuestion } from '../../proofs/acceptance'
import { idOf } from '../../records/content'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../../vocabulary'
import { acceptanceOf } from './acceptanceQuestions'
import type { QuestionedText } from './askAcceptance'

/** A text in force with the questions that hold of it. */
export interface TextInForce extends QuestionedText {
  title: string
  owner: string | null
  questions: AcceptanceQuestion[]
}

/**
 * The texts in force that have acceptance questions. Where the working version is the one in force, its questions count, with
 * what was added since; where a newer one is being written, those that were there when the release was made.
 */
export async function questionedTexts(payload: Payload): Promise<TextInForce[]> {
  const working = (
    await Promise.all(GOVERNED_COLLECTIONS.map((collection) => readWorking(payload, collection)))
  ).flat()
  const byDocument = new Map(working.map((each) => [keyOf(each.document), each]))
  const released = await readReleased(
    payload,
    [...byDocument.values()].map(({ document }) => document.id),
  )
  return released.flatMap((release) => {
    const document = { collection: release.documentCollection, id: release.documentId }
    const own = byDocument.get(keyOf(document))
    const questions = own && own.version === release.version ? own.questions : acceptanceOf(release)
    if (questions.length === 0) return []
    const { title, audience, locale, owner } = release
    return [{ document, title, content: { audience, locale }, owner: own?.owner ?? idOf(owner), questions }]
  })
}

const keyOf = ({ collection, id }: DocumentRef): string => `${collection}/${id}`

async function readWorking(payload: Payload, collection: GovernedCollection) {
  const { docs } = await payload.find({
    collection,
    where: { and: [{ 'acceptance.question': { exists: true } }, { liveRelease: { exists: true } }] },
    depth: 0,
    pagination: false,
    select: { acceptance: true, version: true, owner: true },
  })
  return docs.map((row) => ({
    document: { collection, id: row.id },
    version: row.version,
    owner: idOf(row.owner),
    questions: acceptanceOf(row),
  }))
}

async function readReleased(payload: Payload, documentIds: readonly string[]): Promise<Release[]> {
  const asked: Where = { or: [{ acceptance: { exists: true } }, { documentId: { in: [...documentIds] } }] }
  const { docs } = await payload.find({
    collection: 'releases',
    where: {
      and: [
        documentIds.length > 0 ? asked : { acceptance: { exists: true } },
        inForceAt(new Date().toISOString()),
        { withdrawnAt: { exists: false } },
      ],
    },
    depth: 0,
    pagination: false,
    select: {
      documentCollection: true,
      documentId: true,
      version: true,
      title: true,
      audience: true,
      locale: true,
      owner: true,
      acceptance: true,
    },
  })
  return docs as Release[]
}

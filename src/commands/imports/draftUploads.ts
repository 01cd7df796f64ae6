import type { Payload } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { byCommand } from '../../records/byCommand'
import { findWorkingRow } from '../../records/workingRow'
import type { SourceDocument } from '../../../ingestion/types'
import type { Faq, Policy, Source, User } from '../../../payload-types'
import { sentenceOf } from '../../errors'
import { documentRow } from '../sync/documentRow'
import { topicIds } from '../topicIds'
import type { Choice, Drafted, ReadFile } from './types'
import { readBatch, type Batch } from './uploads'

/** Names drafts by the file that they came from: asked for twice, one is the other. */
const DRAFT_NAMESPACE = '9d3c8f52-41a7-4f0e-8d0b-6f6a9be0a1c4'

/**
 * Makes drafts of what was chosen, written by the person who brought it in. One that cannot be made says why and stops
 * nothing else; one that was made already is found again.
 * @throws {UploadRefused} when there is no such batch.
 */
export const draftUploads = async (
  { payload, user }: { payload: Payload; user: User },
  { choices, ...batch }: Batch & { choices: readonly Choice[] },
): Promise<Drafted[]> => {
  const files = (await readBatch(batch)) as Map<string, ReadFile>
  const topicOf = topicIds(payload)
  const drafted: Drafted[] = []
  for (const choice of choices) {
    const { file, key } = choice
    const document = files.get(file)?.documents.find((each) => each.key === key)
    try {
      drafted.push(
        document
          ? { file, key, ...(await draft({ payload, user, choice, document, topicOf, batch: batch.batch })) }
          : { file, key, error: 'This part of the file is no longer here. Bring the file in again.' },
      )
    } catch (error) {
      payload.logger.warn({ err: error, key }, 'A draft could not be made of an upload.')
      drafted.push({ file, key, error: whyNot(error) })
    }
  }
  return drafted
}

interface Drafting {
  payload: Payload
  user: User
  choice: Choice
  document: SourceDocument
  topicOf: (name: string) => Promise<string>
  batch: string
}

const draft = async ({ payload, user, choice, document, topicOf, batch }: Drafting) => {
  const row = await documentRow({
    payload,
    source: { topic: choice.topic } as Source,
    document: asChosen(document, choice),
    topicOf,
  })
  const { collection, title } = row
  const id = uuidv5([batch, choice.file, choice.key, collection].join(':'), DRAFT_NAMESPACE)
  const made = await findWorkingRow(payload, { collection, id })
  if (!made)
    await payload.create({
      collection,
      data: { ...row.data, id, owner: user.id } as unknown as Policy & Faq,
      user: { ...user, collection: 'users' },
      // The id is ours to give: asked for twice, one is the other.
      context: { [byCommand]: true },
      depth: 0,
    })
  return { collection, id, title }
}

/** What a person chose wins over what the file says. */
const asChosen = (document: SourceDocument, { as, audience, topic }: Choice): SourceDocument => {
  const { question, ...rest } = document
  const { topic: named, ...metadata } = document.metadata
  return {
    ...rest,
    ...(as === 'faq' && { question: question ?? document.title }),
    title: question ?? document.title,
    metadata: {
      ...metadata,
      audience,
      ...(as !== 'faq' && { kind: as }),
      ...(!topic && named && { topic: named }),
    },
  }
}

interface Marked {
  data?: { errors?: { message: string }[] }
}

/** Its own words where it has any for a person; never those of the database. */
const whyNot = (error: unknown): string =>
  sentenceOf(error) ??
  (error as Marked).data?.errors?.map(({ message }) => message).join(' ') ??
  'No draft could be made of it; the reason is in the log. Try again, or write it by hand.'

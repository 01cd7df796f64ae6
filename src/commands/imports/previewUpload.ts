import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { loadItems, DEFAULT_LIMITS, type LoadedFile } from '../../../ingestion/load'
import { describeOmission, type Omission } from '../../../ingestion/omissions'
import type { Loader, LoadFailure } from '../../../ingestion/types'
import { clearOldUploads, keepRead, readBatch, receiveFile, type Batch } from './uploads'
import { findAlike } from './findAlike'
import type { Preview, ReadFile } from './types'

interface Reading {
  payload: Payload
  loaders: ReadonlyMap<string, Loader>
}

/** Takes a file in, reads it as an import would, and says what would become which draft. @throws {UploadRefused} */
export const previewUpload = async (
  { payload, loaders }: Reading,
  { name, body, ...batch }: Batch & { name: string; body: AsyncIterable<Uint8Array> },
): Promise<Preview> => {
  await clearOldUploads(batch.dataDir, Date.now())
  const { id, file } = await receiveFile(batch, body)
  const loaded = await readOne({ name, file, loaders })
  const documents = loaded.outcome === 'read' ? loaded.documents : []
  const others = [...(await readBatch(batch)).values()] as ReadFile[]
  const alike = await findAlike(payload, documents, others)
  await keepRead(batch, id, { name, documents } satisfies ReadFile)
  return {
    id,
    name,
    documents: documents.map(({ key, title, question, markdown, metadata }, index) => ({
      key,
      title: question ?? title,
      markdown,
      faq: Boolean(question),
      metadata,
      alike: alike[index] ?? [],
    })),
    failures: failuresOf(loaded).map(({ error }) => error),
    leftOut: leftOutOf(loaded).map(describeOmission),
  }
}

const readOne = async ({
  name,
  file,
  loaders,
}: {
  name: string
  file: string
  loaders: Reading['loaders']
}): Promise<LoadedFile> => {
  const item = {
    key: name,
    location: name,
    extension: path.extname(name).toLowerCase(),
    fetch: () => readFile(file),
  }
  const items = (async function* () {
    yield item
  })()
  for await (const loaded of loadItems({ items, loaders, limits: DEFAULT_LIMITS })) return loaded
  throw new Error('A file was listed and not read.')
}

const failuresOf = (loaded: LoadedFile): LoadFailure[] => {
  if (loaded.outcome === 'read') return loaded.failures
  if (loaded.outcome === 'skipped') return [{ file: loaded.key, error: notRead(loaded.extension) }]
  return []
}

const leftOutOf = (loaded: LoadedFile): Omission[] =>
  loaded.outcome === 'read' || loaded.outcome === 'left_out' ? loaded.omissions : []

const notRead = (extension: string): string =>
  `${extension ? `Files that end in ${extension}` : 'Files without an ending'} are not read. Save it as .docx, .pdf, .md, .html, .xlsx or .csv and bring that in.`

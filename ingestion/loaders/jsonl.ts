import { z } from 'zod'
import { VouchError, LoadError } from '../../src/errors'
import type { OmissionNotice } from '../omissions'
import type { Loader, SourceDocument } from '../types'
import { decodeText } from './decode'
import { explain, type Fields, normaliseNames, readFields } from './metadata'
import { rowKeys } from './rowKeys'

/** JSON Lines: a document, or a question with its answer, on each line. A bad line is a failure and the rest go on. */
export const loadJsonl: Loader = async function* ({ key, bytes }) {
  const keyOf = rowKeys(key)
  let line = 0
  for (const text of decodeText(bytes).split('\n')) {
    line += 1
    if (text.trim() === '') continue
    try {
      yield toDocument({ fields: parseLine(text), line, keyOf })
    } catch (error) {
      if (!(error instanceof VouchError)) throw error
      yield { file: key, error: `Line ${line}: ${error.message}` }
    }
  }
}

interface Row {
  fields: Fields
  line: number
  keyOf: ReturnType<typeof rowKeys>
}

/** One row of a table or line of JSON as a document. Throws a LoadError that says which field is wrong. */
export function toDocument({ fields, line, keyOf }: Row): SourceDocument | OmissionNotice {
  const parsed = rowSchema.safeParse(fields)
  if (!parsed.success) throw new LoadError(explain(parsed.error))
  const { id, title, text, question, answer } = parsed.data
  const markdown = question ? (answer ?? text) : (text ?? answer)
  const name = title ?? question
  if (!markdown) throw new LoadError(question ? 'The question has no answer.' : 'The document has no text.')
  if (!name) throw new LoadError(answer ? 'The answer has no question.' : 'The document has no title.')
  const key = keyOf({ id: id ?? undefined, title: name })
  const { metadata, leftOut, omissions } = readFields(fields, { name })
  if (leftOut) return { file: key, omissions: [leftOut] }
  const document = { key, title: name, markdown, ...(question && { question }), metadata, line }
  return omissions.length > 0 ? { ...document, omissions } : document
}

function parseLine(text: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new LoadError(`not valid JSON (${error instanceof Error ? error.message : String(error)}).`)
  }
  const parsed = z.record(z.string(), z.unknown()).safeParse(value)
  if (!parsed.success)
    throw new LoadError('not a JSON object with “title” and “text”, or “question” and “answer”.')
  return normaliseNames(parsed.data)
}

const filled = z
  .string('must be text')
  .trim()
  .nullish()
  .transform((text) => text || undefined)

const rowSchema = z.object({
  id: z
    .union([z.string(), z.number()], 'must be text or a number')
    .transform((id) => String(id).trim() || undefined)
    .nullish(),
  title: filled,
  text: filled,
  question: filled,
  answer: filled,
})

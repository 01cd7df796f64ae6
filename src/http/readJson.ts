import { z } from 'zod'
import { sayIssue } from './fieldWords'
import { HttpProblem } from './problem'
import { readBody } from './readBody'

const malformed = (detail: string) => new HttpProblem({ status: 400, title: 'Malformed JSON', detail })

/**
 * Reads and parses a request's JSON body, at most `maxBytes` of it, its text made well-formed.
 * @throws {HttpProblem} 415, 413, or 400 with a JSON pointer for each field that is wrong.
 */
export const readJson = async <Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes = 512 * 1024,
): Promise<{ value: z.infer<Schema>; text: string }> => {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new HttpProblem({
      status: 415,
      title: 'Unsupported media type',
      detail: 'Send JSON with “Content-Type: application/json”.',
    })
  const text = await readText(request, maxBytes)
  let json: unknown
  try {
    json = JSON.parse(text, wellFormed)
  } catch (error) {
    throw malformed(`The body is not JSON: ${(error as Error).message}.`)
  }
  const parsed = schema.safeParse(json, { error: sayIssue })
  if (!parsed.success) throw invalidFields(parsed.error)
  return { value: parsed.data, text }
}

/** 400 with a JSON pointer for each field that is wrong. */
export function invalidFields(error: z.ZodError): HttpProblem {
  return new HttpProblem({
    status: 400,
    title: 'Invalid request',
    detail: 'Some fields cannot be used; see “errors”.',
    errors: error.issues.flatMap(pointersOf),
  })
}

/** A half of a surrogate pair, which no store and no encoder takes, becomes U+FFFD, the mark of what cannot be read. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

const pointersOf = (issue: z.core.$ZodIssue): { pointer: string; detail: string }[] => {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null]
  return keys.map((key) => ({
    pointer: `/${[...issue.path, ...(key === null ? [] : [key])].map(String).map(escapePointer).join('/')}`,
    detail: key === null ? issue.message : 'There is no such field.',
  }))
}

const escapePointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

const readText = async (request: Request, maxBytes: number): Promise<string> => {
  const body = await readBody(request, maxBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw malformed('The body is not valid UTF-8.')
  }
}

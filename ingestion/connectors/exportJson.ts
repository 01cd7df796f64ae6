import { readFile } from 'node:fs/promises'
import { LoadError } from '../../src/errors'
import { decodeText } from '../loaders/decode'

/** What a file of an export holds: a list of anything, or an object with the list under one of `lists`. */
export async function readExport(path: string, how: { lists: string[]; lines: boolean }): Promise<unknown[]> {
  return parseExport(decodeText(await readFile(path)), how)
}

function parseExport(text: string, { lists, lines }: { lists: string[]; lines: boolean }): unknown[] {
  if (lines)
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => parseJson(line) ?? line)
  const parsed = parseJson(text)
  if (parsed === undefined) throw new LoadError('The export is not valid JSON. Export it again.')
  if (Array.isArray(parsed)) return parsed
  const list = lists.map((name) => (parsed as Record<string, unknown> | null)?.[name]).find(Array.isArray)
  if (!list)
    throw new LoadError(
      `The export has no list of articles under ${lists.map((name) => `"${name}"`).join(' or ')}.`,
    )
  return list as unknown[]
}

/** Undefined when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { readFile } from 'node:fs/promises'
import { LoadError } from '../../src/errors'
import { decodeText } from '../loaders/decode'

/** What a file of an export holds, first what stands beside its list, which may say what its ids mean. */
export type ExportPart = { beside: unknown } | { value: unknown }

/** The parts of an export: a list of anything, or an object with the list under one of `lists`. @throws {LoadError} */
export async function readExport(
  path: string,
  how: { lists: string[]; lines: boolean },
): Promise<ExportPart[]> {
  const { values, beside } = parseExport(decodeText(await readFile(path)), how)
  return [{ beside }, ...values.map((value) => ({ value }))]
}

function parseExport(
  text: string,
  { lists, lines }: { lists: string[]; lines: boolean },
): { values: unknown[]; beside: unknown } {
  if (lines) {
    const each = text.split('\n').filter((line) => line.trim())
    return { values: each.map((line) => parseJson(line) ?? line), beside: null }
  }
  const parsed = parseJson(text)
  if (parsed === undefined) throw new LoadError('The export is not valid JSON. Export it again.')
  if (Array.isArray(parsed)) return { values: parsed, beside: null }
  const whole = (parsed ?? {}) as Record<string, unknown>
  const name = lists.find((each) => Array.isArray(whole[each]))
  if (!name)
    throw new LoadError(
      `The export has no list of articles under ${lists.map((each) => `"${each}"`).join(' or ')}.`,
    )
  const { [name]: values, ...beside } = whole
  return { values: values as unknown[], beside }
}

/** Undefined when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { LoadError } from '../../src/errors'
import { type Fields, normaliseNames } from './metadata'

export interface FrontMatter {
  /** With normalised names. */
  fields: Fields
  /** As they are named there. */
  raw: Fields
  body: string
  bodyLine: number
  /** There is a block at the top, in whatever format. */
  found: boolean
}

/**
 * What stands at the top of a text about itself, and the text below: YAML between `---`, TOML between `+++`, JSON in braces
 * or between `;;;`; below a byte-order mark and blank lines, too. A block of another kind stays text and is never run; it may
 * hold a restriction, so it counts as one that is not understood.
 * @throws {LoadError} when it cannot be read.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const start = /^\uFEFF?(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0
  const block = fenced(text.slice(start)) ?? braced(text.slice(start))
  const fields = block && read(block)
  if (!block || !fields)
    return { fields: {}, raw: {}, body: text.replace(/^\uFEFF/, ''), bodyLine: 1, found: false }
  const whole = text.slice(0, start) + block.whole
  if (!block.format) return { fields, raw: {}, body: text, bodyLine: 1, found: false }
  return {
    fields: normaliseNames(fields),
    raw: fields,
    body: text.slice(whole.length),
    bodyLine: whole.split('\n').length,
    found: true,
  }
}

type Format = 'yaml' | 'toml' | 'json'
interface Block {
  format: Format | null
  source: string
  whole: string
  /** What opened it. */
  opening: string
}

const FENCED = /^(---|\+\+\+|;;;)[ \t]*([a-z]*)[ \t]*\n([\s\S]*?)(?:^)(\1|\.\.\.)[ \t]*(?:\n|$)/m
const FORMATS: Record<string, Format> = { '---': 'yaml', '+++': 'toml', ';;;': 'json' }
const NAMED: Record<string, Format> = { yaml: 'yaml', yml: 'yaml', toml: 'toml', json: 'json' }

function fenced(text: string): Block | null {
  const [whole, opening = '', named = '', source = '', closing = ''] = FENCED.exec(text) ?? []
  if (!whole || (closing === '...' && opening !== '---')) return null
  const format = named ? (NAMED[named.toLowerCase()] ?? null) : (FORMATS[opening] ?? null)
  return { format, source, whole, opening: `${opening}${named}` }
}

/** As Hugo has it: an object at the very top, closed by a brace on a line of its own or at its end. */
function braced(text: string): Block | null {
  if (!/^\{\s*(?:"|\})/.test(text)) return null
  for (const { index } of text.matchAll(/\}[ \t]*(?:\n|$)/g)) {
    const source = text.slice(0, index + 1)
    try {
      JSON.parse(source)
    } catch {
      continue
    }
    const line = /^[ \t]*(?:\n|$)/.exec(text.slice(source.length))?.[0] ?? ''
    return { format: 'json', source, whole: source + line, opening: '{' }
  }
  return null
}

/** Null when what stands between two rules is no list of fields but text. */
function read({ format, source, opening }: Block): Fields | null {
  if (!format) return { restriction: `front matter between ${opening}` }
  try {
    const value: unknown = PARSERS[format](source)
    if (value === null || value === undefined) return {}
    if (typeof value === 'object' && !Array.isArray(value)) return value as Fields
  } catch (error) {
    const reason = (error instanceof Error ? error.message.split('\n')[0] : null) ?? String(error)
    throw new LoadError(
      `The front matter at the top of the file is not valid ${format.toUpperCase()}: ${reason.replace(/[.:]?$/, '.')}`,
    )
  }
  if (format === 'yaml') return null
  throw new LoadError('The front matter at the top of the file holds no names with values.')
}

/** Neither runs anything, and a day stays the text that it is written as. */
const PARSERS: Record<Format, (source: string) => unknown> = {
  yaml: (source) => parseYaml(source, { schema: 'core', maxAliasCount: 100, logLevel: 'error' }),
  toml: (source) => parseToml(source),
  json: (source) => JSON.parse(source),
}

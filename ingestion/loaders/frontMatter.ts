import matter from 'gray-matter'
import { LoadError } from '../../src/errors'
import { type Fields, normaliseNames } from './metadata'

/**
 * The YAML between two `---` lines at the top, with normalised names, and the text below. Only plain `---` opens it:
 * gray-matter would run `---js` as a program.
 */
export function splitFrontMatter(text: string): { fields: Fields; body: string; bodyLine: number } {
  const block = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)?.[0]
  if (!block) return { fields: {}, body: text, bodyLine: 1 }
  const body = text.slice(block.length)
  const bodyLine = block.split('\n').length
  return { fields: normaliseNames(parse(block)), body, bodyLine }
}

function parse(block: string): Fields {
  try {
    return matter(block, { language: 'yaml' }).data
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new LoadError(`The front matter at the top of the file is not valid YAML: ${reason}`)
  }
}

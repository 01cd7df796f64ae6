import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown, spanOf } from '../../ingestion/blocks'
import { piecesOf } from '../../ingestion/markdownPieces'
import { parseInPieces } from '../../ingestion/parseInPieces'
import { parseMarkdown as whole } from '../../src/markdown/read'

const shown = ({ children }: Root) => JSON.stringify(children, null, 1)

const TRICKY = [
  '# Terms\n\nSee [the list][l] and[^1].\n\n- one\n\n  more of one\n\n- two\n\nAfter the list.',
  '> quoted\n\n> again\n\nPlain.\n\n```\ncode\n\n# no heading\n```\n\nAfter the code.',
  '~~~~\n```\n\nstill code\n\n~~~\n\nstill\n~~~~\n\nAfter.',
  '<pre>\n\nraw\n\nA line\n</pre>\n\n<!-- hidden\n\nA line\n\n-->\n\nSeen.',
  '<script>\n\nlet a\n\n</script>\n\n<div>\n\n**bold**\n\n</div>\n\nAfter.',
  '| a | b |\n| - | - |\n| 1 | 2 |\n\nText\n===\n\n1. one\n\n   ```\n   in the item\n\n   ```\n\nAfter the item.',
  'Text[^1].\n\n[^1]: A note\n\n    with a second paragraph.\n\nÜber alles.\n\n[l]: https://example.com "Title"\n',
].join('\n\n')

describe('a long text, parsed in pieces', () => {
  it('is what it is parsed as a whole, with the same places', () => {
    expect(piecesOf(TRICKY, 10).length).toBeGreaterThan(10)
    expect(
      piecesOf(TRICKY, 10)
        .map(({ text }) => text)
        .join(''),
    ).toBe(TRICKY)
    expect(shown(parseInPieces(TRICKY, whole, 10))).toBe(shown(whole(TRICKY)))
  })

  const CORPORA = resolve(import.meta.dirname, '../../../../shared/data/policy_corpora')
  it.skipIf(!existsSync(CORPORA))(
    'so is every Markdown file of the corpora',
    () => {
      const files = readdirSync(CORPORA, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.md'),
      )
      expect(files.length).toBeGreaterThan(100)
      const differing = files.filter((file) => {
        const text = readFileSync(join(CORPORA, file), 'utf8').replace(/\r\n?/g, '\n')
        return shown(parseInPieces(text, whole, 500)) !== shown(whole(text))
      })
      expect(differing).toEqual([])
    },
    120_000,
  )

  it('is cut into short pieces wherever a block ends', () => {
    const section = (i: number) => `## Clause ${i}\n\nA customer may **return** it.\n\n- one\n- two\n\n`
    const text = Array.from({ length: 600 }, (_, i) => section(i)).join('')
    const pieces = piecesOf(text, 4_096)
    expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThan(5 * 1024)
    const last = parseMarkdown(text).children.at(-1)
    expect(last && text.slice(spanOf(last).start, spanOf(last).end)).toBe('- one\n- two')
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../ingestion/blocks'
import { cutMarkdown } from '../../src/markdown/pieces'
import { parseMarkdown, parseSteps, parseWhole as whole, readMarkdown } from '../../src/markdown/read'
import { atOnce } from '../../src/markdown/turns'

const piecesOf = (text: string, size: number) => cutMarkdown(text, size).pieces
const parseInPieces = (text: string, size: number) => atOnce(parseSteps(text, size))

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
    expect(shown(parseInPieces(TRICKY, 10))).toBe(shown(whole(TRICKY)))
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
        return shown(parseInPieces(text, 500)) !== shown(whole(text))
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

  it('keeps a long list one list, loose or tight, and two lists two', () => {
    const items = (mark: string, n: number, gap = '') =>
      Array.from({ length: n }, (_, i) => `${mark} item ${i}\n${gap}`).join('')
    const text = [
      items('-', 40),
      items('*', 40, '\n'),
      items('1.', 40),
      items('1)', 40),
      '- - -\n',
      items('-', 9),
    ].join('\n')
    expect(piecesOf(text, 60).length).toBeGreaterThan(20)
    expect(shown(parseInPieces(text, 60))).toBe(shown(whole(text)))
  })

  it('takes time with its length, whatever it defines', () => {
    const part = (i: number) =>
      `See [the list][l${i}] of number ${i}.\n\n[l${i}]: https://example.com/${i}\n\n`
    const timeOf = (n: number) => {
      const text = Array.from({ length: n }, (_, i) => part(i)).join('')
      const started = process.cpuUsage()
      atOnce(parseSteps(text))
      return process.cpuUsage(started).user
    }
    timeOf(100)
    expect(timeOf(1_200) / timeOf(300)).toBeLessThan(8)
  }, 60_000)

  it('lets others take their turn while it is read', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await readMarkdown('A line of **text** that says something.\n\n'.repeat(2_000))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

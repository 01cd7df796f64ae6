import { describe, expect, it } from 'vitest'
import { cutLongText } from '../../ingestion/loaders/longText'
import type { SourceDocument } from '../../ingestion/types'

const text = (markdown: string, more: Partial<SourceDocument> = {}): SourceDocument => ({
  key: 'terms.md',
  title: 'Terms',
  markdown,
  metadata: { topic: 'Law' },
  line: 1,
  ...more,
})
const words = (markdown: string) => markdown.split(/\s+/).filter(Boolean)
const chapter = (rank: string, name: string, lines: number) =>
  `${rank} ${name}\n\n${'What a customer may do.\n\n'.repeat(lines)}`

describe('a text that is longer than a person signs at once', () => {
  it('is several, cut at headings, neighbours together, and says so once', () => {
    const long = [chapter('##', 'One', 10), chapter('##', 'Two', 10), chapter('##', 'Three', 30)].join('')
    const parts = cutLongText(text(long), 800)
    expect(parts.map(({ title }) => title)).toEqual(['Terms (1 of 2): One', 'Terms (2 of 2): Three'])
    expect(parts.map(({ key }) => key)).toEqual(['terms.md#one', 'terms.md#three'])
    expect(parts.flatMap(({ markdown }) => words(markdown))).toEqual(words(long))
    expect(parts.map(({ omissions }) => omissions?.length ?? 0)).toEqual([1, 0])
    expect(parts.every(({ metadata }) => metadata.topic === 'Law')).toBe(true)
  })

  it('is cut at deeper headings where a chapter alone is too long, never at one in a fence', () => {
    const fenced = '```\n### no heading\n```\n\n'
    const long = `## All\n\n${fenced}${chapter('###', 'A', 20)}${chapter('###', 'B', 20)}`
    const parts = cutLongText(text(long), 700)
    expect(parts.map(({ markdown }) => markdown.split('\n')[0])).toEqual(['## All', '### B'])
  })

  it('without headings is cut where a block ends, and loses nothing even where none does', () => {
    const plain = 'A sentence that stands alone.\n\n'.repeat(200)
    for (const { markdown } of cutLongText(text(plain), 1_000)) expect(markdown.endsWith('alone.')).toBe(true)
    const glued = 'x'.repeat(5_000)
    expect(
      cutLongText(text(glued), 1_000)
        .map(({ markdown }) => markdown)
        .join(''),
    ).toBe(glued)
  })

  it('is left as it is when it is short, or answers a question', () => {
    const short = text('Short.')
    expect(cutLongText(short, 100)).toEqual([short])
    const answer = text('word '.repeat(100), { question: 'Why?' })
    expect(cutLongText(answer, 100)).toEqual([answer])
  })
})

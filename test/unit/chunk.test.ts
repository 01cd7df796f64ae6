import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHUNK_CHARACTERS, CHUNK_TOKENS, chunker, embeddingText } from '../../ingestion/chunk'
import { countTokens } from '../../ingestion/tokens'
import { often } from '../often'

const chunk = (text: string, title = 'Refunds', faq = false) => chunker.chunk({ title, text, faq })
const sentence = (n: number) =>
  `Sentence number ${n} tells the customer what the shop will do about the matter.`
const paragraph = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => sentence(from + i)).join(' ')

const word = fc.stringMatching(/^[a-zà-ÿ]{2,12}$/)
const words = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map((list) => list.join(' '))
const sentences = fc.array(
  words(30).map((text) => `${text}.`),
  { minLength: 1, maxLength: 30 },
)
const block = fc.oneof(
  sentences.map((list) => list.join(' ')),
  sentences.map((list) => list.join('\n')),
  sentences.map((list) => list.map((text) => `- ${text}`).join('\n')),
  sentences.map((list) => list.map((text, i) => `${i + 1}. ${text}\n   - ${text}`).join('\n')),
  sentences.map((list) => `> ${list.join('\n>\n> ')}`),
  fc
    .array(words(8), { minLength: 1, maxLength: 60 })
    .map((rows) => `| col |\n|---|\n${rows.map((r) => `| ${r} |`).join('\n')}`),
  words(60).map((text) => `\`\`\`\n${text.replaceAll(' ', '\n')}\n\`\`\``),
  fc.stringMatching(/^[a-z]{1000,3000}$/),
)
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words(6))
  .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`)
const markdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: block }, heading), { maxLength: 14 })
  .map((list) => list.join('\n\n'))
const anyText = fc.oneof(
  markdown,
  fc.string({ unit: 'grapheme', maxLength: 3000 }),
  fc.string({ unit: 'binary', maxLength: 3000 }),
)

describe('chunks of any text', () => {
  it('are exact spans of the release, in order and without overlap', () => {
    fc.assert(
      fc.property(anyText, fc.string(), fc.boolean(), (text, title, faq) => {
        let end = 0
        for (const [position, part] of chunk(text, title, faq).entries()) {
          expect(part.text).toBe(text.slice(part.start, part.end))
          expect(part.text.trim()).not.toBe('')
          expect(part.start).toBeGreaterThanOrEqual(end)
          expect(part.position).toBe(position)
          end = part.end
        }
      }),
    )
  })

  it('hold the token limit, alone and with title and heading path', () => {
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 2000 }), (text, title) => {
        for (const part of chunk(text, title)) {
          expect(part.tokens).toBeLessThanOrEqual(CHUNK_TOKENS)
          expect(part.text.length).toBeLessThanOrEqual(CHUNK_CHARACTERS)
          expect(countTokens(embeddingText(title, part.headingPath, part.text))).toBeLessThanOrEqual(256)
        }
      }),
    )
  })

  it('cover every word outside the headings', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const covered = Array.from({ length: text.length }, () => false)
        for (const part of chunk(text)) covered.fill(true, part.start, part.end)
        const lost = [...text.matchAll(/^(?!#).*$/gm)].flatMap((line) =>
          [...line[0].matchAll(/[\p{L}\p{N}]+/gu)]
            .filter((w) => !covered[line.index + w.index])
            .map((w) => w[0]),
        )
        expect(lost).toEqual([])
      }),
    )
  })

  it('are the same every time', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(chunk(text)).toEqual(chunk(text))
      }),
      { numRuns: often(20) },
    )
  })
})

describe('chunks of a policy', () => {
  it('carry the headings above them and leave the heading itself out', () => {
    const parts = chunk('Intro.\n\n## Returns\n\n### Damaged goods\n\nSend a picture.\n\n## Fees\n\nNone.')
    expect(parts.map((part) => [part.headingPath, part.text])).toEqual([
      [[], 'Intro.'],
      [['Returns', 'Damaged goods'], 'Send a picture.'],
      [['Fees'], 'None.'],
    ])
  })

  it('do not repeat the title in the heading path', () => {
    expect(chunk('# Refunds\n\n## Fees\n\nNone.')[0]?.headingPath).toEqual(['Fees'])
  })

  it('never consist of headings alone', () => {
    expect(chunk('# One\n\n## Two\n\n### Three')).toEqual([])
    expect(chunk('## Empty\n\n## Full\n\nText.').map((part) => part.text)).toEqual(['Text.'])
  })

  it('break a long paragraph between sentences, and lines do not end a sentence', () => {
    const text = paragraph(0, 40).replaceAll(' the ', '\nthe ')
    const parts = chunk(text)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(part.text).toMatch(/^Sentence[\s\S]*matter\.$/)
  })

  it('cut a table between rows, and the header stays with the first row', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `| Product ${i} | ${i} days to send it back to us |`)
    const parts = chunk(`| Product | Period |\n|---|---|\n${rows.join('\n')}`)
    expect(parts.length).toBeGreaterThan(2)
    expect(parts[0]?.text).toContain('| Product | Period |\n|---|---|\n| Product 0 |')
    for (const part of parts) expect(part.text).toMatch(/^\|[\s\S]*\|$/)
  })

  it('cut a list between items and keep its lead-in with the first of them', () => {
    const items = Array.from({ length: 12 }, (_, i) => `${i + 1}. ${sentence(i)}`)
    const text = `${paragraph(0, 10)}\n\nYou need all of the following:\n\n${items.join('\n')}`
    const parts = chunk(text)
    const lead = parts.find((part) => part.text.includes('following:'))
    expect(lead?.text).toContain('1. Sentence')
    for (const part of parts.slice(1)) expect(part.text).toMatch(/^(You need|\d+\. |Sentence)/)
  })

  it('share the text evenly rather than leave a runt at the end', () => {
    const parts = chunk(Array.from({ length: 13 }, (_, i) => sentence(i)).join('\n\n'))
    expect(parts).toHaveLength(2)
    const [first, last] = parts
    expect((last?.text.length ?? 0) / (first?.text.length ?? 1)).toBeGreaterThan(0.6)
  })

  it('survive a word of ten thousand characters, emoji and special tokens', () => {
    const started = Date.now()
    const parts = chunk(`${'x'.repeat(10_000)}\n\n${'👩‍👩‍👧'.repeat(1_250)}\n\nWe print <|endoftext|> as it is.`)
    expect(Date.now() - started).toBeLessThan(3_000)
    expect(parts.map((part) => part.text).join('')).toContain('<|endoftext|>')
    expect(parts.every((part) => !/\p{Surrogate}/u.test(part.text))).toBe(true)
  })
})

describe('chunks of an FAQ', () => {
  it('are one, headings and all, up to twice the usual size', () => {
    const answer = `${paragraph(0, 8)}\n\n## Exceptions\n\n${paragraph(8, 14)}`
    const parts = chunk(`${answer}\n`, 'Can I get my money back?', true)
    expect(parts.map((part) => part.text)).toEqual([answer])
  })

  it('are several when the answer is far too long', () => {
    expect(chunk(paragraph(0, 80), 'Why?', true).length).toBeGreaterThan(4)
  })
})

describe('the content hash', () => {
  it('changes with the title, the heading path and the text, and with nothing else', () => {
    const hash = (text: string, title?: string) => chunk(text, title).at(-1)?.contentHash
    const base = hash('## Fees\n\nNone.')
    expect(base).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(hash('Moved down.\n\n## Fees\n\nNone.')).toBe(base)
    expect(hash('## Fees\n\nSome.')).not.toBe(base)
    expect(hash('## Costs\n\nNone.')).not.toBe(base)
    expect(hash('## Fees\n\nNone.', 'Returns')).not.toBe(base)
  })
})

describe('chunks of a long table', () => {
  const row = (n: number) => `| Zone ${n} | ${n + 3} EUR | ${n + 5} EUR | ${n % 9} working days |`
  const table = (rows: number) =>
    [
      '| Zone | Up to 5 kg | Up to 20 kg | Delivery |',
      '| --- | --- | --- | --- |',
      ...Array.from({ length: rows }, (_, n) => row(n)),
    ].join('\n')
  const columns = 'Zone | Up to 5 kg | Up to 20 kg | Delivery'

  it('carry the names of its columns where its head is in another', () => {
    const parts = chunk(`## Prices\n\nAll prices:\n\n${table(60)}`)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts[0]?.headingPath).toEqual(['Prices'])
    for (const part of parts.slice(1)) {
      expect(part.headingPath).toEqual(['Prices', columns])
      expect(embeddingText('Refunds', part.headingPath, part.text)).toContain('Up to 20 kg')
    }
  })

  it('carry them in a list and in a quotation, each table its own', () => {
    const other = table(60).replace('Zone | Up', 'Island | Up')
    for (const text of [
      `${table(60)}\n\n${other}`,
      `- ${table(60).replaceAll('\n', '\n  ')}\n- ${other.replaceAll('\n', '\n  ')}`,
    ]) {
      const paths = chunk(text).map(({ headingPath, text: rows }) => [headingPath.at(-1), rows] as const)
      for (const [path, rows] of paths)
        if (!rows.includes('Up to 5 kg')) expect(path).toMatch(/^(Zone|Island) \| Up to 5 kg/)
      expect(paths.at(-1)?.[0]).toMatch(/^Island/)
    }
  })

  it('have no names where the table has none, and a short table is not cut', () => {
    const nameless = table(60).replace(/^.*$/m, '|  |  |  |  |')
    expect(chunk(nameless).every(({ headingPath }) => headingPath.length === 0)).toBe(true)
    expect(chunk(table(3))).toHaveLength(1)
  })
})

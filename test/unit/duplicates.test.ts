import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateSteps, jaccard, shingles } from '../../ingestion/duplicates'
import { atOnce } from '../../src/markdown/turns'
import type { SourceDocument } from '../../ingestion/types'
import { mulberry32 } from '../../scripts/mulberry32'

const document = (key: string, markdown: string, question?: string): SourceDocument => ({
  key,
  title: key,
  markdown,
  metadata: {},
  line: 1,
  ...(question && { question }),
})
const WORDS = Array.from({ length: 200 }, (_, i) => `word${i}`)

const findDuplicates = (...args: Parameters<typeof duplicateSteps>) => atOnce(duplicateSteps(...args))

describe('duplicates of an import', () => {
  it('are found when the words are the same, whatever their formatting', () => {
    const found = findDuplicates([
      document('a', '## Fees\n\nWe **charge** no fee for [returns](https://a.example/x) of *kettles*.'),
      document('b', 'Fees: we charge no fee for returns of kettles'),
      document('c', 'We charge a fee for each return of a pot.'),
    ])
    expect(found).toEqual([{ a: 'a', b: 'b', similarity: 1 }])
  })

  it('are found when a few words differ, with how alike they are', () => {
    const changed = WORDS.with(100, 'other')
    const found = findDuplicates([document('a', WORDS.join(' ')), document('b', changed.join(' '))])
    expect(found).toEqual([{ a: 'a', b: 'b', similarity: 0.9502 }])
    const rewritten = WORDS.map((word, i) => (i % 20 === 0 ? 'other' : word)).join(' ')
    expect(findDuplicates([document('a', WORDS.join(' ')), document('b', rewritten)])).toEqual([])
  })

  it('are not FAQs with the same answer to different questions', () => {
    expect(
      findDuplicates([
        document('a', 'Yes.', 'Can I pay by card?'),
        document('b', 'Yes.', 'Can I bring a dog?'),
        document('c', 'Yes!', 'Can I bring a dog'),
      ]),
    ).toEqual([{ a: 'b', b: 'c', similarity: 1 }])
  })

  it('are exactly those that comparing all pairs finds', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.constantFrom(0.5, 0.7, 0.9), (texts, atLeast) => {
        const documents = texts.map((words, i) => document(String(i), words.join(' ')))
        const all = documents.flatMap((b, j) =>
          documents.slice(0, j).map((a) => ({
            a: a.key,
            b: b.key,
            similarity: jaccard(shingles(a.markdown), new Set(shingles(b.markdown))),
          })),
        )
        expect(findDuplicates(documents, atLeast)).toEqual(
          all.filter(({ similarity }) => similarity >= atLeast),
        )
      }),
    )
  })

  it('of a thousand long documents are found in seconds', () => {
    const documents = Array.from({ length: 1_000 }, (_, i) => {
      // Every hundredth repeats the one before it.
      const next = mulberry32(i % 100 === 99 ? i - 1 : i + 1)
      return document(
        String(i),
        Array.from({ length: 1_000 }, () => `w${Math.floor(next() * 3_000)}`).join(' '),
      )
    })
    const started = performance.now()
    const found = findDuplicates(documents)
    const seconds = (performance.now() - started) / 1000
    console.log(`duplicates among 1,000 documents of 1,000 words: ${seconds.toFixed(2)} s`)
    expect(found).toHaveLength(10)
    expect(seconds).toBeLessThan(15)
  })
})

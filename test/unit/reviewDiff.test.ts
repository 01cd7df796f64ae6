import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffTexts, type TextDiff } from '../../src/admin/review/diff'
import { diffWords } from '../../src/admin/review/diffWords'
import { blocksOf } from '../../src/admin/review/markdownBlocks'
import { often } from '../often'

const diff = (old: string | null, now: string) => diffTexts(old, now, 'en-GB')

/** Each block as `kind: text`, with what went in [-…-] and what came in {+…+}. */
const shown = ({ blocks }: TextDiff): string[] =>
  blocks.map(
    ({ kind, cells }) =>
      `${kind}: ${cells
        .map((runs) =>
          runs
            .map(({ change, text }) =>
              change === 'added' ? `{+${text}+}` : change === 'removed' ? `[-${text}-]` : text,
            )
            .join(''),
        )
        .join(' | ')}`,
  )

describe('the difference of two texts', () => {
  it('marks the words that changed in a sentence, and counts the sentence once', () => {
    const found = diff(
      'Customers may return goods within 14 days of delivery. Postage is free.',
      'Customers may return goods within **30** days of delivery. Postage is free.',
    )
    expect(shown(found)).toEqual([
      'paragraph: Customers may return goods within [-14-]{+30+} days of delivery. Postage is free.',
    ])
    expect(found.sentences).toBe(1)
  })

  it('replaces neighbouring words as one, and a sentence that shares little as a whole', () => {
    expect(shown(diff('You have ten whole days to pay.', 'You have two long weeks to pay.'))).toEqual([
      'paragraph: You have [-ten whole days-]{+two long weeks+} to pay.',
    ])
    const found = diff(
      'Postage is free for all members. Goods must be unused.',
      'Nothing is refunded after that. Goods must be unused.',
    )
    expect(shown(found)).toEqual([
      'paragraph: [-Postage is free for all members. -]{+Nothing is refunded after that. +}Goods must be unused.',
    ])
  })

  it('keeps a sentence that went apart from the one before it', () => {
    const found = diff('Postage is free. Goods must be unused.', 'Postage is free.')
    expect(shown(found)).toEqual(['paragraph: Postage is free. [-Goods must be unused.-]'])
  })

  it('keeps headings, items and rows as they are rendered, and marks those that came and went', () => {
    const old =
      '# Returns\n\n- A laptop\n- A phone\n\n| Goods | Days |\n| --- | --- |\n| Laptop | 14 |\n| Phone | 7 |'
    const now =
      '# Returns\n\n- A laptop\n- A tablet, if it is unused\n- A phone\n\n| Goods | Days |\n| --- | --- |\n| Laptop | 30 |\n| Phone | 7 |'
    const found = diff(old, now)
    expect(shown(found)).toEqual([
      'heading: Returns',
      'item: A laptop',
      'item: {+A tablet, if it is unused+}',
      'item: A phone',
      'row: Goods | Days',
      'row: Laptop | [-14-]{+30+}',
      'row: Phone | 7',
    ])
    expect(found.sentences).toBe(2)
  })

  it('never shows Markdown, and shows where a link leads when that changes', () => {
    expect(
      shown(diff('Read the [terms](https://a.example/old).', 'Read the [terms](https://a.example/new).')),
    ).toEqual(['paragraph: Read the terms [-‹https://a.example/old›-]{+‹https://a.example/new›+}.'])
    expect(blocksOf('**Bold** and `code`, <https://a.example>\n\n> quoted\n\n1. one\n2. two')).toEqual([
      { kind: 'paragraph', cells: ['Bold and code, https://a.example'] },
      { kind: 'quote', cells: ['quoted'] },
      { kind: 'item', depth: 0, marker: '1.', cells: ['one'] },
      { kind: 'item', depth: 0, marker: '2.', cells: ['two'] },
    ])
  })

  it('says so when only the formatting changed, and marks nothing in a text that replaces none', () => {
    expect(diff('You have 30 days.', 'You have **30** days.')).toMatchObject({
      formattingOnly: true,
      sentences: 0,
    })
    const first = diff(null, '# New\n\nAll of it.')
    expect(shown(first)).toEqual(['heading: New', 'paragraph: All of it.'])
    expect(first).toMatchObject({ sentences: 0, formattingOnly: false })
  })

  it('is found in seconds for long texts that have nothing in common', () => {
    const text = (word: string) =>
      Array.from({ length: 2000 }, (_, i) => `The ${word}${i} is ${word} ${i}. It has ${word} of ${i}.`).join(
        '\n\n',
      )
    const started = performance.now()
    const found = diff(text('cat'), text('dog'))
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(found.sentences).toBeGreaterThan(1999)
  })
})

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const side = (found: TextDiff, left: 'added' | 'removed'): string[] =>
  words(
    found.blocks
      .flatMap(({ cells }) => cells)
      .map((runs) =>
        runs
          .filter(({ change }) => change !== left)
          .map(({ text }) => text)
          .join(''),
      )
      .join(' '),
  )
const rendered = (markdown: string): string[] =>
  words(
    blocksOf(markdown)
      .flatMap(({ cells }) => cells)
      .join(' '),
  )

const word = fc.constantFrom(
  'goods',
  'days',
  '14',
  '30',
  'return',
  'Laptop',
  'no',
  'refund,',
  'café',
  '日本',
  '30-day',
)
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => `The ${list.join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const block = fc.oneof(
  paragraph,
  sentence.map((text) => `## ${text}`),
  fc
    .array(sentence, { minLength: 1, maxLength: 4 })
    .map((list) => list.map((text) => `- ${text}`).join('\n')),
  fc
    .array(fc.tuple(word, word), { minLength: 1, maxLength: 4 })
    .map((rows) => `| a | b |\n| --- | --- |\n${rows.map(([a, b]) => `| ${a} | ${b} |`).join('\n')}`),
)
const text = fc.array(block, { maxLength: 7 }).map((list) => list.join('\n\n'))

describe('for any two texts', () => {
  it('what was kept and added is the new text, what was kept and removed the old', () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        const found = diff(old, now)
        expect(side(found, 'removed')).toEqual(rendered(now))
        expect(side(found, 'added')).toEqual(rendered(old))
        expect(found.sentences > 0).toBe(found.blocks.some(({ change }) => change !== 'kept'))
      }),
      { numRuns: often(300) },
    )
  })

  it('that differ in one sentence only, no other is marked', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 8 }), fc.nat(), (list, at) => {
        const changed = list.map((each, i) =>
          i === at % list.length ? each.replace('The', 'The other') : each,
        )
        const { runs, sentences } = diffWords(list.join(' '), changed.join(' '), 'en')
        expect(sentences).toBe(1)
        expect(runs.filter(({ change }) => change === 'removed')).toEqual([])
      }),
    )
  })
})

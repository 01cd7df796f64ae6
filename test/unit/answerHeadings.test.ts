import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chunker } from '../../ingestion/chunk'
import { splitFrontMatter } from '../../ingestion/loaders/frontMatter'
import { walk } from '../../ingestion/walk'
import { compose } from '../../src/answer/compose'
import { ground } from '../../src/answer/ground'
import { unitsOfPassage } from '../../src/answer/units/placedUnits'
import { restricts } from '../../src/answer/units/restricts'
import { passage } from '../fakes/passage'

const CORPUS = path.join(import.meta.dirname, '../../demo/corpus')
const READING = path.join(import.meta.dirname, '../../../../shared/data/reading')

const quoted = (o: {
  text: string
  headingPath?: string[]
  title?: string
  faq?: boolean
  question: string
}) =>
  ground(
    compose({
      question: o.question,
      passages: [
        passage({
          text: o.text,
          headingPath: o.headingPath ?? [],
          document: { id: 'd', collection: o.faq ? 'faqs' : 'policies', title: o.title ?? 'Care plan' },
        }),
      ],
      locale: 'en',
    }),
  ).sentences.map(({ text }) => text)

describe('what stands under a heading is said with it', () => {
  it('an item of a list that names what is left out', () => {
    expect(
      quoted({
        headingPath: ['Cover', 'Not included'],
        text: '- Loss and theft.\n- Damage done on purpose.',
        question: 'Does the care plan cover loss and theft?',
      })[0],
    ).toBe('Not included: Loss and theft.')
  })

  it('once for a whole list', () => {
    const said = quoted({
      headingPath: ['What we refuse'],
      text: '- Parcels without a label.\n- Parcels over 20 kg.',
      question: 'Which parcels do you take?',
    })
    expect(said.join(' ').match(/What we refuse/g)).toHaveLength(1)
  })

  it('a sentence where the heading turns its meaning, and not where it does not', () => {
    const question = 'Should I pull the cable out of the wall?'
    expect(
      quoted({ headingPath: ['Never do this'], text: 'Pull the cable out of the wall.', question }),
    ).toEqual(['Never do this: Pull the cable out of the wall.'])
    expect(
      quoted({ headingPath: ['Moving house'], text: 'Pull the cable out of the wall.', question }),
    ).toEqual(['Pull the cable out of the wall.'])
  })

  it('a heading further up that restricts, the title of a policy, and one within the answer of an FAQ', () => {
    expect(
      quoted({
        headingPath: ['Exceptions', 'Kitchens'],
        text: '- Fitted hobs',
        question: 'Are fitted hobs covered?',
      })[0],
    ).toBe('Exceptions: Kitchens: Fitted hobs')
    expect(
      quoted({
        title: 'Items we cannot deliver',
        text: '- Paint and gas',
        question: 'Do you deliver paint?',
      })[0],
    ).toBe('Items we cannot deliver: Paint and gas')
    expect(
      quoted({
        faq: true,
        title: 'What does the plan cover?',
        text: 'It covers breakdowns.\n\n### Not covered\n\n- Scratches',
        question: 'What does the plan cover?',
      }),
    ).toEqual(['It covers breakdowns.', 'Not covered: Scratches'])
  })

  it.each([
    'Nicht versichert',
    'Ausnahmen',
    'Ce qui n’est pas couvert',
    'Exclusions',
    'No incluido',
    "What we don't do",
  ])('in any language that answers are given in: %s', (heading) => expect(restricts(heading)).toBe(true))

  it('no list, table or sentence of the demo that stands under a restricting heading is ever said without it', async () => {
    const texts: Text[] = []
    for await (const file of walk(CORPUS)) {
      if ('error' in file || !file.path.endsWith('.md')) continue
      const { fields, body } = splitFrontMatter(await readFile(file.path, 'utf8'))
      texts.push({ title: String(fields['title']), text: body })
    }
    expect(neverReversed(texts)).toBeGreaterThan(20)
  })

  it.skipIf(!existsSync(READING))(
    'nor any of the documents by other hands',
    { timeout: 120_000 },
    async () => {
      const texts: Text[] = []
      for (const hand of await readdir(READING)) {
        const lines = await readFile(path.join(READING, hand, 'documents.jsonl'), 'utf8')
        for (const line of lines.split('\n').filter(Boolean)) {
          const { title, markdown } = JSON.parse(line) as { title: string; markdown: string }
          texts.push({ title, text: markdown })
        }
      }
      expect(neverReversed(texts)).toBeGreaterThan(200)
    },
  )
})

interface Text {
  title: string
  text: string
}

/** How many units stand under what restricts them; each is asked for in its own words, and said with all of it. */
function neverReversed(texts: readonly Text[]): number {
  let restricted = 0
  for (const { title, text } of texts)
    for (const chunk of chunker.chunk({ title, text, faq: false })) {
      const whole = passage({
        text: chunk.text,
        start: chunk.start,
        end: chunk.end,
        releaseText: text,
        headingPath: chunk.headingPath,
        releaseId: title,
        document: { id: title, collection: 'policies', title },
      })
      for (const placed of unitsOfPassage(whole)) {
        const over = [title, ...placed.headingPath, ...placed.leads].filter(restricts)
        if (over.length === 0) continue
        restricted++
        const { sentences } = ground(compose({ question: placed.text, passages: [whole], locale: 'en' }))
        const said = sentences.map((sentence) => sentence.text)
        const at = said.findIndex((sentence) => sentence.includes(placed.text))
        expect(at, `"${placed.text}" of "${title}" is said`).toBeGreaterThanOrEqual(0)
        const before = said.slice(0, at + 1).join(' ')
        for (const words of over) expect(before).toContain(words)
      }
    }
  return restricted
}

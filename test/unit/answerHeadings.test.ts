import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chunker } from '../../ingestion/chunk'
import { splitFrontMatter } from '../../ingestion/loaders/frontMatter'
import { walk } from '../../ingestion/walk'
import { compose } from '../../src/answer/compose'
import { ground } from '../../src/answer/ground'
import { headingPathOf, headingsToSay, restricts } from '../../src/answer/headings'
import { unitsOf } from '../../src/answer/units'
import { passage } from '../fakes/passage'

const CORPUS = path.join(import.meta.dirname, '../../demo/corpus')

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
    let units = 0
    for await (const file of walk(CORPUS)) {
      if ('error' in file || !file.path.endsWith('.md')) continue
      const { fields, body } = splitFrontMatter(await readFile(file.path, 'utf8'))
      const title = String(fields['title'])
      for (const chunk of chunker.chunk({ title, text: body, faq: false })) {
        const whole = passage({
          text: chunk.text,
          headingPath: chunk.headingPath,
          document: { id: 'd', collection: 'policies', title },
        })
        for (const unit of unitsOf(chunk.text, 'en')) {
          if (unit.kind === 'heading' || unit.kind === 'code') continue
          const restricting = [title, ...headingPathOf(whole, unit)].filter(restricts)
          expect(headingsToSay(whole, unit)).toEqual(expect.arrayContaining(restricting))
          if (!restricting.length) continue
          units++
          const { sentences } = ground(
            compose({ question: chunk.text.slice(unit.start, unit.end), passages: [whole], locale: 'en' }),
          )
          const said = sentences.map(({ text }) => text).join(' ')
          for (const heading of restricting) expect(said).toContain(heading)
        }
      }
    }
    expect(units).toBeGreaterThan(20)
  })
})

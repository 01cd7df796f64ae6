import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COVERAGE } from '../../src/governance/coverage'
import { HOLDS } from '../../src/governance/erasure'
import { ERASED } from '../../src/vocabulary'
import { scrubberOf } from '../../src/governance/scrub'

const collectionFiles = import.meta.glob<Record<string, unknown>>(
  ['../../collections/*.ts', '../../collections/*/index.ts'],
  { eager: true },
)

interface Collection {
  slug: string
  fields: { name?: string }[]
}
const isCollection = (value: unknown): value is Collection =>
  typeof value === 'object' && value !== null && 'slug' in value && 'fields' in value
const collections = Object.values(collectionFiles).flatMap((file) => Object.values(file).filter(isCollection))

describe('where a customer’s text can be', () => {
  it('is said of every collection', () => {
    const slugs = new Set([
      ...collections.map(({ slug }) => slug),
      ...Object.keys(COVERAGE).filter((slug) => !slug.endsWith('/versions')),
    ])
    expect(slugs.size).toBeGreaterThan(30)
    expect([...slugs].filter((slug) => !(slug in HOLDS))).toEqual([])
    expect(Object.keys(HOLDS).filter((slug) => !slugs.has(slug))).toEqual([])
  })

  it.each(
    Object.entries(HOLDS).flatMap(([slug, holds]) =>
      holds.by === 'reference' ? [[slug, holds] as const] : [],
    ),
  )('is said of every field of %s', (slug, { kept, blanked }) => {
    const fields = collections.find((each) => each.slug === slug)?.fields.flatMap(({ name }) => name ?? [])
    expect([...kept, ...blanked].toSorted()).toEqual(fields?.toSorted())
  })

  it('are fields that there are', () => {
    for (const [slug, holds] of Object.entries(HOLDS)) {
      if (holds.by !== 'scrubbed') continue
      const names = collections.find((each) => each.slug === slug)?.fields.map(({ name }) => name)
      expect(names, slug).toEqual(expect.arrayContaining([...holds.fields]))
    }
  })
})

describe('a text is cut out of what quotes it', () => {
  const own = 'My neighbour Ada Quill broke the blue lamp on the stairs yesterday'
  const { scrub } = scrubberOf([own, 'refund?'])

  it.each([
    ['alone', own, ERASED],
    ['in a sentence', `Ben gave you the gap “${own}”`, `Ben gave you the gap “${ERASED}”`],
    ['cut off', `the gap “${own.slice(0, 50)}`, `the gap “${ERASED}`],
    ['cut off with dots', `${own.slice(0, 48)}…`, `${ERASED}…`],
    ['twice', `${own} / ${own}`, `${ERASED} / ${ERASED}`],
    ['a short one, alone', 'refund?', ERASED],
    ['a short one, inside of another', 'Where is my refund? Ask.', 'Where is my refund? Ask.'],
    ['a text that only begins like it', 'My neighbour Ada Quill came', 'My neighbour Ada Quill came'],
  ])('%s', (_, text, scrubbed) => {
    expect(scrub(text)).toBe(scrubbed)
  })

  it('whatever it is wrapped in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (around, before) => {
        const quoted = { around, list: [1, { deep: `${before}${own}` }] }
        expect(JSON.stringify(scrub(quoted))).not.toContain(own)
      }),
    )
  })

  it('and what does not quote it is the same object', () => {
    fc.assert(
      fc.property(fc.object(), (value) => {
        expect(scrubberOf([own]).scrub(value)).toBe(value)
      }),
    )
  })
})

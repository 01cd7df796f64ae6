import { describe, expect, it } from 'vitest'
import { differencesOf, type Compared } from '../../src/commands/replay/differences'
import type { ReleaseFacts, UsedText } from '../../src/commands/replay/textDifferences'
import { verdictOf } from '../../src/commands/replay/verdict'

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T12:00:00.000Z`
const at = (date: number) => Date.parse(day(date))
const document = { id: 'd', collection: 'policies' as const, title: 'Returns' }
const used: UsedText = { releaseId: 'r1', document, version: 1, verification: 'verified' }
const release = (o: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  id: 'r1',
  documentCollection: 'policies',
  documentId: 'd',
  version: 1,
  audience: 'public',
  validFrom: day(1),
  validTo: null,
  reviewAt: day(30),
  ...o,
})
const versions = { indexVersion: 'i', embeddingModel: 'm', calibration: 'c' }
const differences = (o: Partial<Compared> = {}) =>
  differencesOf({
    at: at(20),
    askedAt: at(10),
    evidence: [],
    used: { was: [used], is: [used] },
    releases: [release()],
    audiences: { was: ['public'], is: ['public'], on: true },
    versions: { was: versions, is: versions },
    degraded: { was: [], is: [] },
    generation: { was: null, is: null },
    ...o,
  })
const kinds = (o: Partial<Compared>) => differences(o).map(({ kind }) => kind)

describe('what differs between a receipt and today', () => {
  it('nothing, when nothing changed', () => {
    expect(differences()).toEqual([])
  })

  it('a text that was replaced names both versions and since when', () => {
    const releases = [
      release({ validTo: day(15) }),
      release({ id: 'r2', version: 2, validFrom: day(15), reviewAt: day(30) }),
    ]
    const is = [{ ...used, releaseId: 'r2', version: 2 }]
    expect(differences({ releases, used: { was: [used], is } })).toEqual([
      {
        kind: 'text_superseded',
        sentence: '“Returns” version 1 was replaced by version 2, in force since 15 Nov 2026, 12:00 UTC.',
        document,
        from: 1,
        to: 2,
      },
    ])
  })

  it('another language model, judge or prompt, where one took part both times', () => {
    const was = { model: 'host/small', entailment: null, prompts: ['answer-1'] }
    expect(kinds({ generation: { was, is: was } })).toEqual([])
    expect(kinds({ generation: { was, is: null } })).toEqual([])
    expect(
      differences({ generation: { was, is: { ...was, model: 'host/large', entailment: 'host/judge' } } }),
    ).toEqual([
      expect.objectContaining({ kind: 'language_model_changed', from: 'host/small', to: 'host/large' }),
      expect.objectContaining({ kind: 'language_model_changed', from: null, to: 'host/judge' }),
    ])
    expect(kinds({ generation: { was, is: { ...was, prompts: ['answer-2'] } } })).toEqual([
      'language_model_changed',
    ])
  })

  it.each<[string, Partial<ReleaseFacts>, string]>([
    ['was withdrawn', { validTo: day(15), withdrawnAt: day(15) }, 'text_withdrawn'],
    ['expired', { validTo: day(15), expiresAt: day(15) }, 'text_expired'],
    ['ended for another reason', { validTo: day(15) }, 'text_ended'],
    ['is overdue by now', { reviewAt: '2026-09-01T00:00:00.000Z' }, 'text_overdue'],
  ])('a text that %s', (_, changed, kind) => {
    expect(kinds({ releases: [release(changed)], used: { was: [used], is: [] } })).toEqual([kind])
  })

  it('a text of which the new version is for others than the bot speaks to', () => {
    const releases = [
      release({ validTo: day(15) }),
      release({ id: 'r2', version: 2, validFrom: day(15), audience: 'internal' }),
    ]
    expect(kinds({ releases, used: { was: [used], is: [] } })).toEqual([
      'text_superseded',
      'text_audience_changed',
    ])
  })

  it('a text that came into force since, and not one that was there already', () => {
    const other = { ...used, releaseId: 'n', document: { ...document, id: 'e', title: 'Norway' } }
    const both = { was: [used], is: [other] }
    const fresh = release({ id: 'n', documentId: 'e', validFrom: day(12) })
    expect(kinds({ used: both, releases: [release(), fresh] })).toEqual(['new_text'])
    expect(kinds({ used: both, releases: [release(), { ...fresh, validFrom: day(5) }] })).toEqual([])
  })

  it('each of the versions that took part, the bot, and what was away', () => {
    const found = differences({
      versions: {
        was: versions,
        is: { ...versions, indexVersion: 'j', embeddingModel: 'n', calibration: 'k' },
      },
      audiences: { was: ['public', 'partner'], is: ['public'], on: false },
      degraded: { was: ['dense'], is: [] },
    })
    expect(found.map(({ kind }) => kind)).toEqual([
      'bot_off',
      'audiences_changed',
      'availability_changed',
      'model_changed',
      'index_changed',
      'calibration_changed',
    ])
    expect(found[3]).toMatchObject({
      sentence: 'Another embedding model: m then, n now.',
      from: 'm',
      to: 'n',
    })
  })

  it('versions are not compared where one side searched nothing, or the receipt does not name them', () => {
    const unsearched = { ...versions, indexVersion: null, embeddingModel: null }
    expect(kinds({ versions: { was: unsearched, is: versions } })).toEqual([])
    expect(kinds({ versions: { was: versions, is: { ...versions, vouch: '9.0.0' } } })).toEqual([])
  })

  it('audiences are not compared where the receipt is from before they were kept', () => {
    expect(kinds({ audiences: { was: null, is: ['public'], on: true } })).toEqual([])
    expect(kinds({ audiences: { was: ['agent', 'public'], is: ['public', 'agent'], on: true } })).toEqual([])
  })
})

describe('the verdict of a replay', () => {
  const answer = {
    outcome: 'answered' as const,
    reason: null,
    message: 'In 30 days. [1]',
    citations: [{ releaseId: 'r1', start: 0, end: 10 }],
  }

  it.each([
    ['the same', answer, 'same'],
    ['another release', { ...answer, citations: [{ releaseId: 'r2', start: 0, end: 10 }] }, 'other_evidence'],
    ['other words', { ...answer, message: 'In 14 days. [1]' }, 'other_words'],
    ['another outcome', { ...answer, outcome: 'refused' as const, reason: 'insufficient' }, 'other_outcome'],
  ])('%s', (_, today, verdict) => {
    expect(verdictOf(answer, today)).toBe(verdict)
  })
})

import { describe, expect, it } from 'vitest'
import {
  byItem,
  fateOf,
  isGone,
  isInConflict,
  settle,
  twinsAmong,
  type KnownDocument,
  type ListedDocument,
  differsInBlanksAlone,
} from '../../ingestion/syncDecision'

const known = (o: Partial<KnownDocument> = {}): KnownDocument => ({
  collection: 'policies',
  id: o.key ?? 'a.md',
  key: 'a.md',
  contentHash: 'one',
  sourceContentHash: 'one',
  vanishedAt: null,
  conflictAt: null,
  verifiedAt: null,
  workflowState: 'draft',
  inTrash: false,
  ...o,
})
const listed = (o: Partial<ListedDocument> = {}): ListedDocument => ({
  collection: 'policies',
  key: 'b.md',
  contentHash: 'one',
  itemKey: o.key?.replace(/#.*/, '') ?? 'b.md',
  sha256: null,
  ...o,
})

describe('what becomes of a text that a source has', () => {
  it.each([
    ['nothing is known of it', undefined, 'create'],
    ['both say the same', known({ contentHash: 'two', sourceContentHash: 'one' }), 'unchanged'],
    ['it changed there alone', known(), 'update'],
    ['it changed here alone', known({ contentHash: 'mine', sourceContentHash: 'two' }), 'edited'],
    ['it changed here and there', known({ contentHash: 'mine' }), 'conflict'],
    ['it was thrown away here', known({ inTrash: true }), 'in_trash'],
    ['it was imported before its hash was kept', known({ sourceContentHash: null }), 'update'],
  ] as const)('when %s', (_, document, fate) => {
    expect(fateOf('two', document)).toBe(fate)
  })
})

describe('what was seen of a whole source', () => {
  const decide = (o: {
    before: KnownDocument[]
    unseen?: KnownDocument[]
    waiting?: ListedDocument[]
    complete?: boolean
    items?: { key: string; sha256: string | null }[]
  }) =>
    settle({
      waiting: o.waiting ?? [],
      unseen: o.unseen ?? o.before,
      complete: o.complete ?? true,
      twins: twinsAmong(o.before, o.items ?? []),
    })

  it('a known document that it did not have is gone, once', () => {
    const [gone, before] = [known(), known({ key: 'old.md', vanishedAt: '2026-01-01T00:00:00Z' })]
    expect(decide({ before: [gone, before] }).vanished).toEqual([gone])
  })

  it('of an incomplete listing nothing is gone, and what may have moved is left open', () => {
    const waiting = [listed()]
    expect(decide({ before: [known()], waiting, complete: false })).toEqual({
      moves: [],
      creates: [],
      vanished: [],
      undecided: waiting,
    })
  })

  it('nobody is told of what is in the trash, withdrawn or archived', () => {
    const before = [
      known({ inTrash: true }),
      known({ workflowState: 'withdrawn' }),
      known({ workflowState: 'archived' }),
    ]
    expect(decide({ before }).vanished).toEqual([])
  })

  it('a text under a new key that was under exactly one that is gone has moved', () => {
    const [from, to] = [known(), listed()]
    expect(decide({ before: [from], waiting: [to] })).toMatchObject({
      moves: [{ listed: to, from }],
      creates: [],
      vanished: [],
    })
  })

  it('a copy of a text that is still there is new', () => {
    const to = listed()
    expect(decide({ before: [known()], unseen: [], waiting: [to] })).toMatchObject({
      moves: [],
      creates: [to],
    })
  })

  it('of two copies of one that is gone, one is it and the other is new', () => {
    const [first, second] = [listed(), listed({ key: 'c.md' })]
    const from = known()
    const { moves, creates } = decide({ before: [from], waiting: [first, second] })
    expect(moves).toEqual([{ listed: first, from }])
    expect(creates).toEqual([second])
  })

  it('which of two that are gone it was cannot be told: it is new', () => {
    const before = [known(), known({ key: 'x.md' })]
    const { moves, creates, vanished } = decide({ before, waiting: [listed()] })
    expect([moves, creates.length, vanished]).toEqual([[], 1, before])
  })

  it('a policy does not move to an FAQ', () => {
    const to = listed({ collection: 'faqs' })
    expect(decide({ before: [known()], waiting: [to] })).toMatchObject({ moves: [], creates: [to] })
  })

  it('a renamed file is known by its bytes, where its title comes from its name; its rows by their places', () => {
    const before = [known({ key: 'a.csv#1', contentHash: 'x' }), known({ key: 'a.csv#2', contentHash: 'y' })]
    const waiting = ['b.csv#1', 'b.csv#2'].map((key) =>
      listed({ key, contentHash: `new ${key}`, sha256: 'same' }),
    )
    const { moves } = decide({ before, waiting, items: [{ key: 'a.csv', sha256: 'same' }] })
    expect(moves.map(({ listed: to, from }) => [from.key, to.key])).toEqual([
      ['a.csv#1', 'b.csv#1'],
      ['a.csv#2', 'b.csv#2'],
    ])
  })

  it('documents belong to their item, and parts of a part to it too', () => {
    const items = byItem([known({ key: 'm.eml#notes.csv#1' }), known({ key: 'm.eml' })])
    expect([...items].map(([key, documents]) => [key, documents.length])).toEqual([
      ['m.eml', 2],
      ['m.eml#notes.csv', 1],
      ['m.eml#notes.csv#1', 1],
    ])
  })
})

it('a mark waits until someone vouches for the text after it was made, or ends it', () => {
  const [early, late] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']
  expect(isGone(known())).toBe(false)
  expect(isGone(known({ vanishedAt: early }))).toBe(true)
  expect(isGone(known({ vanishedAt: late, verifiedAt: early }))).toBe(true)
  expect(isGone(known({ vanishedAt: early, verifiedAt: late }))).toBe(false)
  expect(isGone(known({ vanishedAt: early, workflowState: 'withdrawn' }))).toBe(false)
  expect(isInConflict(known({ conflictAt: early }))).toBe(true)
  expect(isInConflict(known({ conflictAt: early, verifiedAt: late }))).toBe(false)
})

describe('a text that changed in blanks alone', () => {
  const content = (text: string, audience = 'public') => ({
    collection: 'policies',
    title: 'T',
    text,
    kind: null,
    audience,
    riskTier: 'standard',
    topic: null,
    locale: 'en-GB',
    effectiveFrom: null,
    expiresAt: null,
  })

  it('says the same: trailing blanks, line ends and blank lines make no new draft', () => {
    expect(differsInBlanksAlone(content('One two\n\nThree'), content('One  \ntwo  \n\n\nThree '))).toBe(true)
  })

  it('is another where a word, a block or its audience is another', () => {
    expect(differsInBlanksAlone(content('was not'), content('wasnot'))).toBe(false)
    expect(differsInBlanksAlone(content('- a\n- b'), content('- a - b'))).toBe(false)
    expect(differsInBlanksAlone(content('a'), content('a', 'internal'))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { SET_UP_DAYS, setUpBy } from '../../src/governance/accounts'
import { ownCreatures, sameHand } from '../../src/governance/hands'
import { heldBy, type SignedVersion } from '../../src/governance/heldTier'
import { nameSkeleton } from '../../src/governance/nameSkeleton'
import {
  oneAdminAdvice,
  refuseConfirming,
  rightsAdded,
  secondPeople,
  type PersonWithRights,
} from '../../src/governance/rights'
import type { Actor, Approval, Governed } from '../../src/governance/types'
import { saysSomething } from '../../src/governance/wordless'
import type { Role } from '../../src/vocabulary'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-27T12:00:00Z')
const who = (id: string, ...roles: Role[]): PersonWithRights => ({ id, name: id, roles })

describe('Who set an account up', () => {
  const act = (by: string, daysAgo: number) => ({
    account: 'eve',
    by,
    at: NOW - daysAgo * DAY,
    action: 'user.created',
  })
  it('counts for some days, and not the person’s own acts', () => {
    const acts = [act('ada', 1), act('eve', 1), act('cora', SET_UP_DAYS + 1)]
    expect(setUpBy(acts, 'eve', { from: NOW, to: NOW })).toEqual(['ada'])
    expect(setUpBy(acts, 'eve', { from: NOW - 2 * DAY, to: NOW })).toEqual(['ada', 'cora'])
    expect(setUpBy(acts, 'eve', { from: NOW - 2 * DAY, to: NOW - 2 * DAY })).toEqual(['cora'])
    expect(setUpBy(acts, 'ben', { from: NOW, to: NOW })).toEqual([])
  })
})

describe('One hand', () => {
  const text = (o: Partial<Governed> = {}) => ({ authors: ['ann'], ...o }) as Governed
  const actor = (id: string, ...setUp: string[]): Actor => ({
    id,
    name: id,
    roles: ['approver'],
    setUpBy: setUp,
  })
  const signed = (approver: string, ...setUp: string[]) =>
    ({ approver, setUpBy: setUp }) as unknown as Approval
  const judge = (by: Actor, document = text(), standing: Approval[] = [], authority: Actor = by) =>
    sameHand(by, authority, { document, standing })

  it('is an author and the account that the author set up', () => {
    expect(judge(actor('eve', 'ann'))).toMatch(/set up your account/)
    expect(judge(actor('eve', 'ada'))).toBeNull()
  })
  it('is a puppet author with a puppet signer, or with the one who made it, while two could look', () => {
    const puppet = text({ authorsSetUpBy: ['ada'] })
    expect(judge(actor('eve', 'ada'), puppet)).not.toBeNull()
    expect(judge(actor('ada'), puppet)).not.toBeNull()
    expect(judge(actor('eve', 'ada'), { ...puppet, oneAdmin: true })).toBeNull()
    expect(judge(actor('ada'), { ...puppet, oneAdmin: true })).toBeNull()
  })
  it('is two signers of one maker, or a signer and its maker', () => {
    expect(judge(actor('eve', 'ada'), text(), [signed('finn', 'ada')])).toMatch(/other signer/)
    expect(judge(actor('ada'), text({ oneAdmin: true }), [signed('finn', 'ada')])).toMatch(/other signer/)
    expect(judge(actor('eve', 'finn'), text(), [signed('finn')])).toMatch(/other signer/)
    expect(judge(actor('eve', 'ada'), text(), [signed('finn', 'cora')])).toBeNull()
  })
  it('is a borrower who set up the account that they borrow from', () => {
    expect(judge(actor('ada'), text(), [], actor('ben', 'ada'))).toMatch(/set up the account of ben/)
    expect(judge(actor('ada'), text(), [], actor('ben', 'ann'))).not.toBeNull()
    expect(judge(actor('ada'), text(), [], actor('ben'))).toBeNull()
  })
  it('is whoever added the source of a text, however long ago, alone or not', () => {
    const text2 = text({ authors: ['importer'], broughtInBy: ['ada'], oneAdmin: true })
    expect(judge(actor('ada'), text2)).toMatch(/added the source/)
    expect(judge(actor('eve', 'ada'), text2)).toMatch(/set up your account/)
    expect(judge(actor('ben'), text2)).toBeNull()
  })
  it('does not publish what its creature signed', () => {
    expect(ownCreatures({ id: 'ada' }, [signed('eve', 'ada')])).toMatch(/somebody else must publish/)
    expect(ownCreatures({ id: 'ben' }, [signed('eve', 'ada')])).toBeNull()
  })
})

describe('Rights take two', () => {
  const ada = who('ada', 'admin')
  const cora = who('cora', 'compliance')
  it('are roles that sign, or that say who signs', () => {
    expect(rightsAdded(['author'], ['author', 'qa', 'approver', 'admin'])).toEqual(['approver', 'admin'])
    expect(rightsAdded(['admin'], ['admin', 'author'])).toEqual([])
  })
  it('are confirmed by an admin or compliance who is neither the asker, nor concerned, nor of one hand with the asker', () => {
    const asked = { asker: 'ada', about: 'eve', askerSetUpBy: ['gus'] }
    expect(refuseConfirming(cora, asked)).toBeNull()
    for (const person of [
      ada,
      who('eve', 'admin'),
      who('ben', 'approver'),
      who('gus', 'admin'),
      { ...cora, setUpBy: ['ada'] },
    ])
      expect(refuseConfirming(person, asked), person.id).not.toBeNull()
  })
  it('are given alone only where nobody else could be the second person', () => {
    const others = (people: PersonWithRights[], madeLately: string[] = []) =>
      secondPeople(people, { asker: 'ada', about: 'eve', madeLately }).map(({ id }) => id)
    expect(others([ada, cora, who('eve', 'admin'), who('ben', 'approver')])).toEqual(['cora'])
    expect(others([ada, cora], ['cora'])).toEqual([])
    expect(oneAdminAdvice([ada])).toMatch(/One person alone/)
    expect(oneAdminAdvice([ada, cora])).toBeNull()
  })
})

describe('The strictest tier that a document ever had', () => {
  const version = (n: number, riskTier: SignedVersion['riskTier'], o: Partial<SignedVersion> = {}) => ({
    version: n,
    riskTier,
    topic: null,
    released: true,
    byCompliance: false,
    ...o,
  })
  it.each([
    ['nothing was signed', [], 'standard'],
    ['it was released', [version(1, 'regulated')], 'regulated'],
    ['it was signed and never released', [version(1, 'sensitive', { released: false })], 'sensitive'],
    [
      'a lower one was released without compliance',
      [version(1, 'sensitive'), version(2, 'standard')],
      'sensitive',
    ],
    [
      'compliance signed a lower one that was not released',
      [version(1, 'regulated'), version(2, 'standard', { released: false, byCompliance: true })],
      'regulated',
    ],
    [
      'compliance lowered it',
      [version(2, 'standard', { byCompliance: true }), version(1, 'regulated')],
      'standard',
    ],
  ] as const)('holds where %s', (_, history, tier) => {
    expect(heldBy(history).riskTier).toBe(tier)
  })
  it('keeps the topic whose approvers sign', () => {
    const history = [
      version(1, 'sensitive', { topic: 'returns' }),
      version(2, 'standard', { topic: 'friends' }),
    ]
    expect(heldBy(history).topic).toBe('returns')
    expect(heldBy([...history, version(3, 'sensitive', { topic: 'friends' })]).topic).toBe('friends')
  })
})

describe('Names that look alike', () => {
  it.each([
    ['Ben', 'bеn'],
    ['Ben', 'B\u200be\u00adn'],
    ['Ben', 'ＢＥＮ'],
    ['Rory Tennant', 'rory  tennänt'],
    ['Vouch', 'V0uch'],
    ['Bill', 'BiII'],
    ['Karl', 'Κarl'],
    ['Mia', 'rnia'],
  ])('%s and %s', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other))
  })
  it.each([
    ['Ben', 'Benn'],
    ['Ann', 'Anna'],
    ['李雷', '李磊'],
    ['Зоя', 'Зоа'],
  ])('but %s and %s do not', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other))
  })
})

describe('A text that says nothing', () => {
  it.each([
    '',
    ' \n ',
    '&nbsp;',
    '&#160;',
    '---',
    '![](https://x.example/a1.png)',
    '[](https://x.example)',
    '<!-- 14 days -->',
    '\u200b',
    '| |\n| --- |',
    '<br>',
  ])('%j', (text) => expect(saysSomething(text)).toBe(false))
  it.each(['7', 'Ja.', '[Returns](https://x.example)', '返品', '## ?\n\nа'])(
    'but %j says something',
    (text) => expect(saysSomething(text)).toBe(true),
  )
})

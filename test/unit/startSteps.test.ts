import { describe, expect, it } from 'vitest'
import { startSteps, type StartState } from '../../src/admin/start/startSteps'
import type { Role } from '../../src/vocabulary'

const NOTHING: StartState = {
  texts: 0,
  draftHref: null,
  inReview: 0,
  signed: 0,
  otherSigners: 0,
  otherWriters: 0,
  bots: 0,
  asked: false,
}
const person = (...roles: Role[]) => ({ id: 'me', name: 'Ann', roles })
const see = (state: Partial<StartState>, ...roles: Role[]) =>
  startSteps({ ...NOTHING, ...state }, person(...roles))
const hrefs = (state: Partial<StartState>, ...roles: Role[]) =>
  see(state, ...roles).map(({ links }) => links.map(({ href }) => href))

describe('the first three steps', () => {
  it('nothing is ticked off on a fresh installation, and an admin can take each step', () => {
    expect(see({}, 'admin').map(({ done }) => done)).toEqual([false, false, false])
    expect(hrefs({}, 'admin')).toEqual([
      ['/admin/collections/users/create', '/admin/import'],
      ['/admin/collections/users/create'],
      ['/admin/collections/bots/create'],
    ])
  })

  it('an admin who is not alone brings texts in like anyone who writes, and is told whom they cannot have sign them', () => {
    expect(hrefs({ otherWriters: 1 }, 'admin')[0]).toEqual([
      '/admin/import',
      '/admin/collections/policies/create',
      '/admin/collections/faqs/create',
    ])
    expect(see({ texts: 1, otherSigners: 1 }, 'admin')[1]?.words).toContain('cannot sign what you wrote')
  })

  it('an author is sent to the draft, and told who adds approvers and bots', () => {
    const [, signed, bot] = see({ texts: 1, draftHref: '/d' }, 'author')
    expect(signed).toMatchObject({ links: [], words: expect.stringContaining('Ask an admin') })
    expect(bot).toMatchObject({ links: [], words: expect.stringContaining('An admin makes') })
    expect(hrefs({ texts: 1, draftHref: '/d', otherSigners: 1 }, 'author')[1]).toEqual(['/d'])
  })

  it('an approver is sent to what waits', () => {
    expect(hrefs({ texts: 1, inReview: 1 }, 'approver')[1]).toEqual(['/admin/waiting'])
  })

  it('a QA reviewer brings no texts in', () => {
    expect(hrefs({}, 'qa')[0]).toEqual([])
  })

  it('each is ticked off by what is there, and all of them when a bot was asked', () => {
    expect(see({ texts: 2, signed: 1, bots: 1 }, 'admin').map(({ done }) => done)).toEqual([
      true,
      true,
      false,
    ])
    expect(see({ texts: 2, signed: 1, bots: 1, asked: true }, 'admin').every(({ done }) => done)).toBe(true)
  })
})

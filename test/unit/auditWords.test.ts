import { describe, expect, it } from 'vitest'
import { ACTION_KINDS, actionWords } from '../../src/admin/audit/actionWords'
import { detailWords } from '../../src/admin/audit/detailWords'
import { filterOf } from '../../src/admin/audit/readAudit'
import { auditDates } from '../../src/commands/auditDates'
import { TRANSITIONS } from '../../src/governance/types'

describe('the audit log in words', () => {
  it('has words of its own for every transition', () => {
    for (const transition of TRANSITIONS)
      expect(actionWords(`document.${transition}`).before).not.toMatch(/: $/)
  })

  it('tells an action that it does not know by its name', () => {
    expect(actionWords('document.took_effect')).toEqual({ before: 'took effect: ', it: true, after: '' })
  })

  it('finds every action under exactly one kind', () => {
    const kinds = Object.values(ACTION_KINDS).flatMap(({ begins }): readonly string[] => begins)
    for (const action of ['document.approve', 'release.activated', 'user.signed_in', 'bot.key_revoked'])
      expect(kinds.filter((begin) => action.startsWith(begin))).toHaveLength(1)
  })

  it('tells what a setting was and is, shortly', () => {
    const changes = {
      queue: { from: null, to: 'care' },
      refuseOverdue: { from: false, to: true },
      roles: { from: ['qa'], to: ['qa', 'author'] },
      note: { from: 'x'.repeat(100), to: '' },
      fifth: { from: 1, to: 2 },
    }
    expect(detailWords({ action: 'topic.changed', detail: { changes } }).more).toBe(
      `queue: nothing → care · refuse overdue: no → yes · roles: qa → qa, author · note: ${'x'.repeat(59)}… → nothing · 1 more`,
    )
  })

  it('shows a comment as the person’s own words, and whose right was used', () => {
    const detail = { comment: 'Fine.', onBehalfOf: 'Dervla' }
    expect(detailWords({ action: 'document.approve', detail })).toEqual({
      comment: 'Fine.',
      more: 'in the place of Dervla',
    })
    expect(detailWords({ action: 'user.signed_in', detail: null })).toEqual({ comment: null, more: null })
  })
})

describe('what to look for in the audit log', () => {
  it('is read from the address, without what cannot be used', () => {
    expect(filterOf({ person: 'p', kind: 'texts', from: '2026-11-01', about: ' Refunds ' })).toEqual({
      person: 'p',
      kind: 'texts',
      from: '2026-11-01',
      to: '',
      about: 'Refunds',
    })
    expect(filterOf({ kind: 'toString', from: 'yesterday', to: '2026-13-40', person: ['a', 'b'] })).toEqual({
      person: '',
      kind: '',
      from: '',
      to: '',
      about: '',
    })
  })

  it('counts a last day whole, and takes an instant as it is', () => {
    expect(auditDates({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-12-01T00:00:00.000Z',
    })
    expect(auditDates({ to: '2026-11-30T10:00:00+01:00' })).toEqual({ to: '2026-11-30T09:00:00.000Z' })
    expect(() => auditDates({ from: '30/11/2026' })).toThrow(/“from” takes a day/)
  })
})

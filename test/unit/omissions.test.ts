import { describe, expect, it } from 'vitest'
import { describeOmission, Omissions } from '../../ingestion/omissions'
import { narrowerAudience } from '../../ingestion/restriction'
import { addReport, emptyReport, omissionsOf } from '../../src/commands/importReport'

describe('what an import leaves out', () => {
  it('is counted by kind, with the first example on one line', () => {
    const omissions = new Omissions()
    omissions.add('comments', ' to be\nchecked ')
    omissions.add('hidden_text', 'Code CREW7')
    omissions.add('comments', 'another')
    expect(omissions.list()).toEqual([
      { kind: 'hidden_text', count: 1, example: 'Code CREW7' },
      { kind: 'comments', count: 2, example: 'to be checked' },
    ])
    expect(omissions.list().map(describeOmission)).toEqual([
      '1 hidden text (“Code CREW7”)',
      '2 comments (“to be checked”)',
    ])
  })

  it('is told of all sources of an import together', () => {
    const [total, one] = [emptyReport(), emptyReport()]
    one.omissions.push({ file: 'a.md', omissions: [{ kind: 'comments', count: 2 }] })
    addReport(total, one)
    addReport(total, one)
    expect(total.omissions).toHaveLength(2)
    expect(omissionsOf(total)).toEqual([{ kind: 'comments', count: 4 }])
  })
})

describe('of two audiences', () => {
  it('the narrower counts, whichever comes first', () => {
    expect(narrowerAudience('public', 'agent')).toBe('agent')
    expect(narrowerAudience('internal', 'customer')).toBe('internal')
    expect(narrowerAudience('customer', 'customer')).toBe('customer')
    expect(narrowerAudience('customer', 'partner')).toBe('internal')
  })
})

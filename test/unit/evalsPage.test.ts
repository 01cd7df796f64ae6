import { describe, expect, it } from 'vitest'
import { pageOf } from '../../evals/page/page'
import { aRecord, aRun } from '../fakes/evalRecord'

describe('the page of a run', () => {
  const attack = '<script>alert(1)</script>'
  const page = pageOf(
    aRun([
      aRecord({ id: 'a', confidence: 0.9, right: true, wouldBeRight: true }),
      aRecord({
        id: 'b',
        confidence: 0.7,
        right: false,
        wouldBeRight: false,
        question: attack,
        message: attack,
      }),
      aRecord({ id: 'c', confidence: 0.2, outcome: 'refused', wouldBeRight: false }),
    ]),
  )

  it('shows questions and messages as text, never as markup', () => {
    expect(page).not.toContain('<script')
    expect(page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)).toHaveLength(2)
  })

  it('loads nothing from elsewhere', () => {
    expect(page).not.toMatch(/\b(?:src|href)=|url\(|@import/)
  })

  it('draws the curves from the figures', () => {
    const points = /<polyline class="ours" points="([^"]*)"/.exec(page)?.[1]?.split(' ') ?? []
    expect(points).toHaveLength(3)
    // None wrong, half, two of three: the line rises, which is to smaller y.
    const heights = points.map((point) => Number(point.split(',')[1]))
    expect(heights).toEqual(heights.toSorted((a, b) => b - a))
    expect(page.match(/class="bin"/g)).toHaveLength(3)
  })

  it('puts what is wrong first', () => {
    expect(page).toContain('Answered wrongly, the surest first')
    expect(page).not.toContain('<h3>Leaks')
  })
})

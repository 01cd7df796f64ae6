import { describe, expect, it } from 'vitest'
import { charactersFor, fitPassages } from '../../src/answer/generate/fitPassages'
import { passage } from '../fakes/passage'

const lines = Array.from({ length: 40 }, (_, i) => `Line ${i} speaks of something else altogether.`)
const long = passage({
  text: [...lines.slice(0, 30), 'Laptops may be returned.', ...lines.slice(30)].join('\n'),
})

describe('passages for a model with little room', () => {
  it('all fit where there is room', () => {
    expect(fitPassages([long], { question: 'laptops?', characters: 8_000 })).toEqual([long])
  })

  it('are cut by whole lines, those first that have nothing of the question, and what stays is in its order', () => {
    const [cut] = fitPassages([long], { question: 'May I return laptops?', characters: 500 })
    const kept = cut?.text.split('\n') ?? []
    expect(cut?.text.length).toBeLessThanOrEqual(300)
    expect(kept).toContain('Laptops may be returned.')
    expect(kept.every((line) => long.text.split('\n').includes(line))).toBe(true)
    expect(kept.map((line) => long.text.indexOf(line))).toEqual(
      kept.map((line) => long.text.indexOf(line)).toSorted((a, b) => a - b),
    )
  })

  it('a later one is left out when the first took the room', () => {
    const other = passage({ text: 'Short.', chunkId: 'chunk-2' })
    expect(fitPassages([long, other], { question: 'laptops', characters: 500 })).toHaveLength(1)
  })

  it.each([
    ['a cell of 100,000 characters', `| ${'word '.repeat(20_000)} |`],
    ['10,000 rows', Array.from({ length: 10_000 }, (_, i) => `| ${i} | €${i} |`).join('\n')],
    ['text from right to left', 'يمكنك إرجاع الجهاز خلال ثلاثين يوما. '.repeat(2_000)],
  ])('%s is cut in time', (_, text) => {
    const started = performance.now()
    const shown = fitPassages([passage({ text })], { question: 'word 77?', characters: 2_000 })
    expect(shown.reduce((sum, each) => sum + each.text.length, 0)).toBeLessThanOrEqual(2_000)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it.each([
    [undefined, 8_000],
    [4_000, 8_300],
    [1_000, 0],
  ])('a context of %s tokens has room for at most %s characters', (contextTokens, most) => {
    const prompt = 'x'.repeat(1_000)
    const fits = charactersFor({ contextTokens, replyTokens: 900, prompt, passages: [long] })
    expect(fits).toBeLessThanOrEqual(most)
    expect(fits).toBeGreaterThanOrEqual(most * 0.9)
  })
})

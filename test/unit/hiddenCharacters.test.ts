import { describe, expect, it } from 'vitest'
import { hiddenCharactersIn } from '../../src/answer/reading/hidden'

describe('what a reviewer cannot see is named, with its place', () => {
  it.each([
    ['Pay \u202e05.00\u202c now', ['U+202E', 'U+202C'], true],
    ['a\u200bb', ['U+200B'], false],
    ['co\u00adop', ['U+00AD'], false],
    ['\u2066x\u2069', ['U+2066', 'U+2069'], true],
    ['hi\u{e0068}\u{e0069}', ['U+E0068', 'U+E0069'], false],
    ['nul\u0000', ['U+0000'], false],
    ['a\ufe0fb', ['U+FE0F'], false],
  ])('%j', (text, codes, reorders) => {
    const found = hiddenCharactersIn(text)
    expect(found.map(({ code }) => code)).toEqual(codes)
    expect(found.some((each) => each.reorders)).toBe(reorders)
  })

  it('with its line and the words around it', () => {
    expect(hiddenCharactersIn('First line\nThe fee is 5\u200b0 euros')).toEqual([
      {
        code: 'U+200B',
        name: 'zero-width space',
        reorders: false,
        index: 23,
        line: 2,
        around: 'The fee is 5␣0 euros',
      },
    ])
  })

  it.each(['Ärger, coût, señal – “quoted”, 5 000 €', '👩‍👩‍👧 ❤️ 1️⃣', 'می‌خواهم', 'क्‍ष', 'two\nlines\tand a tab'])(
    'and what writing needs is not: %s',
    (text) => {
      expect(hiddenCharactersIn(text)).toEqual([])
    },
  )
})

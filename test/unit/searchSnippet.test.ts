import { describe, expect, it } from 'vitest'
import { markdownWords } from '../../src/commands/search/markdownWords'
import { richTextWords } from '../../src/commands/search/richTextWords'
import { holdsAll, searchWords, snippetOf } from '../../src/commands/search/snippet'

const said = (text: string, query: string) =>
  snippetOf(text, searchWords(query))
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('')

describe('where in a text a search was found', () => {
  it('is shown in its sentence, whole words, with what was searched for marked', () => {
    const text = `${'Filler words go here. '.repeat(20)}You can return laptops within 30 days of delivery. ${'More filler. '.repeat(30)}`
    const snippet = said(text, 'laptop days')
    expect(snippet).toContain('return [laptops] within 30 [days] of delivery')
    expect(snippet).toMatch(/^… \S/)
    expect(snippet).toMatch(/ …$/)
    expect(snippet.length).toBeLessThan(220)
  })

  it('is the beginning of the text where only its meaning was found', () => {
    expect(said('Parcels arrive in two days.', 'shipping')).toBe('Parcels arrive in two days.')
  })

  it('finds words in any case and language, at their beginning and not within others', () => {
    expect(holdsAll('Rückgabe und Versand', searchWords('RÜCK versand'))).toBe(true)
    expect(holdsAll('Unreturnable', searchWords('return'))).toBe(false)
    expect(holdsAll('Anything', searchWords('?!'))).toBe(false)
  })

  it('reads Markdown as words: cells, items and blocks are apart, bold within a word is one word', () => {
    const text =
      '## Days\n\nPay **un**til:\n\n- May\n  - June\n\n| Goods | Days |\n| --- | --- |\n| Books | 30 |'
    expect(markdownWords(text)).toBe('Days Pay until: May June Goods · Days · Books · 30')
  })

  it('reads the editor’s state as words: bold within a word is one word, cells are apart', () => {
    const text = (value: string) => ({ type: 'text', text: value })
    const state = {
      root: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [text('not'), text('withstanding'), { type: 'link', children: [text(' this')] }],
          },
          {
            type: 'table',
            children: [
              {
                type: 'tablerow',
                children: ['Books', '30'].map((cell) => ({
                  type: 'tablecell',
                  children: [{ type: 'paragraph', children: [text(cell)] }],
                })),
              },
            ],
          },
        ],
      },
    }
    expect(richTextWords(state)).toBe('notwithstanding this Books 30')
    expect(richTextWords(null)).toBe('')
  })
})

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../../src/admin/Markdown'

const show = (text: string, ...cited: string[]) =>
  renderToStaticMarkup(
    createElement(Markdown, {
      text,
      marks: cited.map((quote, index) => {
        const start = text.indexOf(quote)
        return { start, end: start + quote.length, number: index + 1 }
      }),
    }),
  )
const marked = (html: string) =>
  [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, words]) =>
    words?.replaceAll(/<sup>.*?<\/sup>|<[^>]*>/g, ''),
  )

describe('a passage as people read it', () => {
  it('has lists, tables and emphasis, and no Markdown', () => {
    const html = show('## When\n\n- **30** days\n\n| Goods | Days |\n| --- | --- |\n| Books | 30 |')
    expect(html).toContain('<li><strong>30</strong> days</li>')
    expect(html).toContain('<td>Books</td>')
    expect(html).not.toMatch(/\*\*|\| ---|##/)
  })

  it('marks what is cited: a sentence over emphasis, a list item, a row', () => {
    expect(marked(show('Before. You have **30** days. After.', 'You have **30** days.')).join('')).toBe(
      'You have 30 days.',
    )
    expect(marked(show('- One\n- Two is *it*', 'Two is *it*')).join('')).toBe('Two is it')
    expect(marked(show('| A | B |\n| --- | --- |\n| Books | 30 |', '| Books | 30 |'))).toEqual([
      'Books',
      '30',
    ])
  })

  it('marks several, each with its number once', () => {
    const html = show('One is here. Two **is** there.', 'One is here.', 'Two **is** there.')
    expect(html.match(/id="source-1"/g)).toHaveLength(1)
    expect(html.match(/id="source-2"/g)).toHaveLength(1)
    expect(html.match(/<sup>2<\/sup>/g)).toHaveLength(1)
  })

  it('runs nothing and fetches nothing that a text brings', () => {
    const html = show(
      '<script>alert(1)</script>\n\n![x](https://evil.example/p.png)\n\n[a](javascript:alert(1))',
    )
    expect(html).not.toMatch(/<script|<img|javascript:/)
  })
})

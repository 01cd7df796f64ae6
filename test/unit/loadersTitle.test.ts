import { describe, expect, it } from 'vitest'
import { splitTitle } from '../../ingestion/loaders/title'

const titled = (markdown: string) => splitTitle({ markdown, key: 'policies/doc_17.docx', unstyled: true })
const BODY = 'Goods may be sent back within 30 days of the day on which they came.'

describe('the title of a text without a heading', () => {
  it.each([
    ['a bold first line', `**Returns policy**\n\n${BODY}`, 'Returns policy'],
    ['a bold first line with a full stop', `**Returns.**\n\n${BODY}`, 'Returns.'],
    ['a short first line above a longer one', `Returns policy\n\n${BODY}`, 'Returns policy'],
    ['a short question', `May I return it?\n\n${BODY}`, 'May I return it?'],
    ['a first line above a list', `Returns policy\n\n- Within 30 days\n- With the receipt`, 'Returns policy'],
  ])('is %s, which is then no part of the text', (_, markdown, title) => {
    const split = titled(markdown)
    expect(split.title).toBe(title)
    expect(split.markdown).not.toContain(title)
    expect(split.markdown.length).toBeGreaterThan(20)
  })

  it.each([
    ['a sentence', `Goods may be sent back.\n\n${BODY}`],
    ['a greeting', `Dear customer,\n\n${BODY}`],
    ['a bold greeting', `**Dear customer,**\n\n${BODY}`],
    ['a long line', `${'Goods and more goods '.repeat(8).trim()}\n\n${BODY.repeat(4)}`],
    ['what is longer than what follows', `All about the returning of goods\n\nSee desk`],
    ['a line with a link', `[Returns](https://example.com)\n\n${BODY}`],
    ['a number', `17\n\n${BODY}`],
    ['the only line', 'Returns policy'],
    ['a line above a heading', `Ottermoor\n\n## Returns\n\n${BODY}`],
  ])('is its file’s name where it begins with %s, and nothing is taken out', (_, markdown) => {
    expect(titled(markdown)).toEqual({ title: 'Doc 17', markdown })
  })

  it('is the heading where there is one', () => {
    expect(titled(`**Ottermoor**\n\n# Returns\n\n${BODY}`).title).toBe('Returns')
  })
})

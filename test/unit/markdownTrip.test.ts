import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { markdownToRichText, richTextToMarkdown } from '../../collections/markdown'

const config = {} as Parameters<typeof markdownToRichText>[0]
const there = async (markdown: string): Promise<string> =>
  richTextToMarkdown(config, await markdownToRichText(config, markdown))

/** Markdown that comes back as it went, byte for byte. */
const SAME = [
  'A **bold** word, an _italic_ one, ~~gone~~, `code`, and **_both_**.',
  'was**not** used',
  '# One\n\n## Two\n\nText.',
  '> Quoted **words** here.',
  '> First.\n>\n> Second.\n>\n> - item',
  '- tea\n  - green\n    - sencha\n  - black\n- coffee',
  '1. Pack it.\n\n   | Weight | Label |\n   | --- | --- |\n   | 1 kg | blue |\n2. Send it.',
  '3. Three\n4. Four',
  '- One\n\n  More of one.\n- Two',
  '- One\n  - nested\n\n  After the nested list.\n- Two',
  '| Code | Meaning |\n| --- | ---: |\n| A\\|B | Bulky `x\\|y` |\n| C |  |',
  '```js\nconst a = 1\n\n  b()\n```',
  '```\nsingle\n```',
  '- Do\n\n  ```\n  npm ci\n\n  npm test\n  ```\n- Done',
  'First line  \nsecond line',
  'See [the form](https://shop.example/form?a=1&b=2#top) and [a page](../guide/x%20y.html).',
  'Write to help@example.com or see https://shop.example/a_b.',
  'It costs 5 * 3 = 15 and snake_case_name stays, as do 2 < 3, AT&T and C#.',
  'Agents greet with \\<first name> and never name the [city].',
  '\\# not a heading',
  '1\\. not a list',
  '\\- not a list',
  '\\*\\*literal stars\\*\\*',
  '- [ ] to do\n- [x] done',
  'a\n\n---\n\nb',
  '**Note**:text follows',
  'A [**bold** link](https://x.example) here.',
  '- a\n\n* b',
  '東京の規約',
]

describe('Markdown through the editor and back', () => {
  it.each(SAME)('%j comes back as it went', async (markdown) => expect(await there(markdown)).toBe(markdown))

  it.each([
    ['Refund timing\n-------------\n\nText.', '## Refund timing\n\nText.'],
    ['> was\n> not used', '> was not used'],
    [
      'See the [form][f] or [letter].\n\n[f]: /form\n[letter]: https://x.example/l',
      'See the [form](/form) or [letter](https://x.example/l).',
    ],
    ['**bold\nover lines**', '**bold over lines**'],
    ['Part | Price\n-----|------\nlid | 4 €', '| Part | Price |\n| --- | --- |\n| lid | 4 € |'],
    ['&copy; 2026 &amp; &lt;b&gt;', '© 2026 & \\<b>'],
    ['![A red kettle](kettle.png) boils', 'A red kettle boils'],
    ['within 14[^1] days\n\n[^1]: Working days.', 'within 14⁽¹⁾ days\n\n⁽¹⁾ Working days.'],
    ['<https://shop.example/x>', 'https://shop.example/x'],
    ['東京の\n規約', '東京の規約'],
    ['* a\n* b', '- a\n- b'],
    ['1) Wait.\n2) Ask.', '1. Wait.\n2. Ask.'],
    ['    indented code', '```\nindented code\n```'],
    ['a\\\nb', 'a  \nb'],
  ])('%j is said as %j, and stays so', async (markdown, said) => {
    expect(await there(markdown)).toBe(said)
    expect(await there(said)).toBe(said)
  })
})

describe('what people write in the editor', () => {
  const text = (value: string, format = 0) => ({ type: 'text', text: value, format })
  const written = (...children: object[]) =>
    richTextToMarkdown(config, { root: { type: 'root', children } } as never)
  const paragraph = (...children: object[]) => ({ type: 'paragraph', children })

  it('is marked only where Markdown can mark it', async () => {
    expect(await written(paragraph(text('Note:', 1), text('text')))).toBe('**Note**:text')
    expect(await written(paragraph(text('a'), text(' bold ', 1), text('b')))).toBe('a **bold** b')
    expect(await written(paragraph(text('in'), text('side', 2), text('out')))).toBe('in*side*out')
    expect(await written(paragraph(text('a', 1), text('b', 3), text('c', 2)))).toMatch(/a.*b.*c/)
  })

  it('never glues what stands on lines of its own', async () => {
    expect(await written(paragraph(text('one'), { type: 'linebreak' }, text('two')))).toBe('one  \ntwo')
    expect(await written(paragraph(text('14')), paragraph(), paragraph(text('days')))).toBe('14\n\ndays')
    const cell = { type: 'tablecell', children: [paragraph(text('a')), paragraph(text('b'))] }
    const table = { type: 'table', children: [{ type: 'tablerow', children: [cell, cell] }] }
    expect(await written(table)).toBe('| a b | a b |\n| --- | --- |')
    expect(
      await written({ type: 'heading', tag: 'h2', children: [text('A'), { type: 'linebreak' }, text('b')] }),
    ).toBe('## A b')
  })

  it('keeps lists that documents of earlier releases hold', async () => {
    const item = (...children: object[]) => ({ type: 'listitem', children })
    const list = (...children: object[]) => ({ type: 'list', listType: 'bullet', children })
    expect(await written(list(item(text('a')), item(list(item(text('b')))), item(text('c'))))).toBe(
      '- a\n  - b\n- c',
    )
    expect(await written({ type: 'quote', children: [text('q')] })).toBe('> q')
  })
})

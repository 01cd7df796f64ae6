import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withAddressAsTyped } from '../../collections/editor'
import {
  compareTrip,
  compareWritten,
  markdownToRichText,
  richTextToMarkdown,
} from '../../src/records/richText/markdown'
import { compareSaid, saidBy } from '../../src/markdown/compare'
import { parseMarkdown, readMarkdown } from '../../src/markdown/read'
import { often } from '../often'

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

describe('the comparison of a text before and after', () => {
  const differences = async (a: string, b: string) =>
    compareSaid(await saidBy(await readMarkdown(a)), await saidBy(await readMarkdown(b)))

  it('finds one glued word, one lost number, row or link in a long text', async () => {
    const long = Array.from({ length: 400 }, (_, i) => `Sentence ${i} of it was not used.`).join('\n\n')
    const [glued] = await differences(long, long.replace('200 of it was not', '200 of it wasnot'))
    expect(glued).toMatchObject({
      of: 'words',
      before: 'was not',
      after: 'wasnot',
      near: '. Sentence 200 of it',
    })
    expect(await differences('19.99 EUR', '1999 EUR')).toHaveLength(1)
    expect(await differences('- a\n- b', '- a b')).toMatchObject([{ of: 'blocks' }])
    expect(await differences('[a](/x)', 'a')).toMatchObject([{ of: 'links', before: '/x', after: '' }])
  })

  it('lets pass what says the same', async () => {
    expect(
      await differences('*a* __b__\n\nH\n-\n\n[c][d]\n\n[d]: /x', '_a_ **b**\n\n## H\n\n[c](/x)'),
    ).toEqual([])
  })

  it('is made of every text on its way into the editor', async () => {
    const trip = await compareTrip(config, 'A\n\n> - b\n> - c\n\n~~~\nd\n~~~')
    expect(trip.differences).toEqual([])
    expect(trip.markdown).toBe('A\n\n> - b\n> - c\n\n```\nd\n```')
  })

  it('reads a long text in pieces as it reads it whole', async () => {
    const part = (i: number) =>
      `## Part ${i}\n\nSee [it][ref${i}] and [all].\n\n- a\n- b\n\n  more\n\n\`\`\`\n# code ${i}\n\nx\n\`\`\`\n\n1. one\n\n   | a |\n   | - |\n   | ${i} |\n\n`
    const long = `${Array.from({ length: 40 }, (_, i) => part(i)).join('')}${'- item\n'.repeat(1000)}\n[all]: /all\n${Array.from({ length: 40 }, (_, i) => `[ref${i}]: /r/${i}`).join('\n')}`
    const whole = await saidBy({
      blocks: parseMarkdown(long).children,
      definitions: (await readMarkdown(long)).definitions,
    })
    expect(compareSaid(whole, await saidBy(await readMarkdown(long)))).toEqual([])
    expect((await compareTrip(config, long)).differences).toEqual([])
  })
})

describe('the address of a link in the editor', () => {
  it('is kept as it is: no hook encodes what it does not know', () => {
    const url = { name: 'url', type: 'text', hooks: { beforeChange: [() => 'changed'] } }
    const text = { name: 'text', type: 'text', hooks: { beforeChange: [() => 'kept'] } }
    expect(withAddressAsTyped([url, text])).toEqual([{ ...url, hooks: {} }, text])
  })
})

describe('whatever people type', () => {
  const sign = fc.constantFrom(...'\\\\`*_~[]<>&|!#+-=.:)("\'/ \u200Babc19€東é')
  const word = fc.constantFrom(
    'a',
    'not',
    '19.99',
    'http://x.example/a_b',
    'www.x.example',
    'a@x.example',
    '&copy;',
    '**',
    '](',
    '<b>',
    '1.',
    '- ',
    '# ',
    '~~',
    '```',
    '\\\\',
    '|',
    '---',
  )
  const text = fc.array(fc.oneof(sign, word), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
  const texts = fc
    .array(fc.tuple(text, fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 7)), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([value, format]) => ({ type: 'text', text: value, format })))
  const inLink = texts.map((children) => ({
    type: 'link',
    fields: { url: 'https://x.example/a_(b)?c=1&d=2#e' },
    children,
  }))
  const inline = fc
    .array(
      fc.oneof(
        texts,
        inLink.map((link) => [link]),
        fc.constant([{ type: 'linebreak' }]),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => all.flat())
  const block = fc.oneof(
    inline.map((children) => ({ type: 'paragraph', children })),
    inline.map((children) => ({ type: 'heading', tag: 'h2', children })),
    inline.map((children) => ({ type: 'quote', children })),
    fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => ({
      type: 'list',
      listType: 'number',
      start: 1,
      children: items.map((children) => ({ type: 'listitem', children })),
    })),
    fc.array(inline, { minLength: 2, maxLength: 4 }).map((cells) => ({
      type: 'table',
      children: [cells, cells].map((row) => ({
        type: 'tablerow',
        children: row.map((children) => ({
          type: 'tablecell',
          children: [{ type: 'paragraph', children }],
        })),
      })),
    })),
  )

  it('is signed as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 3 }), async (children) => {
        const richText = { root: { type: 'root', children } } as never
        expect(await compareWritten(richText)).toEqual([])
      }),
      { numRuns: Number(process.env['TRIP_RUNS'] ?? often(60)) },
    )
  })
})

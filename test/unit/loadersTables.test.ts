import { describe, expect, it } from 'vitest'
import { htmlToMarkdown } from '../../ingestion/loaders/htmlToMarkdown'
import { markdownTable } from '../../ingestion/loaders/markdownTable'
import { parseMarkdown } from '../../src/markdown/read'

const table = (...rows: string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
const cells = (...texts: string[]) => texts.map((text) => `<td>${text}</td>`).join('')
const markdown = (rows: string[][]) =>
  [rows[0], rows[0]?.map(() => '---'), ...rows.slice(1)].map((row) => `| ${row?.join(' | ')} |`).join('\n')

describe('a table keeps its rows', () => {
  it('with lists, headings, paragraphs and small tables in its cells', () => {
    const plans = (inside: string) =>
      table(
        cells('Plan', 'Cancel', 'Included'),
        cells('Basic', '14 days', inside),
        cells('Pro', '30 days', 'all'),
      )
    const expected = (inside: string) =>
      markdown([
        ['Plan', 'Cancel', 'Included'],
        ['Basic', '14 days', inside],
        ['Pro', '30 days', 'all'],
      ])
    for (const [html, text] of [
      ['<ul><li>Mail</li><li>Chat</li></ul>', 'Mail; Chat'],
      [
        '<ul><li>Mail<ul><li>by day</li><li>by night</li></ul></li><li>Chat</li></ul>',
        'Mail: by day; by night; Chat',
      ],
      ['You get:<ol><li>Mail</li><li>Chat</li></ol>', 'You get: 1. Mail; 2. Chat'],
      ['<ul><li>Mail.</li><li>Chat.</li></ul>', 'Mail. Chat.'],
      ['<h3>All</h3><p>by <b>mail</b></p><hr>', 'All by **mail**'],
      [
        '<table><tr><td>Mail</td><td>4 EUR</td></tr><tr><td>Chat</td><td>5 EUR</td></tr></table>',
        'Mail: 4 EUR; Chat: 5 EUR',
      ],
    ] as const)
      expect(htmlToMarkdown(plans(html))).toBe(expected(text))
  })

  it('and repeats what is merged, over rows and over columns', () => {
    const html = table(
      cells('Zone', 'Up to 5 kg', 'Up to 20 kg'),
      '<td rowspan="2">Europe</td><td colspan="2">5 EUR</td>',
      cells('6 EUR', '9 EUR'),
      '<td colspan="3">Islands</td>',
      cells('Malta', '7 EUR', '8 EUR'),
    )
    expect(htmlToMarkdown(html)).toBe(
      markdown([
        ['Zone', 'Up to 5 kg', 'Up to 20 kg'],
        ['Europe', '5 EUR', '5 EUR'],
        ['Europe', '6 EUR', '9 EUR'],
        ['Islands', '', ''],
        ['Malta', '7 EUR', '8 EUR'],
      ]),
    )
  })

  it('under names that stand in several rows', () => {
    const expected = markdown([
      ['Zone', 'Weight – 5 kg', 'Weight – 20 kg'],
      ['EU', '4', '5'],
      ['US', '6', '7'],
    ])
    const rows = table(cells('EU', '4', '5'), cells('US', '6', '7')).slice(7, -8)
    const headed =
      '<tr><th rowspan="2">Zone</th><th colspan="2">Weight</th></tr><tr><th>5 kg</th><th>20 kg</th></tr>'
    expect(htmlToMarkdown(`<table><thead>${headed}</thead><tbody>${rows}</tbody></table>`)).toBe(expected)
    expect(htmlToMarkdown(`<table>${headed}${rows}</table>`)).toBe(expected)
    expect(htmlToMarkdown(`<table>${headed.replaceAll('th', 'td')}${rows}</table>`)).toBe(expected)
    expect(
      htmlToMarkdown(
        `<table><tr><td></td><td colspan="2">Weight</td></tr><tr>${cells('Zone', '5 kg', '20 kg')}</tr>${rows}</table>`,
      ),
    ).toBe(expected)
  })

  it('under its caption and below a title that spans it', () => {
    const rows = `<tr>${cells('Zone', 'Cost')}</tr><tr>${cells('EU', '4')}</tr>`
    const expected = `Prices\n\n${markdown([
      ['Zone', 'Cost'],
      ['EU', '4'],
    ])}`
    expect(htmlToMarkdown(`<table><caption>Prices</caption>${rows}</table>`)).toBe(expected)
    expect(htmlToMarkdown(`<table><tr><td colspan="2">Prices</td></tr>${rows}</table>`)).toBe(expected)
  })

  it('when it has only one, of short texts', () => {
    expect(htmlToMarkdown(table(cells('Telephone', '0800 123')))).toBe(
      '|  |  |\n| --- | --- |\n| Telephone | 0800 123 |',
    )
  })

  it('and a bar in a cell ends none', () => {
    for (const text of ['a|b', 'a\\|b', '| |', '`a|b`']) {
      const [node] = parseMarkdown(
        markdownTable([
          ['Code', 'Says'],
          [text, 'x'],
        ]),
      ).children
      expect(node?.type === 'table' && node.children.map((row) => row.children.length)).toEqual([2, 2])
    }
    expect(htmlToMarkdown(table(cells('Code', 'Says'), cells('A|B', 'x')))).toContain('| A\\|B | x |')
  })

  it('in plain text too, where figures with signs are no formatting and lines of a list are items', () => {
    expect(
      markdownTable([
        ['Sum', 'Included'],
        ['2*3*4', '- Mail\n- Chat'],
      ]),
    ).toBe(
      markdown([
        ['Sum', 'Included'],
        ['2\\*3\\*4', 'Mail; Chat'],
      ]),
    )
  })
})

describe('a table that only puts things side by side', () => {
  const long = `<h2>Part</h2><p>${'Words of a page. '.repeat(60)}</p>`
  it.each([
    ['whole parts of a page', table(cells(long, long), cells('x', 'y'))],
    ['one row with pictures and menus', table(cells('<ul><li>Home</li></ul>', 'Welcome'))],
    ['one column', table(cells('One'), cells('<ul><li>two</li></ul>'))],
    [
      'what the page says is no table',
      table(cells('a', 'b'), cells('c', 'd')).replace('<table', '<table role="presentation"'),
    ],
  ])('becomes its contents: %s', (_, html) => {
    expect(htmlToMarkdown(html)).not.toContain('| ---')
  })

  it('keeps the tables of data inside it', () => {
    expect(
      htmlToMarkdown(table(cells(long, long + table(cells('A', 'B'), cells('1', '2'))), cells('x', 'y'))),
    ).toContain(
      markdown([
        ['A', 'B'],
        ['1', '2'],
      ]),
    )
  })
})

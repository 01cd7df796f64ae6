import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixture, loadOne, omissionsOf, pdf } from './loadersSetup'
import { rawPdf } from './pdfFiles'

const DEJAVU = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'

/** Words at places, in an order of one's own. */
const placed = (words: [text: string, x: number, y: number][], size = 11) =>
  pdf((page) => {
    page.fontSize(size)
    for (const [text, x, y] of words) page.text(text, x, y, { lineBreak: false })
  })

describe('a table in a PDF', () => {
  const rows = [
    ['Zone', 'Up to 5 kg', 'Up to 20 kg'],
    ['Europe', '5 EUR', '9 EUR'],
    ['Islands', '', '19 EUR'],
    ['World', '15 EUR', ''],
  ]
  const at = rows.flatMap((row, r) =>
    row.flatMap((text, c) => (text ? [[text, 60 + c * 150, 200 + r * 18] as [string, number, number]] : [])),
  )
  const expected =
    '| Zone | Up to 5 kg | Up to 20 kg |\n| --- | --- | --- |\n| Europe | 5 EUR | 9 EUR |\n| Islands |  | 19 EUR |\n| World | 15 EUR |  |'

  it('is set row by row, with its empty cells', async () => {
    const { markdown } = await loadOne('a.pdf', await fixture('08-pdf-table.pdf'))
    expect(markdown).toBe(
      `${expected}\n\nParcels that weigh more than twenty kilograms are sent by freight, and are quoted on request.`,
    )
  })

  it('is the same when it was written column by column, or from the bottom', async () => {
    const byColumn = at.toSorted((a, b) => a[1] - b[1])
    for (const words of [at, byColumn, at.toReversed()])
      expect((await loadOne('a.pdf', await placed(words))).markdown).toBe(expected)
  })

  it('has cells of several lines, and parts that span columns', async () => {
    const words: [string, number, number][] = [
      ['Plan', 60, 200],
      ['Notice', 200, 200],
      ['Included', 340, 200],
      ['Basic', 60, 240],
      ['14 days', 200, 240],
      ['mail and', 340, 240],
      ['chat', 340, 253],
      ['Pro', 60, 280],
      ['30 days', 200, 280],
      ['everything', 340, 280],
    ]
    expect((await loadOne('a.pdf', await placed(words))).markdown).toBe(
      '| Plan | Notice | Included |\n| --- | --- | --- |\n| Basic | 14 days | mail and chat |\n| Pro | 30 days | everything |',
    )
  })

  it('goes on over the page under names that are said once', async () => {
    const bytes = await pdf((page) => {
      for (const [p, rest] of [rows.slice(1, 3), rows.slice(3)].entries()) {
        if (p > 0) page.addPage()
        for (const [r, row] of [rows[0] ?? [], ...rest, ...rest].entries())
          for (const [c, text] of row.entries())
            page.text(text || ' ', 60 + c * 150, 200 + r * 18, { lineBreak: false })
      }
    })
    const { markdown } = await loadOne('a.pdf', bytes)
    expect(markdown.match(/\| Zone /g)).toHaveLength(1)
    expect(markdown).toContain('| World | 15 EUR |  |')
  })

  it('is no clause with its number, and no columns of running text', async () => {
    const clauses = Array.from(
      { length: 5 },
      (_, i) =>
        [
          [`${i + 1}.`, 60, 200 + i * 16],
          [`The customer pays fee number ${i}.`, 110, 200 + i * 16],
        ] as [string, number, number][],
    ).flat()
    expect((await loadOne('a.pdf', await placed(clauses))).markdown).not.toContain('|')
    const column = (x: number, words: string) =>
      Array.from(
        { length: 8 },
        (_, i) => [`${words} goes on and on in line ${i} of it`, x, 200 + i * 14] as [string, number, number],
      )
    const text = (await loadOne('a.pdf', await placed([...column(60, 'left'), ...column(330, 'right')], 9)))
      .markdown
    expect(text).not.toContain('|')
    expect(text.indexOf('right')).toBeGreaterThan(text.lastIndexOf('left'))
  })
})

describe('a PDF of the world', () => {
  it('in Japanese, Chinese or Korean is read with the tables that programs refer to', async () => {
    expect((await loadOne('a.pdf', await fixture('07-pdf-predefined-cmap.pdf'))).markdown).toContain(
      '返金は14日以内',
    )
    const cases = [
      ['UniGB-UCS2-H', 'GB1', '9000 8D27 4E03 5929', '退货七天'],
      ['GBK-EUC-H', 'GB1', 'CDCBBBF5', '退货'],
      ['ETen-B5-H', 'CNS1', 'B068B366', '退貨'],
      ['KSCms-UHC-H', 'Korea1', 'C8AFBAD2', '환불'],
      ['UniJIS-UTF16-H', 'Japan1', '8FD491D1', '返金'],
    ] as const
    for (const [encoding, ordering, hex, text] of cases)
      expect(
        (await loadOne('a.pdf', rawPdf({ encoding, ordering, hex: hex.replaceAll(' ', '') }))).markdown,
      ).toContain(text)
  })

  it.skipIf(!existsSync(DEJAVU))(
    'in Arabic has its letters as they are typed, in their order (skipped without DejaVu)',
    async () => {
      const bytes = await pdf((page) => {
        page.font(DEJAVU).fontSize(14)
        page.text('السلام عليكم', 60, 100, { features: [] })
      })
      expect((await loadOne('a.pdf', bytes)).markdown).toContain('السلام عليكم')
    },
  )

  it('of which the shapes are no letters is refused with its font, not signed as gibberish', async () => {
    const bytes = rawPdf({
      encoding: 'Identity-H',
      ordering: 'Identity',
      hex: '003700480056005700030037004800460057',
      latin: '',
    })
    await expect(loadOne('a.pdf', bytes)).rejects.toThrow(
      /fonts do not say which letters their shapes are \(MS-Gothic, page 1\)/,
    )
  })

  it('of which a small part is such, names the font and the page', async () => {
    const latin = 'Fees are paid within thirty days of the invoice, and no later than that.'
    const bytes = rawPdf({
      encoding: 'Identity-H',
      ordering: 'Identity',
      hex: '003700480056005700030037004800460057',
      latin,
    })
    expect((await loadOne('a.pdf', bytes)).markdown).toBe(latin)
    expect(await omissionsOf('a.pdf', bytes)).toEqual([
      { kind: 'unreadable_fonts', count: 1, example: 'MS-Gothic, page 1' },
    ])
  })

  it('names the page that is a picture', async () => {
    const bytes = await pdf((page) => {
      page.text('Fees are paid within thirty days.').addPage().rect(50, 50, 400, 400).fill('grey')
      page.addPage().text('No later than that.')
    })
    expect(await omissionsOf('a.pdf', bytes)).toEqual([
      { kind: 'images_without_alt', count: 1, example: 'page 2 without text' },
    ])
  })

  it('says what is raised so that no number grows a digit', async () => {
    const bytes = await pdf((page) => {
      const put = (text: string, size: number, x: number, baseline: number) => {
        page.fontSize(size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
        return x + page.widthOfString(text)
      }
      const end = put('99', 7, put('Only $19', 12, 60, 100), 96)
      put(' a month', 12, end, 100)
    })
    expect((await loadOne('a.pdf', bytes)).markdown).toBe('Only $19.99 a month')
  })
})

describe('a form in a PDF', () => {
  it('says what was filled in, beside its words', async () => {
    const bytes = await pdf((page) => {
      page.initForm()
      page.text('Notice:', 60, 100).text('By mail', 90, 130)
      page.formText('notice', 120, 95, 200, 20, { value: '14 days' })
      page.formCheckbox('mail', 60, 127, 14, 14, {
        value: 'Yes',
        defaultValue: 'Yes',
      })
    })
    const { markdown } = await loadOne('a.pdf', bytes)
    expect(markdown).toContain('Notice: 14 days')
    expect(markdown).toMatch(/[☒☐] By mail/)
  })
})
